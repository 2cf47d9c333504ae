/* SPDX-License-Identifier: MIT */
#include "breakdown/checker.h"

void breakdown_check(const struct breakdown *b, struct diags *diags)
{
    check_registry(b, diags);
    check_lists(b, diags);
    check_texts(b, diags);
    check_keys(b, diags);
    if (!b->tasks_faulty)
        check_numbers(b, diags);
}
