/* SPDX-License-Identifier: MIT */
#include "search/stretch.h"

uint32_t stretch_collect(const struct fold *fold, const bool *marks, struct stretch *stretches, uint32_t max)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < fold->count; i++) {
        if (!marks[i])
            continue;
        if (count > 0 && fold->from[i] <= stretches[count - 1].to_bytes) {
            if (fold->to[i] > stretches[count - 1].to_bytes)
                stretches[count - 1].to_bytes = fold->to[i];
        } else if (count < max) {
            stretches[count++] = (struct stretch){ .from_bytes = fold->from[i], .to_bytes = fold->to[i] };
        } else {
            break;
        }
    }
    return count;
}
