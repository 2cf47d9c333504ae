/* SPDX-License-Identifier: MIT */
/*
 * The keys that one settings file binds.  They are settled when the file has been read to its end: a key that would do
 * two things in one place goes to whom the file gives it, and what the file gives twice stays where it stands first.
 */
#ifndef SETTINGS_BIND_H
#define SETTINGS_BIND_H

#include "base/diag.h"
#include "settings/settings.h"

struct bind {
    enum action action;
    unsigned line_no;
    struct binding keys[ACTION_KEYS_MAX];
    unsigned col_nos[ACTION_KEYS_MAX];
    int count;
};

struct binds {
    const char *path;
    struct bind list[ACTIONS_COUNT]; /* in the order of the file */
    uint32_t count;
};

/* Takes the line "bind.ACTION = keys".  False, with what is wrong in fault and *wrong in it, when a key is none. */
bool bind_read(struct binds *binds, enum action action, struct span keys, struct place at, struct span *wrong,
               struct buf *fault);
void bind_settle(const struct binds *binds, struct settings *settings, enum setting_from from, struct diags *diags);

#endif
