/* SPDX-License-Identifier: MIT */
/* Finding tasks and sections by what people write: 2.7, 二、7, 民生.4, 2020:m.4.2, 袁家军. */
#include <string.h>

#include "breakdown/breakdown.h"
#include "text/utf8.h"
#include "wording/number.h"

/* An id taken apart; texts borrow the normalised id. */
struct id {
    struct text volume, section;
    unsigned no, part, turn;
};

enum { ID_MAX_BYTES = 256, FIELDS_MAX = 3 };

/* Full-width forms to ASCII, and every separator between the numbers to a point. */
static bool normalise(struct text id, struct buf *out)
{
    if (id.bytes > ID_MAX_BYTES)
        return false;
    size_t bytes;
    for (size_t at = 0; at < id.bytes; at += bytes) {
        uint32_t c = utf8_at(id, at, &bytes);
        uint32_t ascii = utf8_ime_ascii(c);
        if (ascii == ' ')
            continue;
        if (c == 0x3001 || c == 0x3002 || c == 0xB7 || c == 0x2014 || c == 0x2013 || ascii == '-')
            ascii = '.';
        utf8_put(out, ascii >= 'A' && ascii <= 'Z' ? ascii + 32 : ascii);
    }
    return true;
}

static bool take_apart(struct text all, struct id *id)
{
    *id = (struct id){ .volume = { "", 0 }, .turn = 1 };
    for (size_t i = all.bytes; i-- > 0;) {
        if (all.at[i] == ':') {
            id->volume = text_slice(all, 0, i);
            all = text_slice(all, i + 1, all.bytes);
            break;
        }
    }
    struct text fields[FIELDS_MAX];
    unsigned count = 0;
    for (size_t from = 0, at = 0; at <= all.bytes; at++) {
        if (at < all.bytes && all.at[at] != '.')
            continue;
        if (count == FIELDS_MAX || at == from)
            return false;
        fields[count++] = text_slice(all, from, at);
        from = at + 1;
    }
    if (count < 2)
        return false;
    for (unsigned i = 1; i < count; i++) {
        const char *turn = memchr(fields[i].at, '#', fields[i].bytes);
        if (!turn)
            continue;
        size_t head_bytes = (size_t)(turn - fields[i].at);
        id->turn = number_of(text_slice(fields[i], head_bytes + 1, fields[i].bytes));
        fields[i] = text_slice(fields[i], 0, head_bytes);
    }
    id->section = fields[0];
    id->no = number_of(fields[1]);
    id->part = count > 2 ? number_of(fields[2]) : 0;
    return id->no && id->turn && (count < 3 || id->part);
}

static bool is_livelihood_word(struct text what)
{
    return text_equal(what, TEXT("民生")) || text_equal(what, TEXT("livelihood")) || text_equal(what, TEXT("民生实事"));
}

/* What a section is asked to be; whether its number is printed is found out once a volume, not once a section. */
struct wanted {
    struct text what;
    unsigned number;
    uint32_t volume_idx; /* for which printed holds; NO_IDX: for none yet */
    bool printed;
};

static struct wanted wanted_of(struct text what)
{
    return (struct wanted){ .what = what, .number = number_of(what), .volume_idx = NO_IDX };
}

/* Does some section of the volume carry this printed number? */
static bool number_printed(const struct breakdown *b, uint32_t volume_idx, struct wanted *wanted)
{
    struct slice sections = b->volumes[volume_idx].sections;
    if (wanted->volume_idx == volume_idx)
        return wanted->printed;
    wanted->volume_idx = volume_idx;
    wanted->printed = false;
    for (uint32_t i = 0; i < sections.count && !wanted->printed; i++)
        wanted->printed = text_equal(b->sections[sections.from + i].no, wanted->what);
    return wanted->printed;
}

/* Is what the section's id, printed number (which beats the ordinal) or the livelihood's name? */
static bool section_is(const struct breakdown *b, const struct section *section, struct wanted *wanted)
{
    if (text_empty(wanted->what))
        return false;
    if (text_equal(section->id, wanted->what) || text_equal(section->no, wanted->what))
        return true;
    if (section->kind == SECTION_LIVELIHOOD)
        return is_livelihood_word(wanted->what) && text_equal(section->id, TEXT("m"));
    if (!wanted->number || number_printed(b, section->volume_idx, wanted))
        return false;
    return wanted->number == number_of(section->id);
}

static uint32_t find_in_section(const struct breakdown *b, const struct section *section, const struct id *id,
                                struct task_ref *ref)
{
    unsigned turn = 0;
    for (uint32_t i = 0; i < section->tasks.count; i++) {
        const struct task *task = &b->tasks[section->tasks.from + i];
        if (task->no != (int)id->no || ++turn != id->turn)
            continue;
        if (id->part > task->parts.count)
            return 0;
        *ref = (struct task_ref){ section->tasks.from + i, id->part ? task->parts.from + id->part - 1 : NO_IDX };
        return 1;
    }
    return 0;
}

uint32_t task_find(const struct breakdown *b, struct text text, struct task_ref *refs, uint32_t max)
{
    struct buf normal = { 0 }, name = { 0 };
    struct id id;
    uint32_t count = 0;
    if (normalise(text, &normal) && take_apart(text_composed(buf_view(&normal)), &id)) {
        struct wanted wanted = wanted_of(id.section);
        for (uint32_t i = 0; i < b->sections_count && count < max; i++) {
            const struct section *section = &b->sections[i];
            buf_clear(&name);
            normalise(b->volumes[section->volume_idx].name, &name);
            if (!text_empty(id.volume) && !text_equal(text_composed(buf_view(&name)), id.volume))
                continue;
            if (section_is(b, section, &wanted))
                count += find_in_section(b, section, &id, &refs[count]);
        }
    }
    buf_fini(&normal);
    buf_fini(&name);
    return count;
}

uint32_t section_find(const struct breakdown *b, struct text what, uint32_t *section_idxs, uint32_t max)
{
    struct buf normal = { 0 };
    uint32_t count = 0;
    if (normalise(what, &normal)) {
        struct wanted wanted = wanted_of(text_composed(buf_view(&normal)));
        for (uint32_t i = 0; i < b->sections_count && count < max; i++) {
            const struct section *section = &b->sections[i];
            bool found = !text_empty(what) && (text_equal(section->leader, what) ||
                                               text_equal(section->heading, what) || section_is(b, section, &wanted));
            if (found)
                section_idxs[count++] = i;
        }
    }
    buf_fini(&normal);
    return count;
}
