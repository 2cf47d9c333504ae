/* SPDX-License-Identifier: MIT */
/* The text of a thing: of a task, a section, a volume, a unit; nothing for no thing. */
#ifndef UI_PAGE_H
#define UI_PAGE_H

#include "ui/link.h"

struct app;

/* At MEASURE_NONE columns nothing is wrapped, cut or left out. */
void page_lines(const struct app *app, struct link link, int cols, struct lines *lines);

/* A file each. */
void page_task_lines(const struct app *app, uint32_t task_idx, int cols, struct lines *lines);
void page_section_lines(const struct app *app, uint32_t section_idx, int cols, struct lines *lines);
void page_volume_lines(const struct app *app, uint32_t volume_idx, int cols, struct lines *lines);
void page_unit_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines);

#endif
