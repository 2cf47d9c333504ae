/* SPDX-License-Identifier: MIT */
#include "term/input.h"

#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "term/sequence.h"
#include "text/utf8.h"

struct input_key {
    char *sequence;
    size_t bytes;
    uint32_t key;
};

enum found { FOUND_EVENT, FOUND_NOTHING, FOUND_PARTIAL };

void input_add_key(struct input *input, const char *sequence, uint32_t key)
{
    /* Only sequences: where terminfo has a plain character (^H), the character rules. */
    if (!sequence || sequence[0] != 27 || !sequence[1])
        return;
    MEM_GROW(input->keys, input->keys_count + 1, input->keys_cap);
    input->keys[input->keys_count++] = (struct input_key){ mem_copy_string(sequence), strlen(sequence), key };
}

void input_fini(struct input *input)
{
    for (size_t i = 0; i < input->keys_count; i++)
        free(input->keys[i].sequence);
    free(input->keys);
    buf_fini(&input->bytes);
    buf_fini(&input->paste);
    buf_fini(&input->text);
    *input = (struct input){ 0 };
}

static struct span pending(const struct input *input)
{
    return (struct span){ input->bytes.at ? input->bytes.at + input->from_bytes : "",
                          input->bytes.bytes - input->from_bytes };
}

void input_feed(struct input *input, struct span bytes, long long now_ms)
{
    if (input->from_bytes == input->bytes.bytes) {
        buf_clear(&input->bytes);
        input->from_bytes = 0;
    } else if (input->from_bytes >= INPUT_PASTE_MAX_BYTES) {
        /* A long paste leaves some bytes behind at every step: its beginning need not stay. */
        struct buf rest = { 0 };
        buf_span(&rest, pending(input));
        buf_fini(&input->bytes);
        input->bytes = rest;
        input->from_bytes = 0;
    }
    buf_span(&input->bytes, bytes);
    input->fed_ms = now_ms;
}

/* One character in the locale's encoding; 0 for bytes that are none, which are skipped. */
static enum found read_char(struct span bytes, size_t *used_bytes, uint32_t *codepoint)
{
    mbstate_t shift = { 0 };
    wchar_t c = 0;
    size_t length = mbrtowc(&c, bytes.at, bytes.bytes, &shift);
    if (length == (size_t)-2)
        return FOUND_PARTIAL;
    bool broken = length == (size_t)-1;
    *used_bytes = broken || length == 0 ? 1 : length;
    *codepoint = broken ? 0 : (uint32_t)c;
    return FOUND_EVENT;
}

static struct event key_event(uint32_t key, unsigned mods)
{
    if (key == '\n')
        key = K_ENTER;
    else if (key == '\b')
        key = K_BACKSPACE;
    return (struct event){ .kind = EVENT_KEY, .key = key, .mods = mods };
}

/* Not typed by anyone: C1 controls, surrogates, noncharacters. */
static bool is_typed(uint32_t c)
{
    return c != 0 && !(c >= 0x80 && c < 0xa0) && !(c >= 0xd800 && c < 0xe000) && (c & 0xfffe) != 0xfffe &&
           !(c >= 0xfdd0 && c < 0xfdf0);
}

/* The bytes of a commit string at the head: a Han and what follows beyond ASCII; *count its characters. */
static size_t commit_bytes(struct span bytes, size_t *count)
{
    size_t total = 0;
    *count = 0;
    while (total < bytes.bytes) {
        size_t used = 0;
        uint32_t c = 0;
        struct span rest = { bytes.at + total, bytes.bytes - total };
        if (read_char(rest, &used, &c) != FOUND_EVENT || c < 0xa0 || (*count == 0 && !utf8_is_han(c)))
            break;
        total += used;
        ++*count;
    }
    return total;
}

/* The locale's bytes → clean text of the event. */
static struct text event_text(struct input *input, struct span bytes)
{
    struct buf utf8 = { 0 };
    while (bytes.bytes) {
        size_t used = 0;
        uint32_t c = 0;
        if (read_char(bytes, &used, &c) == FOUND_PARTIAL)
            break;
        utf8_put(&utf8, c ? c : 0xfffd);
        bytes = (struct span){ bytes.at + used, bytes.bytes - used };
    }
    buf_clear(&input->text);
    text_clean_to(&input->text, buf_view(&utf8));
    buf_fini(&utf8);
    return text_composed(buf_view(&input->text));
}

static enum found next_char(struct input *input, struct event *event, bool late)
{
    struct span bytes = pending(input);
    size_t used = 1, count = 0;
    uint32_t c = 0;
    if (read_char(bytes, &used, &c) == FOUND_PARTIAL && !late)
        return FOUND_PARTIAL;
    size_t commit = commit_bytes(bytes, &count);
    if (count >= 2) {
        input->from_bytes += commit;
        *event = (struct event){ .kind = EVENT_PASTE, .text = event_text(input, (struct span){ bytes.at, commit }) };
        return FOUND_EVENT;
    }
    input->from_bytes += used;
    if (!is_typed(c))
        return FOUND_NOTHING;
    *event = key_event(c, 0);
    return FOUND_EVENT;
}

static bool is_terminfo_key(struct input *input, struct event *event)
{
    struct span bytes = pending(input);
    for (size_t i = 0; i < input->keys_count; i++) {
        const struct input_key *key = &input->keys[i];
        if (span_starts(bytes, (struct span){ key->sequence, key->bytes })) {
            input->from_bytes += key->bytes;
            *event = key_event(key->key, 0);
            return true;
        }
    }
    return false;
}

