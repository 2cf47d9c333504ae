#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write src/text/width_table.c: which characters take no, two, or one or two columns."""
import sys

import ucd

POINTS = 0x110000
ONE, ZERO, WIDE, AMBIGUOUS = range(4)
NAMES = {ZERO: "WIDTH_ZERO", WIDE: "WIDTH_WIDE", AMBIGUOUS: "WIDTH_AMBIGUOUS"}


def classes():
    width = bytearray(POINTS)
    for first, last, value in ucd.ranges("EastAsianWidth.txt"):
        kind = WIDE if value in ("W", "F") else AMBIGUOUS if value == "A" else ONE
        width[first:last + 1] = bytes([kind]) * (last + 1 - first)
    # Private use is A in the file, but terminals draw it narrow, and rare names should not move.
    for first, last in ((0xE000, 0xF8FF), (0xF0000, 0xFFFFF), (0x100000, 0x10FFFF)):
        width[first:last + 1] = bytes([ONE]) * (last + 1 - first)
    # Zero width rules over A: U+0300-036F are ambiguous in the file.
    for first, last, value in ucd.ranges("extracted/DerivedGeneralCategory.txt"):
        if value in ("Mn", "Me", "Cf"):
            width[first:last + 1] = bytes([ZERO]) * (last + 1 - first)
    width[0xAD] = ONE  # the soft hyphen is drawn
    width[0x1160:0x1200] = bytes([ZERO]) * 0xA0  # vowels and finals of Hangul sit in the syllable's cells
    return width


def main():
    width = classes()
    rows = []
    start = 0
    for point in range(1, POINTS + 1):
        if point == POINTS or width[point] != width[start]:
            if width[start] != ONE:
                rows.append((start, point - 1, width[start]))
            start = point
    out = sys.stdout
    out.write(ucd.head("gen-width.py", "EastAsianWidth.txt and DerivedGeneralCategory.txt"))
    out.write('#include "text/width_table.h"\n\n')
    out.write("/* clang-format off */\nconst struct width_range width_ranges[] = {\n")
    for i in range(0, len(rows), 3):
        out.write("    " + " ".join("{{ 0x{:X}, 0x{:X}, {} }},".format(first, last, NAMES[kind])
                                    for first, last, kind in rows[i:i + 3]) + "\n")
    out.write("};\n\nconst size_t width_ranges_count = sizeof width_ranges / sizeof *width_ranges;\n")


main()
