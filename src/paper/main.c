/* SPDX-License-Identifier: MIT */
/* fengong-paper: fengong with what needs heavy libraries.  fengong starts it; people need not know of it. */
#include "command/program.h"
#include "document/reader.h"
#include "paper/renderer.h"

#ifdef __SANITIZE_ADDRESS__
/* What these libraries keep until the program ends is theirs. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n";
}

const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

int main(int argc, char **argv)
{
    static const struct paper paper = { .render = renderer_render, .read = reader_read };
    return program_main(argc, argv, &paper);
}
