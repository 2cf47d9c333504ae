/* SPDX-License-Identifier: MIT */
/*
 * What the program may do to the world outside it: one table, asked where the act happens.  Restricted mode is for
 * shared accounts, whose users shall read and nothing else.  It is nobody's parameter: who forgot to hand it on would
 * have opened a way out.
 */
#ifndef BASE_CAPABILITY_H
#define BASE_CAPABILITY_H

#include <stdbool.h>

enum capability {
    CAPABILITY_WRITE_FILE,    /* -o, "print to a file" */
    CAPABILITY_START_PROGRAM, /* lp */
    CAPABILITY_ENVIRONMENT,   /* look for the breakdown where the environment or the current folder says */
    CAPABILITY_OWN_SETTINGS,  /* read the settings of the user: his file, one that the environment names */
    CAPABILITY_NAME_FILE,     /* read a file that is named: a notice, a script, what is compared */
    CAPABILITY_SUSPEND,       /* Ctrl-Z: gives the shell, where there is one */
    CAPABILITY_CLIPBOARD,     /* OSC 52: the user's own terminal */
    CAPABILITIES_COUNT
};

/* Restricted mode from here on; there is no way back. */
void capability_restrict(void);
bool capability_allowed(enum capability capability);

#endif
