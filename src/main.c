/* SPDX-License-Identifier: MIT */
/* fengong (分工), who does what. */
#include "command/program.h"

int main(int argc, char **argv)
{
    return program_main(argc, argv, NULL);
}
