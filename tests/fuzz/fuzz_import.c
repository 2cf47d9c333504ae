/* SPDX-License-Identifier: MIT */
/* Any bytes as a notice: importing, proof-reading, writing. */
#include <stdint.h>

#include "breakdown/check.h"
#include "format/save.h"
#include "notice/import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct import_options options = { 0 };
    struct import_result *result = import_notice((struct span){ (const char *)data, bytes }, &options);
    struct diags diags = { 0 };
    struct buf out = { 0 };
    breakdown_check(result->breakdown, &diags);
    breakdown_save(result->breakdown, 0, &out);
    buf_fini(&out);
    diag_fini(&diags);
    import_result_free(result);
    return 0;
}
