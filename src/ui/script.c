/* SPDX-License-Identifier: MIT */
#include "ui/script.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/utf8.h"
#include "ui/app_state.h"

enum { SIZE_MAX_CELLS = 1000, TASKS_DIGITS_MAX = 7 };

struct player {
    struct app *app;
    const struct script_options *options;
    struct buf *out;
    struct diags *diags;
    struct place place;
    struct arena arena;
    int rows, cols;
    bool quit;
};

static void draw(const struct player *player, struct grid *grid)
{
    grid_init(grid, player->rows, player->cols, app_ambiguous_cols(player->app));
    app_draw(player->app, grid);
}

static void say_reaction(struct player *player, const struct reaction *reaction)
{
    static const struct {
        unsigned bit;
        const char *name;
    } named[] = { { REACT_QUIT, "quit" },       { REACT_SUSPEND, "suspend" }, { REACT_MOUSE, "mouse" },
                  { REACT_COPY, "copy" },       { REACT_PLAIN, "plain" },     { REACT_WRITE, "write" },
                  { REACT_PRINTER, "printer" }, { REACT_QUEUES, "queues" },   { REACT_EDIT, "edit" } };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (!(reaction->what & named[i].bit))
            continue;
        buf_printf(player->out, "-> %s", named[i].name);
        if (named[i].bit & (REACT_COPY | REACT_PLAIN))
            buf_printf(player->out, ": %.*s", TEXT_ARG(reaction->text));
        if (named[i].bit & (REACT_WRITE | REACT_PRINTER))
            buf_printf(player->out, ": %s %s%s", format_table[reaction->format].word, reaction->path,
                       reaction->each_unit ? "/" : "");
        if (named[i].bit == REACT_EDIT)
            buf_printf(player->out, ": %s:%u", reaction->path, reaction->line_no);
        if (player->out->at[player->out->bytes - 1] != '\n')
            buf_char(player->out, '\n');
    }
    player->quit = player->quit || (reaction->what & REACT_QUIT);
}

static void send(struct player *player, const struct event *event)
{
    struct reaction reaction = app_handle(player->app, event);
    if ((reaction.what & REACT_STOP) && player->options->stop)
        player->options->stop(player->options->context, player->app);
    if ((reaction.what & REACT_RELOAD) && player->options->reload)
        player->options->reload(player->options->context, player->app);
    say_reaction(player, &reaction);
}

/* A macro, so that the compiler checks the format. */
#define FAULT(player, format, what) (diag_error((player)->diags, (player)->place, format, TEXT_ARG(what)), false)

static bool step_key(struct player *player, struct text name)
{
    struct event event = { .kind = EVENT_KEY };
    if (!key_find(name, &event.key, &event.mods))
        return FAULT(player, _("没有叫“%.*s”的键：写 Down、Enter、/、C-l、M-Left 这样的名称"), name);
    send(player, &event);
    return true;
}

static bool step_type(struct player *player, struct text text)
{
    for (size_t at = 0, bytes; at < text.bytes && !player->quit; at += bytes) {
        struct event event = { .kind = EVENT_KEY, .key = utf8_at(text, at, &bytes) };
        send(player, &event);
    }
    return true;
}

bool script_size(struct text size, int *cols, int *rows)
{
    int values[2] = { 0 }, which = 0, digits = 0;
    for (size_t i = 0; i < size.bytes; i++) {
        if (size.at[i] == 'x' && which == 0 && digits) {
            which = 1;
            digits = 0;
        } else if (size.at[i] >= '0' && size.at[i] <= '9' && digits < 5) {
            values[which] = values[which] * 10 + (size.at[i] - '0');
            digits++;
        } else {
            return false;
        }
    }
    if (which != 1 || digits == 0 || values[0] < 1 || values[1] < 1 || values[0] > SIZE_MAX_CELLS ||
        values[1] > SIZE_MAX_CELLS)
        return false;
    *cols = values[0];
    *rows = values[1];
    return true;
}

