/* SPDX-License-Identifier: MIT */
#include "search/sound.h"

#include "base/mem.h"
#include "text/pinyin.h"

enum { SPELLING_MAX = 8, SPELLINGS_MAX = 16, SLIPPED_MAX = 7 };

struct sounds {
    const uint32_t *chars;
    uint32_t count;
    bool alike;
    uint64_t *homophones; /* by syllable: the word's Han characters that are read so */
    struct sound *items;  /* by syllable */
};

/* One way to write a syllable. */
struct spelling {
    char letters[SPELLING_MAX];
    int count;
    bool initials; /* its first letters do for an abbreviation, too */
};

/* A syllable as those hear it who tell fewer sounds apart, its letters in one number. */
static uint64_t hear(uint16_t syllable_idx)
{
    int all;
    char heard[SPELLING_MAX] = { 0 };
    size_t bytes = 0;
    const char *syllable = pinyin_syllable(syllable_idx, &all);
    for (const char *at = syllable; *at; at++)
        if (!(*at == 'h' && at > syllable && strchr("zcs", at[-1])))
            heard[bytes++] = at == syllable && *at == 'n' ? 'l' : *at;
    if (bytes > 2 && heard[bytes - 1] == 'g' && heard[bytes - 3] != 'o')
        heard[bytes - 1] = '\0';
    uint64_t number;
    memcpy(&number, heard, sizeof number);
    return number;
}

/* Which of the word's characters each syllable is heard as. */
static void find_homophones(struct sounds *sounds)
{
    uint16_t count = (uint16_t)pinyin_syllables_count();
    uint64_t *heard = mem_array(count, sizeof *heard);
    for (uint16_t syllable = 0; syllable < count; syllable++)
        heard[syllable] = hear(syllable);
    for (uint32_t j = 0; j < sounds->count; j++) {
        const uint16_t *readings;
        for (int i = pinyin_readings(sounds->chars[j], &readings); i > 0; i--)
            for (uint16_t syllable = 0; syllable < count; syllable++)
                if (heard[syllable] == heard[readings[i - 1]])
                    sounds->homophones[syllable] |= UINT64_C(1) << j;
    }
    free(heard);
}

struct sounds *sounds_new(const uint32_t *chars, uint32_t count, bool alike)
{
    struct sounds *sounds = mem_array(1, sizeof *sounds);
    size_t syllables = (size_t)pinyin_syllables_count();
    *sounds = (struct sounds){ .chars = chars, .count = count, .alike = alike };
    sounds->items = mem_array(syllables, sizeof *sounds->items);
    sounds->homophones = mem_array(syllables, sizeof *sounds->homophones);
    if (alike)
        find_homophones(sounds);
    return sounds;
}

void sounds_free(struct sounds *sounds)
{
    free(sounds->items);
    free(sounds->homophones);
    free(sounds);
}

/* ü stands as v in the table and is typed v, u or ü. */
static bool letter_equal(uint32_t typed, char letter)
{
    return typed == (uint32_t)letter || (letter == 'v' && (typed == 'u' || typed == 0xFC));
}

static void add_spelling(struct spelling *spellings, int *count, const char *head, const char *tail, bool initials)
{
    struct spelling *spelling = &spellings[*count];
    size_t head_chars = strlen(head), tail_chars = strlen(tail);
    if (*count == SPELLINGS_MAX || head_chars + tail_chars >= SPELLING_MAX)
        return;
    memcpy(spelling->letters, head, head_chars);
    memcpy(spelling->letters + head_chars, tail, tail_chars + 1);
    spelling->count = (int)(head_chars + tail_chars);
    spelling->initials = initials;
    ++*count;
}

/* Those who do not tell two sounds apart write either. */
static const char *other_initial(const char *syllable, size_t *chars)
{
    static const char pairs[][2][3] = { { "zh", "z" }, { "ch", "c" }, { "sh", "s" }, { "z", "zh" },
                                        { "c", "ch" }, { "s", "sh" }, { "n", "l" },  { "l", "n" } };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        *chars = strlen(pairs[i][0]);
        if (strncmp(syllable, pairs[i][0], *chars) == 0)
            return pairs[i][1];
    }
    return NULL;
}

static bool other_final(const char *syllable, char other[SPELLING_MAX])
{
    size_t chars = strlen(syllable);
    memcpy(other, syllable, chars + 1);
    if (chars > 3 && strcmp(syllable + chars - 2, "ng") == 0 && syllable[chars - 3] != 'o')
        other[chars - 1] = '\0';
    else if (chars > 2 && syllable[chars - 1] == 'n' && strchr("aei", syllable[chars - 2]))
        memcpy(other + chars, "g", 2);
    else
        return false;
    return true;
}

