/* SPDX-License-Identifier: MIT */
/* fengong-paper: fengong with what needs heavy libraries.  fengong starts it; people need not know of it. */
#include "command/program.h"
#include "document/reader.h"
#include "paper/renderer.h"

int main(int argc, char **argv)
{
    static const struct paper paper = { .render = renderer_render, .read = reader_read };
    return program_main(argc, argv, &paper);
}
