/* SPDX-License-Identifier: MIT */
/* What tests of the interface share: the sample in an app without a terminal, keys pressed and rows looked at. */
#ifndef TESTS_APP_UNIT_H
#define TESTS_APP_UNIT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "breakdown_unit.h"
#include "text/utf8.h"
#include "ui/action.h"
#include "ui/app.h"
#include "ui/keymap.h"

/* A breakdown of one task and one unit. */
#define SMALL                                                                                                          \
    "format: 1\ntitle: 小\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n"                         \
    "    tasks: [{no: 1, text: 一。, label: 责任单位, units: [甲局]}]\n"

struct fixture {
    struct breakdown *b;
    struct app *app;
    struct grid grid;
    struct reaction last;
    int rows, cols;
};

/* The sample, which nothing changes: read once. */
static inline struct breakdown *sample(void)
{
    static struct breakdown *b;
    b = b ? b : load_sample();
    return b;
}

static inline void drop(struct breakdown *b)
{
    if (b != sample())
        breakdown_free(b);
}

static inline void start(struct fixture *f, int cols, int rows)
{
    struct app_options options = { .ambiguous_cols = 1, .copy = true };
    *f = (struct fixture){ .rows = rows, .cols = cols };
    f->b = sample();
    f->app = app_new(f->b, &options);
    app_handle(f->app, &(struct event){ .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
}

static inline void stop(struct fixture *f)
{
    app_free(f->app);
    drop(f->b);
}

static inline void draw(struct fixture *f, struct buf *out)
{
    struct grid grid;
    while (app_works(f->app))
        app_work(f->app);
    grid_init(&grid, f->rows, f->cols, app_ambiguous_cols(f->app));
    app_draw(f->app, &grid);
    if (out)
        grid_dump(&grid, out);
    grid_fini(&grid);
}

/* Is text typed?  The terminal's cursor is shown then. */
static inline bool in_field(const struct fixture *f)
{
    struct grid grid;
    grid_init(&grid, f->rows, f->cols, app_ambiguous_cols(f->app));
    app_draw(f->app, &grid);
    bool visible = grid.cursor_visible;
    grid_fini(&grid);
    return visible;
}

/* A key that comes before anything was drawn. */
static inline void press_undrawn(struct fixture *f, const char *name)
{
    struct event event = { .kind = EVENT_KEY };
    assert_true(key_find(text_of(name), &event.key, &event.mods));
    f->last = app_handle(f->app, &event);
}

static inline void press(struct fixture *f, const char *keys)
{
    char copy[256];
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *name = strtok(copy, " "); name; name = strtok(NULL, " ")) {
        draw(f, NULL);
        press_undrawn(f, name);
    }
}

/* The file has changed: what it holds now is the fixture's. */
static inline void reload(struct fixture *f, struct breakdown *now)
{
    app_reload(f->app, now);
    drop(f->b);
    f->b = now;
}

static inline void paste(struct fixture *f, const char *text)
{
    f->last = app_handle(f->app, &(struct event){ .kind = EVENT_PASTE, .text = text_of(text) });
}

static inline void click(struct fixture *f, int row, int col)
{
    draw(f, NULL);
    f->last = app_handle(f->app, &(struct event){ .kind = EVENT_MOUSE, .mouse = MOUSE_CLICK, .row = row, .col = col });
}

static inline void assert_shows(struct fixture *f, const char *what)
{
    struct buf out = { 0 };
    draw(f, &out);
    if (!strstr(out.at, what))
        fail_msg("not on the screen: %s\n%s", what, out.at);
    buf_fini(&out);
}

static inline void assert_shows_not(struct fixture *f, const char *what)
{
    struct buf out = { 0 };
    draw(f, &out);
    if (strstr(out.at, what))
        fail_msg("on the screen: %s\n%s", what, out.at);
    buf_fini(&out);
}

#endif
