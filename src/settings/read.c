/* SPDX-License-Identifier: MIT */
#include "settings/read.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "settings/bind.h"
#include "settings/look.h"
#include "text/near_word.h"
#include "text/utf8.h"

/* All names there are, by number: settings of one value, then styles, then actions. */
enum { FIRST_STYLE = SETTINGS_PLAIN_COUNT, FIRST_ACTION = FIRST_STYLE + STYLES_COUNT };

/* A file being read; what it has said is known by the line, 0 where it has not. */
struct settings_reader {
    struct settings *settings;
    enum setting_from from;
    struct diags *diags;
    struct place at; /* of the line */
    struct span line;
    unsigned line_nos[FIRST_ACTION + ACTIONS_COUNT]; /* of each name */
    struct binds *binds;
    unsigned faults_count;
};

/* The column of a byte of the line, in characters. */
static struct place place_of(const struct settings_reader *reader, const char *at)
{
    struct place place = reader->at;
    struct span head = { reader->line.at, (size_t)(at - reader->line.at) };
    head.bytes = utf8_valid_bytes(head);
    place.col_no = (unsigned)utf8_count(text_composed(head)) + 1;
    return place;
}

/* A macro, so that the compiler checks the format: a warning, unless there were enough of them. */
#define WARN(reader, at, ...)                                                                                          \
    ((reader)->faults_count++ < SETTINGS_FAULTS_MAX                                                                    \
         ? diag_warning((reader)->diags, place_of((reader), (at)), __VA_ARGS__)                                        \
         : (void)0)

/* A text of the file for a message: no longer than a message bears. */
static struct span shown(struct span raw)
{
    enum { SHOWN_BYTES = 60 };
    if (raw.bytes > SHOWN_BYTES)
        for (raw.bytes = SHOWN_BYTES; ((unsigned char)raw.at[raw.bytes] & 0xC0) == 0x80; raw.bytes--)
            ;
    return raw;
}

static void note_twice(struct settings_reader *reader, uint32_t no, struct span name)
{
    if (reader->line_nos[no])
        WARN(reader, name.at, _("%.*s 在第%u行设过：以这一行为准"), SPAN_ARG(name), reader->line_nos[no]);
    reader->line_nos[no] = reader->at.line_no;
}

/* Comments stand on lines of their own: what is behind a value belongs to it. */
static const char *comment_hint(struct span value)
{
    return memmem(value.at, value.bytes, " #", 2) ? _("（# 的说明要另起一行）") : "";
}

/* These say in fault what is wrong with a value, and in *wrong which word of it. */
static bool read_color(struct settings_reader *reader, enum style style, struct span value, struct span *wrong,
                       struct buf *fault)
{
    struct look look;
    struct near_word near = { 0 };
    if (!look_read(value, &look, &near.typed)) {
        buf_string(fault, _("不是样子，也不是颜色"));
        look_near(&near);
        if (near.best)
            buf_printf(fault, _("；是不是 %s？"), near.best);
        *wrong = near.typed.bytes ? near.typed : value;
        return false;
    }
    reader->settings->theme.own[style] = look;
    reader->settings->theme.is_own[style] = value.bytes > 0; /* nothing: the theme's */
    reader->settings->color_from[style] = reader->from;
    return true;
}

static bool read_value(struct settings_reader *reader, uint32_t no, struct span value, struct span *wrong,
                       struct buf *fault)
{
    *wrong = value;
    if (no < FIRST_STYLE)
        return settings_put(reader->settings, (enum setting)no, value, reader->from, fault);
    if (no < FIRST_ACTION)
        return read_color(reader, (enum style)(no - FIRST_STYLE), value, wrong, fault);
    return bind_read(reader->binds, action_table[no - FIRST_ACTION].action, value, place_of(reader, value.at), wrong,
                     fault);
}

struct setting_name {
    const char *room, *word; /* "bind.", "quit" */
};

static struct setting_name name_at(uint32_t no)
{
    if (no < FIRST_STYLE)
        return (struct setting_name){ "", setting_table[no].name };
    if (no < FIRST_ACTION)
        return (struct setting_name){ "color.", style_name((enum style)(no - FIRST_STYLE)) };
    return (struct setting_name){ "bind.", action_table[no - FIRST_ACTION].name };
}

/* What is behind the room that a name begins with; the whole name when that is another, or none. */
static struct span behind_room(struct span name, const char *room)
{
    size_t bytes = strlen(room);
    return span_starts(name, span_of(room)) ? (struct span){ name.at + bytes, name.bytes - bytes } : name;
}

