/* SPDX-License-Identifier: MIT */
/*
 * A source's bytes on their way to the parser, looked at piece by piece for what the parser does not see: what makes a
 * file unfit before any parsing, and text that YAML takes for a comment.
 */
#ifndef FORMAT_YAML_INPUT_H
#define FORMAT_YAML_INPUT_H

#include <stdbool.h>

#include "base/diag.h"
#include "format/source.h"

struct yaml_input {
    struct source *source;
    struct span left;      /* of the piece at hand: not taken yet */
    size_t passed_bytes;   /* taken */
    uint32_t lines;        /* before the next piece */
    bool mid_line;         /* the next piece goes on with a line */
    bool unfit;            /* no byte more is given */
    struct diags warnings; /* found so far; the caller's in the end */
};

/* Looks at the first piece; false when it is unfit, which is reported to diags.  Borrows source for its own life. */
bool yaml_input_begin(struct yaml_input *input, struct source *source, struct diags *diags);
/* Gives the next bytes; 0 at the end.  False when the file is unfit or cannot be read on: look at all of it to say why. */
bool yaml_input_take(struct yaml_input *input, char *out, size_t room_bytes, size_t *got_bytes);

#endif