static struct event mouse_event(struct input *input, const struct sequence *sequence, long long now_ms)
{
    struct event event = { .kind = EVENT_MOUSE, .mouse = sequence->mouse, .row = sequence->row, .col = sequence->col };
    if (event.mouse != MOUSE_CLICK)
        return event;
    bool again = input->click_ms && now_ms - input->click_ms <= INPUT_DOUBLE_MS && input->click_row == event.row &&
                 input->click_col == event.col;
    event.mouse = again ? MOUSE_DOUBLE : MOUSE_CLICK;
    input->click_ms = again ? 0 : now_ms;
    input->click_row = event.row;
    input->click_col = event.col;
    return event;
}

/*
 * ESC that begins no sequence: Esc, and what follows is a key of its own.  tmux and slow lines bring the two in one
 * piece, and Alt with a letter sends the same; nothing here is bound to that.
 */
static enum found next_escape(struct input *input, struct event *event)
{
    input->from_bytes++;
    *event = key_event(K_ESCAPE, 0);
    return FOUND_EVENT;
}

static enum found next_sequence(struct input *input, struct event *event, long long now_ms)
{
    long long waited_ms = now_ms - input->fed_ms;
    struct span bytes = pending(input);
    if (is_terminfo_key(input, event))
        return FOUND_EVENT;
    struct sequence sequence = sequence_read(bytes);
    input->from_bytes += sequence.bytes;
    switch (sequence.kind) {
    case SEQUENCE_KEY:
        *event = key_event(sequence.key, sequence.mods);
        return FOUND_EVENT;
    case SEQUENCE_MOUSE:
        *event = mouse_event(input, &sequence, now_ms);
        return FOUND_EVENT;
    case SEQUENCE_PASTE:
        input->in_paste = true;
        buf_clear(&input->paste);
        return FOUND_NOTHING;
    case SEQUENCE_REPORT:
        input->answered = true;
        return FOUND_NOTHING;
    case SEQUENCE_PASTE_END:
    case SEQUENCE_SWALLOWED:
        return FOUND_NOTHING;
    case SEQUENCE_PARTIAL:
        /* ESC alone, Alt-[ and Alt-O are keys once nothing follows; a longer beginning is dropped. */
        if (waited_ms < (bytes.bytes <= 2 ? INPUT_ESCAPE_MS : INPUT_SEQUENCE_MS))
            return FOUND_PARTIAL;
        if (bytes.bytes <= 2)
            return next_escape(input, event);
        input->from_bytes = input->bytes.bytes;
        return FOUND_NOTHING;
    case SEQUENCE_NONE:
        break;
    }
    return next_escape(input, event);
}

static enum found next_paste(struct input *input, struct event *event, long long now_ms)
{
    static const struct span end = { "\033[201~", 6 };
    struct span bytes = pending(input);
    const char *at = bytes.bytes ? memmem(bytes.at, bytes.bytes, end.at, end.bytes) : NULL;
    /* Without the end, all but what may be its beginning is taken over. */
    size_t take = at ? (size_t)(at - bytes.at) : bytes.bytes >= end.bytes ? bytes.bytes - end.bytes + 1 : 0;
    bool late = !at && now_ms - input->fed_ms >= INPUT_PASTE_MS;
    if (late)
        take = bytes.bytes;
    size_t room = INPUT_PASTE_MAX_BYTES - input->paste.bytes;
    buf_add(&input->paste, bytes.at, take < room ? take : room);
    input->from_bytes += take + (at ? end.bytes : 0);
    if (!at && !late)
        return FOUND_PARTIAL;
    input->in_paste = false;
    *event = (struct event){ .kind = EVENT_PASTE, .text = event_text(input, buf_view(&input->paste)) };
    return event->text.bytes ? FOUND_EVENT : FOUND_NOTHING;
}

bool input_next(struct input *input, struct event *event, long long now_ms)
{
    for (;;) {
        struct span bytes = pending(input);
        enum found found;
        if (input->in_paste)
            found = next_paste(input, event, now_ms);
        else if (bytes.bytes == 0)
            return false;
        else if (bytes.at[0] == 27)
            found = next_sequence(input, event, now_ms);
        else
            found = next_char(input, event, now_ms - input->fed_ms >= INPUT_SEQUENCE_MS);
        if (found != FOUND_NOTHING)
            return found == FOUND_EVENT;
    }
}

bool input_drop_at(struct input *input, const char *keys)
{
    struct span bytes = pending(input);
    bool found = false;
    for (size_t at = 0; at < bytes.bytes;) {
        struct span rest = { bytes.at + at, bytes.bytes - at };
        struct sequence sequence = { .kind = SEQUENCE_NONE };
        if (rest.at[0] == 27 && rest.bytes > 1)
            sequence = sequence_read(rest);
        if (sequence.kind == SEQUENCE_PARTIAL)
            break;
        input->answered |= sequence.kind == SEQUENCE_REPORT;
        found |= sequence.kind == SEQUENCE_NONE && rest.at[0] && strchr(keys, rest.at[0]);
        at += sequence.kind == SEQUENCE_NONE ? 1 : sequence.bytes;
    }
    if (found)
        input->from_bytes = input->bytes.bytes;
    return found;
}

int input_wait_ms(const struct input *input, long long now_ms)
{
    struct span bytes = pending(input);
    if (bytes.bytes == 0 && !input->in_paste)
        return -1;
    bool is_escape = bytes.bytes && bytes.at[0] == 27 && bytes.bytes <= 2;
    long long limit = input->in_paste ? INPUT_PASTE_MS : is_escape ? INPUT_ESCAPE_MS : INPUT_SEQUENCE_MS;
    long long left = input->fed_ms + limit - now_ms;
    return left < 0 ? 0 : (int)left;
}
