/* SPDX-License-Identifier: MIT */
#include "search/filter_prefix.h"

#include <string.h>

static const char *const prefixes[][2] = {
    [FIELD_UNIT] = { "单位", "unit" }, [FIELD_LEADER] = { "领导", "leader" },
    [FIELD_LEAD] = { "牵头", "lead" }, [FIELD_SUPPORT] = { "参与", "support" },
    [FIELD_DUE] = { "时限", "due" },   [FIELD_FIGURES] = { "有数", "figures" },
};

enum field filter_prefix(struct text text, size_t *bytes)
{
    for (enum field field = 0; field < FIELD_TEXT; field++)
        for (int i = 0; i < 2; i++) {
            size_t word_bytes = strlen(prefixes[field][i]);
            if (text.bytes > word_bytes && memcmp(text.at, prefixes[field][i], word_bytes) == 0 &&
                text.at[word_bytes] == ':') {
                *bytes = word_bytes + 1;
                return field;
            }
        }
    *bytes = 0;
    return FIELD_TEXT;
}

bool filter_prefix_like(struct text text)
{
    enum { PREFIX_BYTES_MAX = 12 };
    const char *colon = memchr(text.at, ':', text.bytes);
    if (!colon || colon == text.at || colon - text.at > PREFIX_BYTES_MAX)
        return false;
    for (const char *at = text.at; at < colon; at++)
        if (*at >= 0 && !(*at >= 'a' && *at <= 'z'))
            return false;
    return true;
}
