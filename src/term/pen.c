/* SPDX-License-Identifier: MIT */
#include "term/pen.h"

#include <limits.h>
#include <string.h>
#include <wchar.h>

#include "system/locale.h"
#include "term/piece.h"
#include "term/screen.h"
#include "term/style.h"
#include "text/utf8.h"
#include "text/width.h"

static struct {
    const char *cup, *home, *cr, *cuf, *cuf1, *cub, *cub1, *cud, *cud1, *cuu, *cuu1, *hpa, *vpa;
    const char *clear, *el, *ech, *csr, *ind, *ri, *civis, *cnorm, *sgr0, *op;
    bool wraps_at_once;                        /* writing the last cell of all would scroll */
    char looks[STYLES_COUNT][PIECE_MAX_BYTES]; /* from the normal look to this one */
    uint8_t look_of[STYLES_COUNT];
    bool on_blanks[STYLES_COUNT];
    char leave[PIECE_MAX_BYTES]; /* to the normal look */
} terminal;

static void tell(struct pen *pen, const struct piece *piece)
{
    if (!piece->impossible)
        buf_add(&pen->out, piece->at, piece->bytes);
}

/* What takes the terminal from the normal look to a style's. True when it has a colour. */
static bool learn_look(enum style style)
{
    static const struct {
        unsigned attribute;
        int no_color_video; /* its bit in ncv: what the terminal cannot do together with colours */
        const char *name;
    } modes[] = { { A_BOLD, 32, "bold" }, { A_DIM, 16, "dim" }, { A_UNDERLINE, 2, "smul" }, { A_REVERSE, 4, "rev" } };
    unsigned attributes;
    int color, ncv = tigetnum("ncv");
    struct piece look = { 0 };
    term_style_look(style, &attributes, &color);
    /* What cannot be ended is not begun. */
    if (!terminal.sgr0) {
        attributes = 0;
        color = -1;
    }
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        bool lost = color >= 0 && ncv > 0 && (ncv & modes[i].no_color_video);
        if (!(attributes & modes[i].attribute) || lost || !piece_capability(modes[i].name))
            continue;
        piece_join(&look, piece_capability(modes[i].name), 0);
        if (modes[i].attribute & (A_UNDERLINE | A_REVERSE))
            terminal.on_blanks[style] = true;
    }
    if (color >= 0)
        piece_join(&look, piece_capability("setaf"), color);
    memcpy(terminal.looks[style], look.at, look.bytes + 1);
    int same = 0;
    while (strcmp(terminal.looks[same], look.at) != 0)
        same++;
    terminal.look_of[style] = (uint8_t)same;
    return color >= 0;
}

/* The end of all attributes, without what ends line drawing by character sets: it is never begun. */
static void learn_leave(bool colored)
{
    static const char *const sets[] = { "\033(B", "\017" };
    struct piece leave = { 0 };
    piece_join(&leave, terminal.sgr0, 0);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        char *at = strstr(leave.at, sets[i]);
        if (at)
            memmove(at, at + strlen(sets[i]), strlen(at + strlen(sets[i])) + 1);
    }
    leave.bytes = strlen(leave.at);
    /* ECMA-48's end of attributes is the end of colours, too; of others nobody knows. */
    if (colored && !piece_is_sgr(leave.at))
        piece_join(&leave, terminal.op, 0);
    memcpy(terminal.leave, leave.at, leave.bytes + 1);
}

void pen_learn(void)
{
    const struct {
        const char **to, *name;
    } names[] = {
        { &terminal.cup, "cup" },   { &terminal.home, "home" },   { &terminal.cr, "cr" },
        { &terminal.cuf, "cuf" },   { &terminal.cuf1, "cuf1" },   { &terminal.cub, "cub" },
        { &terminal.cub1, "cub1" }, { &terminal.cud, "cud" },     { &terminal.cud1, "cud1" },
        { &terminal.cuu, "cuu" },   { &terminal.cuu1, "cuu1" },   { &terminal.hpa, "hpa" },
        { &terminal.vpa, "vpa" },   { &terminal.clear, "clear" }, { &terminal.el, "el" },
        { &terminal.ech, "ech" },   { &terminal.csr, "csr" },     { &terminal.ind, "ind" },
        { &terminal.ri, "ri" },     { &terminal.civis, "civis" }, { &terminal.cnorm, "cnorm" },
        { &terminal.sgr0, "sgr0" }, { &terminal.op, "op" },
    };
    memset(&terminal, 0, sizeof terminal);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        *names[i].to = piece_capability(names[i].name);
    terminal.wraps_at_once = tigetflag("am") == 1 && tigetflag("xenl") != 1;
    bool colored = false;
    for (int style = 0; style < STYLES_COUNT; style++)
        colored = learn_look((enum style)style) || colored;
    learn_leave(colored);
}

