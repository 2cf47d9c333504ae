/* SPDX-License-Identifier: MIT */
/* What tests of the interface share: the real notice in an app without a terminal, keys pressed and rows looked at. */
#ifndef TESTS_APP_UNIT_H
#define TESTS_APP_UNIT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "breakdown_unit.h"
#include "text/utf8.h"
#include "ui/action.h"
#include "ui/app.h"

struct fixture {
    struct breakdown *b;
    struct app *app;
    struct grid grid;
    struct reaction last;
    int rows, cols;
};

static inline void start(struct fixture *f, int cols, int rows)
{
    struct app_options options = { .ambiguous_cols = 1, .copy = true };
    *f = (struct fixture){ .rows = rows, .cols = cols };
    f->b = load_shipped();
    f->app = app_new(f->b, &options);
    app_handle(f->app, &(struct event){ .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
}

static inline void stop(struct fixture *f)
{
    app_free(f->app);
    breakdown_free(f->b);
}

static inline void draw(struct fixture *f, struct buf *out)
{
    struct grid grid;
    grid_init(&grid, f->rows, f->cols, app_ambiguous_cols(f->app));
    app_draw(f->app, &grid);
    if (out)
        grid_dump(&grid, out);
    grid_fini(&grid);
}

static inline void press(struct fixture *f, const char *keys)
{
    char copy[256];
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *name = strtok(copy, " "); name; name = strtok(NULL, " ")) {
        struct event event = { .kind = EVENT_KEY };
        assert_true(key_find(text_of(name), &event.key, &event.mods));
        draw(f, NULL);
        f->last = app_handle(f->app, &event);
    }
}

static inline void paste(struct fixture *f, const char *text)
{
    f->last = app_handle(f->app, &(struct event){ .kind = EVENT_PASTE, .text = text_of(text) });
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