/* The setting that was meant by a name; its word is NULL when it is none. */
static struct setting_name meant(struct span name)
{
    enum { KIN_BYTES = 3 };
    struct near_word near = { 0 };
    struct setting_name best = { "", NULL };
    for (uint32_t no = 0; no < FIRST_ACTION + action_table_count; no++) {
        struct setting_name known = name_at(no);
        const char *before = near.best;
        near.typed = behind_room(name, known.room);
        near_word_try(&near, known.word);
        if (near.best != before)
            best = known;
    }
    /* language for lang: one begins as the other does. */
    for (uint32_t no = 0; no < FIRST_STYLE && !best.word && name.bytes >= KIN_BYTES; no++) {
        struct span known = span_of(setting_table[no].name);
        if (span_starts(name, known) || span_starts(known, name))
            best.word = known.at;
    }
    return best;
}

static void read_pair(struct settings_reader *reader, struct span name, struct span value)
{
    bool is_color = span_starts(name, SPAN("color.")), is_bind = span_starts(name, SPAN("bind."));
    uint32_t from = is_color ? FIRST_STYLE : is_bind ? FIRST_ACTION : 0;
    uint32_t to = is_color ? FIRST_ACTION : is_bind ? FIRST_ACTION + action_table_count : FIRST_STYLE;
    for (uint32_t no = from; no < to; no++) {
        struct setting_name known = name_at(no);
        if (!span_equal(behind_room(name, known.room), span_of(known.word)))
            continue;
        struct buf fault = { 0 };
        struct span wrong;
        if (!read_value(reader, no, value, &wrong, &fault))
            WARN(reader, wrong.at, _("%.*s 的值“%.*s”不对：%s%s"), SPAN_ARG(name), SPAN_ARG(shown(wrong)), fault.at,
                 comment_hint(reader->line));
        else if (no != SETTING_FILE)
            note_twice(reader, no, name);
        buf_fini(&fault);
        return;
    }
    struct setting_name near = meant(name);
    struct buf hint = { 0 };
    if (near.word)
        buf_printf(&hint, _("是不是 %s%s？"), near.room, near.word);
    else
        buf_string(&hint, _("fengong --dump-config 列出全部"));
    WARN(reader, name.at, _("没有设置“%.*s”：%s"), SPAN_ARG(shown(name)), hint.at);
    buf_fini(&hint);
}

/* Where a line is no text: no UTF-8, or what cleaning would change, but for tabs.  NULL: nowhere. */
static const char *foul_byte(struct span line)
{
    struct buf clean = { 0 };
    size_t same = 0;
    text_clean_to(&clean, line);
    while (same < line.bytes && same < clean.bytes &&
           (line.at[same] == clean.at[same] || (line.at[same] == '\t' && clean.at[same] == ' ')))
        same++;
    bool foul = same < line.bytes || same < clean.bytes;
    buf_fini(&clean);
    /* Two characters may begin alike. */
    while (foul && same && same < line.bytes && ((unsigned char)line.at[same] & 0xC0) == 0x80)
        same--;
    return foul ? line.at + same : NULL;
}

static void read_line(struct settings_reader *reader)
{
    struct span line = span_trim(reader->line);
    const char *equals = line.bytes ? memchr(line.at, '=', line.bytes) : NULL;
    if (!line.bytes || line.at[0] == '#')
        return;
    const char *foul = line.bytes <= SETTINGS_LINE_BYTES ? foul_byte(line) : NULL;
    if (line.bytes > SETTINGS_LINE_BYTES)
        WARN(reader, line.at, _("这一行太长（最多%d字节），略过"), SETTINGS_LINE_BYTES);
    else if (foul)
        WARN(reader, foul, _("这里不是 UTF-8 文字，或有看不见的字符，这一行略过"));
    else if (!equals)
        WARN(reader, line.at, _("每行写“名称 = 值”，等号用半角的 ="));
    else
        read_pair(reader, span_trim((struct span){ line.at, (size_t)(equals - line.at) }),
                  span_trim((struct span){ equals + 1, line.bytes - (size_t)(equals + 1 - line.at) }));
}

void settings_read(struct settings *settings, const char *path, struct span content, enum setting_from from,
                   struct diags *diags)
{
    struct settings_reader reader = { .settings = settings, .from = from, .diags = diags, .at = { path, 0, 0 } };
    reader.binds = mem_array(1, sizeof *reader.binds);
    reader.binds->path = path;
    if (span_starts(content, SPAN("\xEF\xBB\xBF")))
        content = (struct span){ content.at + 3, content.bytes - 3 };
    while (content.bytes) {
        reader.line = span_line(&content);
        reader.at.line_no++;
        read_line(&reader);
    }
    bind_settle(reader.binds, settings, from, diags);
    if (reader.faults_count > SETTINGS_FAULTS_MAX)
        diag_warning(diags, (struct place){ path, 0, 0 }, _("另有%u处不对，没有列出"),
                     reader.faults_count - SETTINGS_FAULTS_MAX);
    free(reader.binds);
}
