/* SPDX-License-Identifier: MIT */
#include "term/terminfo.h"

#include <string.h>

#include "term/frame.h"
#include "term/screen.h"
/* Its names are those of this file's library: behind all of ours. */
#include <term.h>

bool terminfo_knows(const char *kind)
{
    int found = 0;
    if (setupterm(kind, 1, &found) != OK)
        return false;
    bool moves = cursor_address != NULL;
    del_curterm(cur_term);
    return moves;
}

bool terminfo_direct_color(void)
{
    return tigetflag("RGB") == 1 || tigetnum("RGB") > 0;
}

/* A string of the description, in curses' own copy; NULL when there is none. */
static char *own_string(const char *name)
{
    char *string = tigetstr(name);
    return string == (char *)-1 || !string || !*string ? NULL : string;
}

static void cut(char *string, const char *piece)
{
    char *at = string ? strstr(string, piece) : NULL;
    if (at)
        memmove(at, at + strlen(piece), strlen(at + strlen(piece)) + 1);
}

void terminfo_trim(void)
{
    const char *begin = own_string("smacs"), *end = own_string("rmacs");
    struct buf choice = { 0 };
    if (!begin || !end)
        return;
    buf_printf(&choice, "%%?%%p9%%t%s%%e%s%%;", begin, end);
    cut(own_string("sgr"), choice.at);
    cut(own_string("sgr0"), end);
    buf_fini(&choice);
}

bool terminfo_lacks_last_cell(void)
{
    return auto_right_margin && !(enter_am_mode && exit_am_mode);
}

void terminfo_keys(struct input *input)
{
    const struct {
        const char *sequence;
        uint32_t key;
    } keys[] = {
        { key_up, K_UP },     { key_down, K_DOWN }, { key_left, K_LEFT },     { key_right, K_RIGHT },
        { key_home, K_HOME }, { key_end, K_END },   { key_ppage, K_PAGE_UP }, { key_npage, K_PAGE_DOWN },
        { key_ic, K_INSERT }, { key_dc, K_DELETE }, { key_btab, K_BACK_TAB }, { key_enter, K_ENTER },
        { key_f1, K_F1 },     { key_f2, K_F2 },     { key_f3, K_F3 },         { key_f4, K_F4 },
        { key_f5, K_F5 },     { key_f6, K_F6 },     { key_f7, K_F7 },         { key_f8, K_F8 },
        { key_f9, K_F9 },     { key_f10, K_F10 },   { key_f11, K_F11 },       { key_f12, K_F12 },
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        input_add_key(input, keys[i].sequence, keys[i].key);
}

/* tputs() asks for a function that takes bytes one by one. */
static struct buf *target;

static int put_byte(int byte)
{
    buf_char(target, (char)byte);
    return byte;
}

static void put(struct buf *out, const char *capability)
{
    target = out;
    if (capability)
        tputs(capability, 1, put_byte);
}

void terminfo_reset_region(int rows)
{
    struct buf region = { 0 };
    if (change_scroll_region)
        put(&region, tparm(change_scroll_region, 0, rows - 1));
    frame_add(buf_view(&region));
    buf_fini(&region);
}

void terminfo_end(int rows, struct buf *out)
{
    put(out, exit_attribute_mode);
    put(out, keypad_local);
    put(out, cursor_normal);
    put(out, exit_ca_mode);
    if (!exit_ca_mode && cursor_address) {
        put(out, tparm(cursor_address, rows - 1, 0));
        put(out, clr_eol);
    }
}
