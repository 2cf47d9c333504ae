/* SPDX-License-Identifier: MIT */
/* Prints the table of the format's keys: group, its name, key, type, whether it is required, help; parted by tabs. */
#include <locale.h>
#include <stdio.h>

#include "base/i18n.h"
#include "format/keys.h"

int main(void)
{
    setlocale(LC_ALL, "");
    i18n_start("/nowhere");
    for (enum key_map map = 0; map < MAPS_COUNT; map++)
        for (const struct key *key = keys_of(map); key->word; key++) {
            /* A task has a part's keys, too: said there. */
            if (map == MAP_TASK && key - keys_of(map) < PART_KEYS_COUNT)
                continue;
            printf("%d\t%s\t%s\t%s\t%s\t%s\n", (int)map, _(keys_map_name(map)), key->word, _(keys_type_name(key->type)),
                   key->required ? "required" : "", _(key->help));
        }
    return 0;
}