static int spell(const char *syllable, bool alike, struct spelling spellings[SPELLINGS_MAX])
{
    int count = 0;
    size_t chars;
    char other[SPELLING_MAX];
    add_spelling(spellings, &count, "", syllable, true);
    if (syllable[1] == 'v')
        add_spelling(spellings, &count, syllable[0] == 'l' ? "lyu" : "nyu", syllable + 2, false);
    if (!alike)
        return count;
    const char *initial = other_initial(syllable, &chars);
    if (initial)
        add_spelling(spellings, &count, initial, syllable + chars, false);
    if (!other_final(syllable, other))
        return count;
    add_spelling(spellings, &count, "", other, false);
    if (initial)
        add_spelling(spellings, &count, initial, other + chars, false);
    return count;
}

static void add_at(const struct sounds *sounds, struct sound *sound, const struct spelling *spelling, uint32_t j)
{
    struct match_step *step = &sound->step;
    uint64_t bit = UINT64_C(1) << j;
    int same = 0;
    while (same < spelling->count && j + (uint32_t)same < sounds->count &&
           letter_equal(sounds->chars[j + (uint32_t)same], spelling->letters[same]))
        same++;
    if (same == 0)
        return;
    if (spelling->initials) {
        step->initial[1] |= bit;
        if (same >= 2 && spelling->letters[1] == 'h' && strchr("zcs", spelling->letters[0]))
            step->initial[2] |= bit;
        sound->useful = true;
    }
    if (same == spelling->count) {
        step->syllable[same] |= bit;
        step->syllable_max = same > step->syllable_max ? same : step->syllable_max;
        sound->useful = true;
    } else if (j + (uint32_t)same == sounds->count && (spelling->initials || same >= 2)) {
        step->beginning |= bit;
        sound->useful = true;
    }
}

/* Are they one slip apart: a letter wrong, missing, too many, or two swapped? */
static bool one_apart(const uint32_t *typed, int typed_count, const struct spelling *spelling)
{
    const char *letters = spelling->letters;
    int shorter = typed_count < spelling->count ? typed_count : spelling->count, head = 0, tail = 0;
    while (head < shorter && letter_equal(typed[head], letters[head]))
        head++;
    while (tail < shorter - head && letter_equal(typed[typed_count - 1 - tail], letters[spelling->count - 1 - tail]))
        tail++;
    int typed_left = typed_count - head - tail, left = spelling->count - head - tail;
    if (typed_left == 2 && left == 2)
        return letter_equal(typed[head], letters[head + 1]) && letter_equal(typed[head + 1], letters[head]);
    return typed_left <= 1 && left <= 1 && typed_left + left > 0;
}

/* A syllable of one letter, or one letter for two, would be anything at all. */
static void add_slips(const struct sounds *sounds, struct sound *sound, const struct spelling *spelling)
{
    for (uint32_t j = 0; spelling->count > 1 && j < sounds->count; j++)
        for (int typed = spelling->count > 2 ? spelling->count - 1 : 2; typed <= spelling->count + 1; typed++) {
            bool letters = typed <= SLIPPED_MAX && j + (uint32_t)typed <= sounds->count;
            for (int i = 0; letters && i < typed; i++)
                letters = sounds->chars[j + (uint32_t)i] < 0x100;
            if (letters && one_apart(sounds->chars + j, typed, spelling)) {
                sound->slip.slipped[typed] |= UINT64_C(1) << j;
                sound->useful = true;
            }
        }
}

const struct sound *sounds_get(struct sounds *sounds, uint16_t syllable)
{
    struct sound *sound = &sounds->items[syllable];
    struct spelling spellings[SPELLINGS_MAX];
    int bytes;
    if (sound->known)
        return sound;
    sound->known = true;
    int count = spell(pinyin_syllable(syllable, &bytes), sounds->alike, spellings);
    for (int i = 0; i < count; i++)
        for (uint32_t j = 0; j < sounds->count; j++)
            add_at(sounds, sound, &spellings[i], j);
    if (sounds->alike)
        add_slips(sounds, sound, &spellings[0]);
    if (sounds->homophones[syllable]) {
        sound->step.syllable[1] |= sounds->homophones[syllable];
        sound->step.syllable_max = sound->step.syllable_max > 1 ? sound->step.syllable_max : 1;
        sound->useful = true;
    }
    return sound;
}
