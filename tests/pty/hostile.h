/* SPDX-License-Identifier: MIT */
/*
 * Strings that would drive a terminal, a printer or a shell if they got there: the same ones for the same number.
 */
#ifndef PTY_HOSTILE_H
#define PTY_HOSTILE_H

#include <stdint.h>

#include "base/buf.h"

/* Appends the raw bytes of string no; no byte of 0. */
void hostile_string(uint32_t no, struct buf *out);
/* The same inside double quotes of YAML: what may not stand there is written as an escape, what is no UTF-8 as its byte. */
void hostile_yaml(uint32_t no, struct buf *out);
/* A whole breakdown in which each field of each kind is hostile; uses `count` strings from first_no on. */
void hostile_breakdown(uint32_t first_no, uint32_t count, struct buf *out);

#endif