static bool step_resize(struct player *player, struct text size)
{
    if (!script_size(size, &player->cols, &player->rows))
        return FAULT(player, _("看不懂的大小“%.*s”：写 80x24 这样的列数x行数"), size);
    struct event event = { .kind = EVENT_RESIZE, .rows = player->rows, .cols = player->cols };
    send(player, &event);
    return true;
}

static bool step_load(struct player *player, struct text tasks)
{
    uint32_t count = 0;
    for (size_t i = 0; i < tasks.bytes; i++) {
        if (tasks.at[i] < '0' || tasks.at[i] > '9' || i >= TASKS_DIGITS_MAX)
            return FAULT(player, _("看不懂的项数“%.*s”"), tasks);
        count = count * 10 + (uint32_t)(tasks.at[i] - '0');
    }
    if (player->options->load)
        player->options->load(player->options->context, player->app, count);
    return true;
}

static bool step_dump(struct player *player, struct text how)
{
    struct grid grid;
    bool style = text_equal(how, TEXT("style"));
    if (!style && how.bytes)
        return FAULT(player, _("看不懂的“dump %.*s”：写 dump 或 dump style"), how);
    while (app_works(player->app))
        app_work(player->app);
    draw(player, &grid);
    if (style)
        grid_dump_style(&grid, player->out);
    else
        grid_dump(&grid, player->out);
    buf_printf(player->out, "-- %dx%d\n", player->cols, player->rows);
    grid_fini(&grid);
    return true;
}

static bool step(struct player *player, struct text word, struct text rest)
{
    if (text_equal(word, TEXT("key")))
        return step_key(player, rest);
    if (text_equal(word, TEXT("type")))
        return step_type(player, rest);
    if (text_equal(word, TEXT("paste"))) {
        send(player, &(struct event){ .kind = EVENT_PASTE, .text = rest });
        return true;
    }
    if (text_equal(word, TEXT("resize")))
        return step_resize(player, rest);
    if (text_equal(word, TEXT("reload"))) {
        if (player->options->reload)
            player->options->reload(player->options->context, player->app);
        return true;
    }
    if (text_equal(word, TEXT("load")))
        return step_load(player, rest);
    if (text_equal(word, TEXT("dump")))
        return step_dump(player, rest);
    if (text_equal(word, TEXT("no-paper"))) {
        player->app->options.has_paper = false;
        return true;
    }
    return FAULT(player, _("没有“%.*s”这一步：可用 key、type、paste、resize、reload、load、dump、no-paper"), word);
}

static bool run_line(struct player *player, struct span line)
{
    struct text text = text_clean(&player->arena, line);
    while (text.bytes && text.at[text.bytes - 1] == ' ')
        text.bytes--;
    if (text.bytes == 0 || text.at[0] == '#')
        return true;
    const char *blank = memchr(text.at, ' ', text.bytes);
    size_t word = blank ? (size_t)(blank - text.at) : text.bytes;
    struct text rest = blank ? text_slice(text, word + 1, text.bytes) : TEXT("");
    return step(player, text_slice(text, 0, word), rest);
}

bool script_loads(struct span content)
{
    while (content.bytes) {
        struct span line = span_trim(span_line(&content));
        if (line.bytes && line.at[0] != '#')
            return span_starts(line, SPAN("load"));
    }
    return false;
}

bool script_run(struct app *app, const char *path, struct span content, const struct script_options *options,
                struct buf *out, struct diags *diags)
{
    struct player player = { .app = app,
                             .options = options,
                             .out = out,
                             .diags = diags,
                             .place = { path, 0, 1 },
                             .rows = options->rows,
                             .cols = options->cols };
    app_handle(app, &(struct event){ .kind = EVENT_RESIZE, .rows = options->rows, .cols = options->cols });
    bool good = true;
    while (content.bytes && good && !player.quit) {
        player.place.line_no++;
        good = run_line(&player, span_line(&content));
    }
    arena_fini(&player.arena);
    return good;
}
