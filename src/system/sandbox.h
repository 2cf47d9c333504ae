/* SPDX-License-Identifier: MIT */
/*
 * What the kernel holds restricted mode to, whatever a fault of ours or of a library might try: Landlock (reading below
 * some folders, no writing, no starting of programs) and a list of system calls that fail (seccomp).  Where the kernel
 * has neither, nothing is lost but this second wall.
 */
#ifndef SYSTEM_SANDBOX_H
#define SYSTEM_SANDBOX_H

#include <stdbool.h>
#include <stdint.h>

struct sandbox {
    int landlock_version; /* 0: this kernel has none */
    bool has_seccomp;
};

/* From here on, for good, and for every thread and program started after it. Only files below these paths can be read. */
struct sandbox sandbox_enter(const char *const *readable, uint32_t readable_count);

#endif
