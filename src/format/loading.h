/* SPDX-License-Identifier: MIT */
/* The state behind struct load, for load.c and load_view.c alone. */
#ifndef FORMAT_LOADING_H
#define FORMAT_LOADING_H

#include "format/load.h"
#include "format/loader.h"

struct load {
    struct loader loader;
    struct source *sources;
    uint32_t count, now; /* of sources: how many, and which is read */
    size_t errors_before;
    struct file_stamp *stamps; /* by source */
    size_t *bytes;             /* by source: how long it is */
    bool for_check;
    bool outer_faulty;    /* errors elsewhere than in units and sections */
    bool changed;         /* a file has become another */
    uint32_t sound_tasks; /* that were read before the first error; NO_IDX: there was none */
    struct breakdown views[2];
    unsigned views_made;
};

/* After steps: the arrays that the views share with the builder may have moved. */
void load_view_follow(struct load *load);
void load_views_fini(struct load *load);

#endif
