/* SPDX-License-Identifier: MIT */
#include "settings/read.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "settings/bind.h"
#include "settings/look.h"
#include "text/near_word.h"
#include "text/utf8.h"

#define COLOR "color."
#define BIND  "bind."

/* A file being read; what it has said is known by the line, 0 where it has not. */
struct settings_reader {
    struct settings *settings;
    enum setting_from from;
    struct diags *diags;
    struct place at; /* of the line */
    struct span line;
    unsigned plain_line_nos[SETTINGS_PLAIN_COUNT], color_line_nos[STYLES_COUNT], bind_line_nos[ACTIONS_COUNT];
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

static bool twice(struct settings_reader *reader, unsigned *line_no, struct span name)
{
    if (*line_no)
        WARN(reader, name.at, _("%.*s 在第%u行设过：以这一行为准"), SPAN_ARG(name), *line_no);
    bool was = *line_no != 0;
    *line_no = reader->at.line_no;
    return was;
}

/* Comments stand on lines of their own: what is behind a value belongs to it. */
static const char *comment_hint(struct span value)
{
    return memmem(value.at, value.bytes, " #", 2) ? _("（# 的说明要另起一行）") : "";
}

static void bad_value(struct settings_reader *reader, struct span name, struct span value, const char *fault)
{
    WARN(reader, value.at, _("%.*s 的值“%.*s”不对：%s%s"), SPAN_ARG(name), SPAN_ARG(shown(value)), fault,
         comment_hint(reader->line));
}

static void read_plain(struct settings_reader *reader, enum setting setting, struct span name, struct span value)
{
    struct buf fault = { 0 };
    if (!settings_put(reader->settings, setting, value, reader->from, &fault))
        bad_value(reader, name, value, fault.at);
    else if (setting != SETTING_FILE)
        twice(reader, &reader->plain_line_nos[setting], name);
    buf_fini(&fault);
}

static void read_color(struct settings_reader *reader, enum style style, struct span name, struct span value)
{
    struct look look;
    struct near_word near = { 0 };
    if (!look_read(value, &look, &near.typed)) {
        struct buf fault = { 0 };
        buf_string(&fault, _("不是样子，也不是颜色"));
        look_near(&near);
        if (near.best)
            buf_printf(&fault, _("；是不是 %s？"), near.best);
        bad_value(reader, name, near.typed.bytes ? near.typed : value, fault.at);
        buf_fini(&fault);
        return;
    }
    twice(reader, &reader->color_line_nos[style], name);
    reader->settings->theme.own[style] = look;
    reader->settings->theme.is_own[style] = value.bytes > 0; /* nothing: the theme's */
    reader->settings->color_from[style] = reader->from;
}

static void read_bind(struct settings_reader *reader, enum action action, struct span name, struct span value)
{
    struct buf fault = { 0 };
    struct span wrong;
    if (!bind_read(reader->binds, action, value, place_of(reader, value.at), &wrong, &fault))
        bad_value(reader, name, wrong, fault.at);
    else
        twice(reader, &reader->bind_line_nos[action], name);
    buf_fini(&fault);
}

/* language for lang: the name begins as the typed one does. */
static const char *kin_of(struct span typed)
{
    enum { KIN_BYTES = 3 };
    for (int i = 0; i < SETTINGS_PLAIN_COUNT; i++) {
        struct span name = span_of(setting_table[i].name);
        if (typed.bytes >= KIN_BYTES && (span_starts(typed, name) || span_starts(name, typed)))
            return setting_table[i].name;
    }
    return NULL;
}

/* The names of settings, tried for the one that was meant: with their room before them, and without. */
static void unknown(struct settings_reader *reader, struct span name)
{
    struct near_word near = { .typed = name };
    const char *room = "";
    struct buf full = { 0 };
    for (int i = 0; i < SETTINGS_PLAIN_COUNT; i++)
        near_word_try(&near, setting_table[i].name);
    struct span bare = name;
    if (span_starts(name, SPAN(COLOR)) || span_starts(name, SPAN(BIND)))
        bare = (struct span){ strchr(name.at, '.') + 1, name.bytes - (size_t)(strchr(name.at, '.') + 1 - name.at) };
    near.typed = bare;
    for (int i = 0; i < STYLES_COUNT && !span_starts(name, SPAN(BIND)); i++) {
        const char *best = near.best;
        near_word_try(&near, style_name((enum style)i));
        room = near.best != best ? COLOR : room;
    }
    for (uint32_t i = 0; i < action_table_count && !span_starts(name, SPAN(COLOR)); i++) {
        const char *best = near.best;
        near_word_try(&near, action_table[i].name);
        room = near.best != best ? BIND : room;
    }
    const char *kin = near.best ? near.best : kin_of(name);
    if (kin)
        buf_printf(&full, _("是不是 %s%s？"), room, kin);
    else
        buf_string(&full, _("fengong --dump-config 列出全部"));
    WARN(reader, name.at, _("没有设置“%.*s”：%s"), SPAN_ARG(shown(name)), full.at);
    buf_fini(&full);
}

static void read_pair(struct settings_reader *reader, struct span name, struct span value)
{
    for (int i = 0; i < SETTINGS_PLAIN_COUNT; i++)
        if (span_equal(name, span_of(setting_table[i].name))) {
            read_plain(reader, (enum setting)i, name, value);
            return;
        }
    struct span rest = name;
    if (span_starts(name, SPAN(COLOR))) {
        rest = (struct span){ name.at + sizeof COLOR - 1, name.bytes - (sizeof COLOR - 1) };
        for (int i = 0; i < STYLES_COUNT; i++)
            if (span_equal(rest, span_of(style_name((enum style)i)))) {
                read_color(reader, (enum style)i, name, value);
                return;
            }
    } else if (span_starts(name, SPAN(BIND))) {
        rest = (struct span){ name.at + sizeof BIND - 1, name.bytes - (sizeof BIND - 1) };
        for (uint32_t i = 0; i < action_table_count; i++)
            if (span_equal(rest, span_of(action_table[i].name))) {
                read_bind(reader, action_table[i].action, name, value);
                return;
            }
    }
    unknown(reader, name);
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
        const char *end = memchr(content.at, '\n', content.bytes);
        reader.line = (struct span){ content.at, end ? (size_t)(end - content.at) : content.bytes };
        reader.at.line_no++;
        read_line(&reader);
        size_t taken = reader.line.bytes + (end != NULL);
        content = (struct span){ content.at + taken, content.bytes - taken };
    }
    bind_settle(reader.binds, settings, from, diags);
    if (reader.faults_count > SETTINGS_FAULTS_MAX)
        diag_warning(diags, (struct place){ path, 0, 0 }, _("另有%u处不对，没有列出"),
                     reader.faults_count - SETTINGS_FAULTS_MAX);
    free(reader.binds);
}
