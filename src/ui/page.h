/* SPDX-License-Identifier: MIT */
/* The text of a thing: of a task, a section, a volume, a unit; nothing for no thing. */
#ifndef UI_PAGE_H
#define UI_PAGE_H

#include "ui/link.h"

struct app;
struct section;

/* At MEASURE_NONE columns nothing is wrapped, cut or left out. */
void page_lines(const struct app *app, struct link link, int cols, struct lines *lines);
/* The same with late lines (text/lines.h), for who shows some of them; page_fill() gives those their runs. */
void page_lines_late(const struct app *app, struct link link, int cols, struct lines *lines);
void page_fill(const struct app *app, struct link link, int cols, struct lines *lines, size_t from, size_t to);

/* A file each. */
void page_task_lines(const struct app *app, uint32_t task_idx, int cols, struct lines *lines);
void page_section_lines(const struct app *app, uint32_t section_idx, int cols, struct lines *lines);
void page_volume_lines(const struct app *app, uint32_t volume_idx, int cols, struct lines *lines);
void page_unit_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines);

/* 袁家军 省长，主抓9项: who leads a section of how many tasks. */
struct text page_section_sum(const struct section *section, struct lines *lines);

/* What puts late lines of a page. */
struct page_late {
    const struct app *app;
    uint32_t idx; /* of the page's unit */
    int cols;
};
void page_section_put(const void *page_late, const void *late, struct lines *lines);
void page_unit_put(const void *page_late, const void *late, struct lines *lines);

#endif
