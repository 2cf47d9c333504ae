/* SPDX-License-Identifier: MIT */
#include "text/gb18030.h"

#include <stdbool.h>

#include "text/gb18030_table.h"

enum {
    BMP = 0x10000,
    FOUR_BYTES = 39420,         /* characters of the basic plane that take four */
    FOUR_BYTES_BEYOND = 189000, /* where those of the other planes begin */
    LAST_BEYOND = FOUR_BYTES_BEYOND + 0xfffff
};

/* Private use of GB 18030-2000 → the character of today. In the order of the first. */
static const struct {
    uint16_t lent;
    uint32_t now;
} moved[] = {
    { 0xe78d, 0xfe10 },  { 0xe78e, 0xfe12 },  { 0xe78f, 0xfe11 },  { 0xe790, 0xfe13 },  { 0xe791, 0xfe14 },
    { 0xe792, 0xfe15 },  { 0xe793, 0xfe16 },  { 0xe794, 0xfe17 },  { 0xe795, 0xfe18 },  { 0xe796, 0xfe19 },
    { 0xe7c7, 0x1e3f },  { 0xe816, 0x20087 }, { 0xe817, 0x20089 }, { 0xe818, 0x200cc }, { 0xe81e, 0x9fb4 },
    { 0xe826, 0x9fb5 },  { 0xe82b, 0x9fb6 },  { 0xe82c, 0x9fb7 },  { 0xe831, 0x215d7 }, { 0xe832, 0x9fb8 },
    { 0xe83b, 0x2298f }, { 0xe843, 0x9fb9 },  { 0xe854, 0x9fba },  { 0xe855, 0x241fe }, { 0xe864, 0x9fbb },
};

enum { MOVED_COUNT = sizeof moved / sizeof *moved };

static uint32_t now_of(uint32_t lent)
{
    if (lent >= moved[0].lent && lent <= moved[MOVED_COUNT - 1].lent)
        for (size_t i = 0; i < MOVED_COUNT; i++)
            if (moved[i].lent == lent)
                return moved[i].now;
    return lent;
}

static uint32_t lent_of(uint32_t now)
{
    /* Nearly all that is ever written lies between two of them. */
    if (now >= 0x1e3f && (now < 0x1e40 || now >= 0x9fb4))
        for (size_t i = 0; i < MOVED_COUNT; i++)
            if (moved[i].now == now)
                return moved[i].lent;
    return now;
}

/*
 * Made at the first use.  Of a character of the basic plane its index among those of two bytes, or, behind them, among
 * those of four; 0xffff for none.
 */
static uint16_t index_of[BMP], point_of_four[FOUR_BYTES];

static void make_indices(void)
{
    static bool made;
    if (made)
        return;
    memset(index_of, 0xff, sizeof index_of);
    for (size_t i = 0; i < GB18030_TWO_BYTES; i++)
        index_of[gb18030_two_bytes[i]] = (uint16_t)i;
    for (uint32_t c = 0x80, next = 0; c < BMP; c++)
        if ((c < 0xd800 || c >= 0xe000) && index_of[c] == 0xffff) {
            point_of_four[next] = (uint16_t)c;
            index_of[c] = (uint16_t)(GB18030_TWO_BYTES + next++);
        }
    made = true;
}

static bool between(unsigned char byte, unsigned char first, unsigned char last)
{
    return byte >= first && byte <= last;
}

static enum gb18030_found read_four(const unsigned char *at, size_t bytes, uint32_t *c)
{
    if ((bytes > 2 && !between(at[2], 0x81, 0xfe)) || (bytes > 3 && !between(at[3], 0x30, 0x39)))
        return GB18030_BROKEN;
    if (bytes < 4)
        return GB18030_PARTIAL;
    uint32_t idx = (((at[0] - 0x81u) * 10 + at[1] - 0x30u) * 126 + at[2] - 0x81u) * 10 + at[3] - 0x30u;
    make_indices();
    if (idx < FOUR_BYTES)
        *c = point_of_four[idx];
    else if (idx >= FOUR_BYTES_BEYOND && idx <= LAST_BEYOND)
        *c = BMP + idx - FOUR_BYTES_BEYOND;
    else
        return GB18030_BROKEN;
    return GB18030_CHAR;
}

enum gb18030_found gb18030_read(struct span bytes, uint32_t *c, size_t *used_bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.at;
    *used_bytes = 1;
    *c = at[0];
    if (at[0] < 0x80)
        return GB18030_CHAR;
    if (!between(at[0], 0x81, 0xfe))
        return GB18030_BROKEN;
    if (bytes.bytes < 2)
        return GB18030_PARTIAL;
    if (between(at[1], 0x30, 0x39)) {
        enum gb18030_found found = read_four(at, bytes.bytes, c);
        *used_bytes = found == GB18030_CHAR ? 4 : 1;
        return found;
    }
    if (!between(at[1], 0x40, 0xfe) || at[1] == 0x7f)
        return GB18030_BROKEN;
    *used_bytes = 2;
    *c = now_of(gb18030_two_bytes[(at[0] - 0x81) * GB18030_TRAILS + at[1] - (at[1] > 0x7f ? 0x41 : 0x40)]);
    return GB18030_CHAR;
}

static size_t write_four(uint32_t idx, char bytes[GB18030_MAX_BYTES])
{
    bytes[3] = (char)(0x30 + idx % 10);
    bytes[2] = (char)(0x81 + idx / 10 % 126);
    bytes[1] = (char)(0x30 + idx / 1260 % 10);
    bytes[0] = (char)(0x81 + idx / 12600);
    return 4;
}

size_t gb18030_write(uint32_t c, char bytes[GB18030_MAX_BYTES])
{
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    if (c > 0x10ffff || now_of(c) != c)
        return 0;
    c = lent_of(c);
    if (c >= BMP)
        return write_four(c - BMP + FOUR_BYTES_BEYOND, bytes);
    make_indices();
    uint32_t idx = index_of[c];
    if (idx == 0xffff)
        return 0;
    if (idx >= GB18030_TWO_BYTES)
        return write_four(idx - GB18030_TWO_BYTES, bytes);
    uint32_t trail = idx % GB18030_TRAILS;
    bytes[0] = (char)(0x81 + idx / GB18030_TRAILS);
    bytes[1] = (char)(trail + (trail < 0x3f ? 0x40 : 0x41));
    return 2;
}
