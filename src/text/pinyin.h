/* SPDX-License-Identifier: MIT */
/*
 * Readings of a Han character in toneless pinyin, ü as v.  Every reading that a dictionary gives, none that no
 * dictionary gives: union of Unihan's kHanyuPinlu, kMandarin, kTGHZ2013; for characters outside the last,
 * kXHC1983, then kHanyuPinyin; and those that it has in names of places (六安 lu, 乐亭 lao: tools/place-readings.tsv).
 * tools/gen-pinyin.py makes pinyin_table.c.
 */
#ifndef TEXT_PINYIN_H
#define TEXT_PINYIN_H

#include <stdint.h>

#include "text/text.h"

#define PINYIN_READINGS_MAX 12

/*
 * The readings of codepoint as indices of syllables, most usual first.  Returns how many (0 for what is no Han
 * character of U+4E00-9FFF or of 《通用规范汉字表》, or has no reading), at most PINYIN_READINGS_MAX; *readings then points to that many
 * indices in static storage.
 */
int pinyin_readings(uint32_t codepoint, const uint16_t **readings);

/* A syllable by index: lower-case ASCII, "zhang", "lv"; *bytes its length (1 to 6). */
const char *pinyin_syllable(uint16_t index, int *bytes);

/* How many syllables there are. */
int pinyin_syllables_count(void);

/* 26-bit set of the first letters of all readings of codepoint ('a' is bit 0); 0 for what has none. */
uint32_t pinyin_initials(uint32_t codepoint);

/* The letter under a tone mark as pinyin has it, folded: ǎ is a, ǚ is ü, ń is n; itself for everything else. */
uint32_t pinyin_toneless(uint32_t folded);

/*
 * The place of the character at *at in the order of names: that of its most usual reading (syllables are numbered by the
 * alphabet), so that xi an sorts before xian; what has no reading sorts behind; 0 stands for the end.  Steps on.
 */
uint64_t pinyin_order(struct text text, size_t *at);
/* Less than 0, 0, more than 0: the order of two texts by that. */
int pinyin_compare(struct text a, struct text b);

#endif
