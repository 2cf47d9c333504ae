/* SPDX-License-Identifier: MIT */
/* Any bytes as text: cleaning, width, clipping and line breaking keep their laws. */
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    if (bytes)
        laws_of_text((struct span){ (const char *)data + 1, bytes - 1 }, 1 + data[0] % 90, 1 + data[0] / 128);
    return 0;
}
