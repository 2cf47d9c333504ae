/* SPDX-License-Identifier: MIT */
#include "format/yaml_input.h"

#include <string.h>

#include "format/yaml_fault.h"

/* Counts the lines of a piece; false when one begins as none may. */
static bool look_at_lines(struct yaml_input *input, struct span piece)
{
    const char *at = piece.at, *end = piece.at + piece.bytes;
    if (yaml_fault_directive(piece, input->mid_line) || memchr(piece.at, '\0', piece.bytes))
        return false;
    for (; at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        input->lines++;
    input->mid_line = piece.at[piece.bytes - 1] != '\n';
    return true;
}

static void look_at_piece(struct yaml_input *input, struct span piece)
{
    input->left = piece;
    if (!piece.bytes)
        return;
    yaml_fault_comments(piece, input->lines + 1, input->source->path, &input->warnings);
    input->unfit = !look_at_lines(input, piece);
}

bool yaml_input_begin(struct yaml_input *input, struct source *source, struct diags *diags)
{
    *input = (struct yaml_input){ .source = source };
    struct span first = source_next(source);
    bool is_all = first.bytes == source_bytes(source);
    if (yaml_fault_before(first, is_all, source->path, diags))
        return false;
    look_at_piece(input, first);
    return true;
}

bool yaml_input_take(struct yaml_input *input, char *out, size_t room_bytes, size_t *got_bytes)
{
    if (!input->left.bytes && !input->unfit)
        look_at_piece(input, source_next(input->source));
    size_t bytes = input->left.bytes < room_bytes ? input->left.bytes : room_bytes;
    *got_bytes = 0;
    if (input->unfit || source_fault(input->source))
        return false;
    if (bytes)
        memcpy(out, input->left.at, bytes);
    input->left = (struct span){ input->left.at + bytes, input->left.bytes - bytes };
    input->passed_bytes += bytes;
    *got_bytes = bytes;
    return true;
}