bool pen_shows_on_blanks(uint8_t look)
{
    return terminal.on_blanks[look];
}

uint8_t pen_look_of(const struct cell *cell)
{
    uint8_t style = cell->style < STYLES_COUNT ? cell->style : STYLE_NORMAL;
    bool is_blank = cell->cols == 1 && cell->chars[0] == ' ' && !cell->chars[1];
    return is_blank && !terminal.on_blanks[style] ? STYLE_NORMAL : terminal.look_of[style];
}

struct pen_mark pen_mark(const struct pen *pen)
{
    return (struct pen_mark){ pen->out.bytes, pen->row, pen->col, pen->look };
}

void pen_again(struct pen *pen, struct pen_mark start)
{
    pen->row = start.row;
    pen->col = start.col;
    pen->look = start.look;
}

void pen_undo(struct pen *pen, struct pen_mark start)
{
    pen_again(pen, start);
    pen->out.bytes = start.bytes;
}

void pen_keep_shorter(struct pen *pen, struct pen_mark start, struct pen_mark first)
{
    size_t first_bytes = first.bytes - start.bytes, second_bytes = pen->out.bytes - first.bytes;
    if (second_bytes >= first_bytes) {
        pen_undo(pen, first);
        return;
    }
    memmove(pen->out.at + start.bytes, pen->out.at + first.bytes, second_bytes);
    pen->out.bytes = start.bytes + second_bytes;
}

static void lost(struct pen *pen)
{
    pen->row = pen->col = -1;
}

void pen_clear(struct pen *pen)
{
    struct piece region = { 0 }, clear = { 0 };
    pen->look = STYLE_NORMAL;
    buf_string(&pen->out, terminal.leave);
    /* A foreign program may have left one; so may our own frame, when the window grew while it was on its way. */
    piece_add(&region, terminal.csr, 0, pen->rows - 1);
    tell(pen, &region);
    piece_add(&clear, terminal.clear, 0, 0);
    tell(pen, &clear);
    pen->row = pen->col = 0;
}

static void add_vertical(struct piece *piece, int from, int to)
{
    if (from == to)
        return;
    int count = from < to ? to - from : from - to;
    struct piece best = *piece, one = *piece, there = *piece;
    piece_add(&best, from < to ? terminal.cud : terminal.cuu, count, 0);
    piece_add_times(&one, from < to ? terminal.cud1 : terminal.cuu1, count);
    piece_add(&there, terminal.vpa, to, 0);
    piece_keep_shorter(&best, &one);
    piece_keep_shorter(&best, &there);
    *piece = best;
}

static void add_right(struct piece *piece, int count)
{
    struct piece many = *piece;
    piece_add_times(piece, terminal.cuf1, count);
    piece_add(&many, terminal.cuf, count, 0);
    piece_keep_shorter(piece, &many);
}

static void add_horizontal(struct piece *piece, int from, int to)
{
    if (from == to)
        return;
    struct piece best = *piece, there = *piece, left = *piece;
    piece_add(&there, terminal.hpa, to, 0);
    piece_add(&left, terminal.cr, 0, 0);
    if (to > 0)
        add_right(&left, to);
    if (from < to) {
        add_right(&best, to - from);
    } else {
        struct piece one = *piece;
        piece_add(&best, terminal.cub, from - to, 0);
        piece_add_times(&one, terminal.cub1, from - to);
        piece_keep_shorter(&best, &one);
    }
    piece_keep_shorter(&best, &there);
    piece_keep_shorter(&best, &left);
    *piece = best;
}

