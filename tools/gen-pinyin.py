#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""
Write src/text/pinyin_table.c: the toneless readings of each Han character of U+4E00-9FFF and of those characters of
《通用规范汉字表》 that stand elsewhere, most usual first; readings in names of places (place-readings.tsv) last.
"""
import os
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


def place_readings():
    """{code point: [reading]}"""
    found = {}
    with open(os.path.join(os.path.dirname(__file__), "place-readings.tsv"), encoding="utf-8") as stream:
        for line in stream:
            if not line.startswith("#"):
                character, reading, _ = line.rstrip("\n").split("\t")
                found.setdefault(ord(character), []).append(reading)
    return found


def numbers(out, kind, name, values, per_line):
    out.write("\nconst {} {}[] = {{\n".format(kind, name))
    for i in range(0, len(values), per_line):
        out.write("    " + " ".join("{},".format(value) for value in values[i:i + per_line]) + "\n")
    out.write("};\n")


def main():
    fields = ucd.unihan("Unihan_Readings.txt", "kHanyuPinlu", "kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinyin")
    more = sorted(point for point in fields["kTGHZ2013"] if not FIRST <= point <= LAST)
    sets = {point: readings(fields, point) for point in [*range(FIRST, LAST + 1), *more]}
    for point, extra in place_readings().items():
        sets[point] += tuple(reading for reading in extra if reading not in sets[point])
    syllables = sorted({syllable for found in sets.values() for syllable in found})
    number = {syllable: i for i, syllable in enumerate(syllables)}
    pool, places = [0], {(): 0}  # place 0: no reading
    offsets = {}
    for point, found in sets.items():
        if found not in places:
            places[found] = len(pool)
            pool.append(len(found))
            pool.extend(number[syllable] for syllable in found)
        offsets[point] = places[found]
    out = sys.stdout
    out.write(ucd.head("gen-pinyin.py", "Unihan_Readings.txt and tools/place-readings.tsv"))
    out.write('#include "text/pinyin_table.h"\n\n/* clang-format off */\n')
    out.write("const char pinyin_syllables[][PINYIN_SYLLABLE_BYTES] = {\n")
    for i in range(0, len(syllables), 11):
        out.write("    " + " ".join('"{}",'.format(syllable) for syllable in syllables[i:i + 11]) + "\n")
    out.write("}};\n\nconst int pinyin_syllables_total = {};\n".format(len(syllables)))
    numbers(out, "uint16_t", "pinyin_pool", pool, 24)
    numbers(out, "uint16_t", "pinyin_places", [offsets[point] for point in range(FIRST, LAST + 1)], 20)
    numbers(out, "uint32_t", "pinyin_more", more, 16)
    out.write("\nconst uint32_t pinyin_more_count = {};\n".format(len(more)))
    numbers(out, "uint16_t", "pinyin_more_places", [offsets[point] for point in more], 20)


main()
