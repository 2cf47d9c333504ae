#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write src/text/variant_table.c: the simplified character for each traditional one."""
import sys

import ucd

FIRST, LAST = 0x3400, 0x9FFF  # extension A and the unified ideographs; kept in variant_table.h too

# Spellings that Unihan gives no simplified form for (they are variants of a traditional character), and two it
# leaves open because simplified text has them as well; a search loses nothing by taking them together.
BY_HAND = {
    "裏": "里", "峯": "峰", "爲": "为", "衆": "众", "羣": "群", "啓": "启", "産": "产", "鉅": "巨", "佔": "占", "佈": "布",
    "僱": "雇", "卹": "恤", "慾": "欲", "嚮": "向", "嶽": "岳", "籤": "签", "週": "周", "託": "托", "汙": "污", "汚": "污",
    "綫": "线", "淨": "净", "凖": "准", "鷄": "鸡", "牀": "床", "擧": "举", "麪": "面", "榦": "干", "祕": "秘", "兇": "凶",
    "鹼": "碱", "徵": "征", "瞭": "了",
}


def mapping():
    variants = ucd.unihan("Unihan_Variants.txt", "kSimplifiedVariant")["kSimplifiedVariant"]
    common = ucd.unihan("Unihan_Readings.txt", "kTGHZ2013")["kTGHZ2013"]
    simplified = {}
    for point, value in variants.items():
        targets = [int(target[2:], 16) for target in value.split()]
        # What lists itself stands in simplified text as well (后 里 干 面 台), unless it is no standard character of
        # today and another target is (復 覆 裡).
        if point in targets and (point in common or len(targets) == 1):
            continue
        targets = [target for target in targets if target != point]
        targets.sort(key=lambda target: target not in common)  # stable: the first standard character, else the first
        simplified[point] = targets[0]
    simplified.update((ord(a), ord(b)) for a, b in BY_HAND.items())
    for point in simplified:  # a simplified character is never simplified again
        while simplified[point] in simplified:
            simplified[point] = simplified[simplified[point]]
    return {a: b for a, b in sorted(simplified.items()) if FIRST <= a <= LAST and b <= 0xFFFF}


def array(out, kind, name, values, form, per_line):
    out.write("\nconst {} {}[] = {{\n".format(kind, name))
    for i in range(0, len(values), per_line):
        out.write("    " + " ".join(form.format(value) + "," for value in values[i:i + per_line]) + "\n")
    out.write("};\n")


def main():
    simplified = mapping()
    bits = [0] * ((LAST + 1 - FIRST) // 32)
    for point in simplified:
        bits[(point - FIRST) // 32] |= 1 << (point - FIRST) % 32
    before = [sum(bin(word).count("1") for word in bits[:i]) for i in range(len(bits))]
    out = sys.stdout
    out.write(ucd.head("gen-variant.py", "Unihan_Variants.txt and Unihan_Readings.txt"))
    out.write('#include "text/variant_table.h"\n\n/* clang-format off */')
    array(out, "uint32_t", "variant_bits", bits, "0x{:X}", 9)
    array(out, "uint16_t", "variant_before", before, "{}", 18)
    array(out, "uint16_t", "variant_simplified", list(simplified.values()), "0x{:X}", 14)


main()