static struct piece way(const struct pen *pen, int row, int col)
{
    struct piece best = { 0 }, other = { 0 };
    if (pen->row == row && pen->col == col)
        return best;
    piece_add(&best, terminal.cup, row, col);
    if (row == 0 && col == 0) {
        piece_add(&other, terminal.home, 0, 0);
        piece_keep_shorter(&best, &other);
    }
    if (pen->row >= 0 && pen->col >= 0) {
        other = (struct piece){ 0 };
        add_vertical(&other, pen->row, row);
        add_horizontal(&other, pen->col, col);
        piece_keep_shorter(&best, &other);
    }
    return best;
}

size_t pen_move_bytes(const struct pen *pen, int row, int col)
{
    return way(pen, row, col).bytes;
}

void pen_move(struct pen *pen, int row, int col)
{
    struct piece piece = way(pen, row, col);
    tell(pen, &piece);
    pen->row = row;
    pen->col = col;
}

void pen_look(struct pen *pen, uint8_t look)
{
    if (look == pen->look)
        return;
    struct piece piece = { 0 };
    if (pen->look != STYLE_NORMAL)
        piece_join(&piece, terminal.leave, 0);
    if (look != STYLE_NORMAL)
        piece_join(&piece, terminal.looks[look], 0);
    tell(pen, &piece);
    pen->look = look;
}

static void put_char(struct buf *out, uint32_t c)
{
    char bytes[MB_LEN_MAX];
    mbstate_t shift = { 0 };
    if (c < 0x80 || locale_kind() == LOCALE_UTF8) {
        utf8_put(out, c);
        return;
    }
    size_t count = wcrtomb(bytes, (wchar_t)c, &shift);
    if (count != (size_t)-1)
        buf_add(out, bytes, count);
}

/* In a locale that lacks the character a mark as wide. */
void pen_put(struct pen *pen, const struct cell *cell)
{
    bool is_last = pen->col + cell->cols >= pen->cols;
    bool would_scroll = is_last && pen->row == pen->rows - 1 && terminal.wraps_at_once;
    for (int i = 0; i < CELL_CHARS_MAX && cell->chars[i] && !would_scroll; i++) {
        uint32_t c = locale_char(cell->chars[i], cell->cols);
        if (c && (i == 0 || width_char(c, 1) == 0))
            put_char(&pen->out, c);
        else if (i == 0)
            buf_fill(&pen->out, ' ', cell->cols);
    }
    pen->col += cell->cols;
    /* Behind the last column terminals differ. */
    if (is_last)
        lost(pen);
}

bool pen_can_erase_rest(void)
{
    return terminal.el != NULL;
}

bool pen_erase_rest(struct pen *pen)
{
    struct piece piece = { 0 };
    piece_add(&piece, terminal.el, 0, 0);
    tell(pen, &piece);
    return !piece.impossible;
}

bool pen_erase(struct pen *pen, int cols)
{
    struct piece piece = { 0 };
    piece_add(&piece, terminal.ech, cols, 0);
    tell(pen, &piece);
    return !piece.impossible;
}

bool pen_scroll(struct pen *pen, int top, int bottom, int lines)
{
    if (!terminal.csr || !terminal.ind || !terminal.ri)
        return false;
    /* What is missing in the last cell of all would be missing elsewhere, and what came there could not be erased. */
    if (terminal.wraps_at_once && bottom == pen->rows - 1)
        return false;
    struct piece set = { 0 }, roll = { 0 }, reset = { 0 };
    piece_add(&set, terminal.csr, top, bottom);
    piece_add_times(&roll, lines > 0 ? terminal.ind : terminal.ri, lines > 0 ? lines : -lines);
    piece_add(&reset, terminal.csr, 0, pen->rows - 1);
    if (set.impossible || roll.impossible || reset.impossible)
        return false;
    pen_look(pen, STYLE_NORMAL);
    tell(pen, &set);
    lost(pen);
    pen_move(pen, lines > 0 ? bottom : top, 0);
    tell(pen, &roll);
    tell(pen, &reset);
    lost(pen);
    return true;
}

void pen_cursor(struct pen *pen, bool visible)
{
    struct piece piece = { 0 };
    piece_add(&piece, visible ? terminal.cnorm : terminal.civis, 0, 0);
    tell(pen, &piece);
}

bool pen_can_hide_cursor(void)
{
    return terminal.civis != NULL;
}
