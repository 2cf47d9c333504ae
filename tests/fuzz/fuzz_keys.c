/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as what a terminal sends: through the decoder of keys to an app, and each frame to a grid.  The app is kept
 * from run to run, as a long session is, and begun anew every RUNS; when something breaks, all that it was sent since it
 * began is written to keys-since-start in the working folder, which breaks it again as one input.
 */
#include <stdio.h>

#include "fuzz/fuzz.h"
#include "term/input.h"
#include "ui/app.h"

enum { RUNS = 500, ROWS = 30, COLS = 100 };

static struct {
    struct breakdown *b;
    struct app *app;
    struct input input;
    struct grid grid;
    struct buf sent;
    long long now_ms;
    int runs;
} kept;

void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static void write_sent(void)
{
    FILE *file = fopen("keys-since-start", "w");
    if (file) {
        fwrite(kept.sent.at, 1, kept.sent.bytes, file);
        fclose(file);
    }
}

static void resize(int rows, int cols)
{
    grid_fini(&kept.grid);
    grid_init(&kept.grid, rows, cols, app_ambiguous_cols(kept.app));
    app_handle(kept.app, &(struct event){ .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
}

static void begin(void)
{
    if (!kept.b) {
        kept.b = fuzz_load(SPAN(FUZZ_BREAKDOWN));
        if (__sanitizer_set_death_callback)
            __sanitizer_set_death_callback(write_sent);
    }
    LAW(kept.b);
    app_free(kept.app);
    input_fini(&kept.input);
    buf_clear(&kept.sent);
    kept.app =
        app_new(kept.b, &(struct app_options){ .ambiguous_cols = 1, .copy = true, .has_paper = true, .mouse = true });
    input_add_key(&kept.input, "\033OA", K_UP);
    input_add_key(&kept.input, "\033OB", K_DOWN);
    resize(ROWS, COLS);
    kept.runs = 0;
}

static void check_grid(void)
{
    grid_clear(&kept.grid);
    app_draw(kept.app, &kept.grid);
    for (int row = 0; row < kept.grid.rows; row++)
        for (int col = 0, cols; col < kept.grid.cols; col += cols) {
            const struct cell *cell = &kept.grid.cells[row * kept.grid.cols + col];
            cols = cell->cols;
            LAW((cols == 1 || cols == 2) && col + cols <= kept.grid.cols);
            LAW(!foreign_char(cell->chars[0]));
        }
}

/* What the shell would do; nothing leaves here. */
static bool carry_out(const struct reaction *reaction)
{
    if (reaction->what & REACT_RELOAD)
        app_reload(kept.app, kept.b);
    if (reaction->what & REACT_QUEUES)
        app_queues(kept.app, &(struct app_queue){ .name = TEXT("二楼"), .state = TEXT("就绪") }, 1);
    if (reaction->what & REACT_WRITE && !reaction->replace)
        app_path_taken(kept.app);
    return !(reaction->what & REACT_QUIT);
}

static bool give(struct span bytes)
{
    struct event event;
    kept.now_ms += INPUT_PASTE_MS + 1;
    input_feed(&kept.input, bytes, kept.now_ms);
    while (input_next(&kept.input, &event, kept.now_ms)) {
        struct reaction reaction = app_handle(kept.app, &event);
        if (!carry_out(&reaction))
            return false;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct span rest = { (const char *)data, bytes };
    if (!kept.app || kept.runs++ > RUNS)
        begin();
    buf_span(&kept.sent, rest);
    buf_char(&kept.sent, 0);
    buf_add(&kept.sent, "\0\0", 2);
    while (rest.bytes) {
        if (!give(fuzz_next(&rest))) {
            begin();
            return 0;
        }
        /* A byte of 0 and two more are another size, which no key can say; two of 0: the end of a run. */
        if (rest.bytes >= 2 && (rest.at[0] || rest.at[1]))
            resize(1 + (uint8_t)rest.at[0] % 60, 1 + (uint8_t)rest.at[1] % 200);
        rest.at += rest.bytes < 2 ? rest.bytes : 2;
        rest.bytes -= rest.bytes < 2 ? rest.bytes : 2;
        check_grid();
    }
    return 0;
}
