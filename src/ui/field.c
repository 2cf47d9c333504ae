/* SPDX-License-Identifier: MIT */
#include "ui/field.h"

#include <string.h>

#include "text/utf8.h"
#include "text/width.h"

enum { FIELD_BYTES_MAX = 1024 };

void field_fini(struct field *field)
{
    buf_fini(&field->text);
    field->cursor_bytes = 0;
}

void field_set(struct field *field, struct text text)
{
    buf_clear(&field->text);
    field->cursor_bytes = 0;
    field_insert(field, text);
}

struct text field_text(const struct field *field)
{
    return text_composed(buf_view(&field->text));
}

static void replace(struct field *field, size_t from, size_t to, struct text by)
{
    struct buf next = { 0 };
    struct text old = field_text(field);
    buf_text(&next, text_slice(old, 0, from));
    buf_text(&next, by);
    buf_text(&next, text_slice(old, to, old.bytes));
    buf_fini(&field->text);
    field->text = next;
    field->cursor_bytes = from + by.bytes;
}

void field_insert(struct field *field, struct text text)
{
    /* What is too long is cut, at a character, and seen to be: better than a paste that does nothing. */
    size_t room = FIELD_BYTES_MAX > field->text.bytes ? FIELD_BYTES_MAX - field->text.bytes : 0;
    size_t cut = text.bytes <= room ? text.bytes : room;
    while (cut && cut < text.bytes && ((unsigned char)text.at[cut] & 0xC0) == 0x80)
        cut--;
    replace(field, field->cursor_bytes, field->cursor_bytes, text_slice(text, 0, cut));
}

void field_insert_char(struct field *field, uint32_t codepoint)
{
    struct buf raw = { 0 }, clean = { 0 };
    utf8_put(&raw, codepoint);
    /* A combining mark is only clean behind its base. */
    struct text old = field_text(field);
    size_t base = utf8_prev_cluster(old, field->cursor_bytes);
    struct buf joined = { 0 };
    buf_text(&joined, text_slice(old, base, field->cursor_bytes));
    buf_span(&joined, buf_view(&raw));
    text_clean_to(&clean, buf_view(&joined));
    if (field->text.bytes + clean.bytes <= FIELD_BYTES_MAX)
        replace(field, base, field->cursor_bytes, text_composed(buf_view(&clean)));
    buf_fini(&joined);
    buf_fini(&raw);
    buf_fini(&clean);
}

static size_t word_start(struct text text, size_t at)
{
    while (at && text.at[at - 1] == ' ')
        at--;
    while (at && text.at[at - 1] != ' ')
        at--;
    return at;
}

bool field_edit(struct field *field, enum action action)
{
    struct text text = field_text(field);
    size_t at = field->cursor_bytes;
    switch (action) {
    case ACTION_FIELD_LEFT:
        field->cursor_bytes = utf8_prev_cluster(text, at);
        return true;
    case ACTION_FIELD_RIGHT:
        field->cursor_bytes = utf8_next_cluster(text, at);
        return true;
    case ACTION_FIELD_HOME:
        field->cursor_bytes = 0;
        return true;
    case ACTION_FIELD_END:
        field->cursor_bytes = text.bytes;
        return true;
    case ACTION_FIELD_BACKSPACE:
        replace(field, utf8_prev_cluster(text, at), at, TEXT(""));
        return true;
    case ACTION_FIELD_DELETE:
        replace(field, at, utf8_next_cluster(text, at), TEXT(""));
        return true;
    case ACTION_FIELD_KILL_WORD:
        replace(field, word_start(text, at), at, TEXT(""));
        return true;
    case ACTION_FIELD_KILL_LINE:
        replace(field, 0, text.bytes, TEXT(""));
        return true;
    default:
        return false;
    }
}

void field_draw(const struct field *field, struct grid *grid, int row, int col, int cols)
{
    if (cols < 1)
        return;
    struct text text = field_text(field);
    size_t from = 0;
    /* The cursor needs a column of its own behind the text. */
    while (width_cols(text_slice(text, from, field->cursor_bytes), grid->ambiguous_cols) > cols - 1 &&
           from < field->cursor_bytes)
        from = utf8_next_cluster(text, from);
    grid_fill(grid, row, col, cols, STYLE_FIELD);
    grid_text(grid, row, col, cols, text_slice(text, from, text.bytes), STYLE_FIELD);
    grid->cursor_row = row;
    grid->cursor_col = col + width_cols(text_slice(text, from, field->cursor_bytes), grid->ambiguous_cols);
    if (grid->cursor_col >= grid->cols)
        grid->cursor_col = grid->cols - 1;
    grid->cursor_visible = true;
}
