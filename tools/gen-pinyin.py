#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write src/text/pinyin_table.c: the toneless readings of each Han character of U+4E00-9FFF, most usual first."""
import sys
import unicodedata

import ucd

FIRST, LAST = 0x4E00, 0x9FFF  # kept in pinyin_table.h too


def toneless(reading):
    """"lǜ" → "lv", "ê̄" → "e"."""
    letters = ""
    for letter in unicodedata.normalize("NFD", reading.strip()):
        if letter == "\u0308" and letters[-1:] == "u":
            letters = letters[:-1] + "v"
        elif letter.isascii() and letter.isalpha():
            letters += letter
    return letters


def readings(fields, point):
    """Frequency order first. Old dictionaries only where the table of today's characters says nothing."""
    found = []

    def add(texts):
        for text in texts:
            syllable = toneless(text)
            if syllable and syllable not in found:
                found.append(syllable)

    def located(field):  # "0683.040:lè 1430.060:yuè,yào"
        for entry in fields[field].get(point, "").split():
            add(entry.split(":")[1].split(","))

    add(entry.split("(")[0] for entry in fields["kHanyuPinlu"].get(point, "").split())
    add(fields["kMandarin"].get(point, "").split())
    located("kTGHZ2013")
    if point not in fields["kTGHZ2013"]:
        located("kXHC1983")
        if not found:
            located("kHanyuPinyin")
    return tuple(found)


def numbers(out, kind, name, values, per_line):
    out.write("\nconst {} {}[] = {{\n".format(kind, name))
    for i in range(0, len(values), per_line):
        out.write("    " + " ".join("{},".format(value) for value in values[i:i + per_line]) + "\n")
    out.write("};\n")


def main():
    fields = ucd.unihan("Unihan_Readings.txt", "kHanyuPinlu", "kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinyin")
    sets = {point: readings(fields, point) for point in range(FIRST, LAST + 1)}
    syllables = sorted({syllable for found in sets.values() for syllable in found})
    number = {syllable: i for i, syllable in enumerate(syllables)}
    pool, places = [0], {(): 0}  # place 0: no reading
    offsets = []
    for point in range(FIRST, LAST + 1):
        found = sets[point]
        if found not in places:
            places[found] = len(pool)
            pool.append(len(found))
            pool.extend(number[syllable] for syllable in found)
        offsets.append(places[found])
    out = sys.stdout
    out.write(ucd.head("gen-pinyin.py", "Unihan_Readings.txt"))
    out.write('#include "text/pinyin_table.h"\n\n/* clang-format off */\n')
    out.write("const char pinyin_syllables[][PINYIN_SYLLABLE_BYTES] = {\n")
    for i in range(0, len(syllables), 11):
        out.write("    " + " ".join('"{}",'.format(syllable) for syllable in syllables[i:i + 11]) + "\n")
    out.write("}};\n\nconst int pinyin_syllables_total = {};\n".format(len(syllables)))
    numbers(out, "uint16_t", "pinyin_pool", pool, 24)
    numbers(out, "uint16_t", "pinyin_places", offsets, 20)


main()
