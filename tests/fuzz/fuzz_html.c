/* SPDX-License-Identifier: MIT */
/* Random web pages. */
#include "fuzz/office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    office_read_bytes((struct span){ (const char *)data, size }, FOREIGN_HTML);
    return 0;
}
