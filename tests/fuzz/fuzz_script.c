/* SPDX-License-Identifier: MIT */
/* Any bytes as a script for the headless twin; what it dumps is clean. */
#include "fuzz/fuzz.h"
#include "ui/script.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    static struct breakdown *b;
    struct script_options options = { .rows = 12, .cols = 60, .ambiguous_cols = 1 };
    struct diags diags = { 0 };
    struct buf out = { 0 };
    b = b ? b : fuzz_load(SPAN(FUZZ_BREAKDOWN));
    LAW(b);
    struct app *app = app_new(b, &(struct app_options){ .ambiguous_cols = 1, .copy = true, .has_paper = true });
    app_handle(app, &(struct event){ .kind = EVENT_RESIZE, .rows = options.rows, .cols = options.cols });
    bool good = script_run(app, "fuzz", (struct span){ (const char *)data, bytes }, &options, &out, &diags);
    LAW(good == (diags.errors_count == 0));
    LAW(foreign_at(buf_view(&out), "\n") == out.bytes);
    app_free(app);
    buf_fini(&out);
    diag_fini(&diags);
    return 0;
}
