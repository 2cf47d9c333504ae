/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with a file that is no YAML, in words for whoever typed it: encodings, control characters, and the
 * usual slips (full-width colon, tab, quote, a colon inside the text; see yaml_slip.h).  Knows nothing of <yaml.h>.
 */
#ifndef FORMAT_YAML_FAULT_H
#define FORMAT_YAML_FAULT_H

#include "breakdown/breakdown.h"

/* What the parser said. */
struct yaml_fault {
    const char *context; /* its English, or NULL */
    const char *problem;
    struct mark context_mark; /* 0 where it gave none */
    struct mark problem_mark;
};

/*
 * Finds what makes content (all of a file, or where is_all is false its head) unfit before any parsing: empty, binary,
 * not UTF-8, directives.  Reports it; true if so.
 */
bool yaml_fault_before(struct span content, bool is_all, const char *file, struct diags *diags);
/* The first line that begins as none may, or NULL.  mid_line: content begins within a line. */
const char *yaml_fault_directive(struct span content, bool mid_line);
/* Warns of text that YAML takes for a comment: the reader of the file does not.  content begins with line first_line_no. */
void yaml_fault_comments(struct span content, uint32_t first_line_no, const char *file, struct diags *diags);
/* Reports a byte that YAML does not allow: broken UTF-8 or a control character. */
void yaml_fault_byte(struct span content, size_t offset_bytes, const char *file, struct diags *diags);
/*
 * Reports the line breaks that YAML knows and an editor does not show (U+2028 …), true if there are any: the text behind
 * one begins a line where none may, and lines are counted otherwise than people see them.
 */
bool yaml_fault_breaks(struct span content, const char *file, struct diags *diags);
/* Reports a syntax error, with a hint where its cause can be guessed. */
void yaml_fault_syntax(struct span content, const struct yaml_fault *fault, const char *file, struct diags *diags);

/* Line and column (in characters) of a byte. */
struct mark yaml_mark_of(struct span content, size_t offset_bytes);

#endif
