/* SPDX-License-Identifier: MIT */
/*
 * Prints the tables that the manual is made of, parted by tabs: "format", group, its name, key, type, whether it is
 * required, help; "setting", name, choices, default, help; "style", name, help.
 */
#include <locale.h>
#include <stdio.h>

#include "base/i18n.h"
#include "format/keys.h"
#include "settings/setting.h"
#include "text/style.h"

int main(void)
{
    setlocale(LC_ALL, "");
    i18n_start("/nowhere");
    for (enum key_map map = 0; map < MAPS_COUNT; map++)
        for (const struct key *key = keys_of(map); key->word; key++) {
            /* A task has a part's keys, too: said there. */
            if (map == MAP_TASK && key - keys_of(map) < PART_KEYS_COUNT)
                continue;
            printf("format\t%d\t%s\t%s\t%s\t%s\t%s\n", (int)map, _(keys_map_name(map)), key->word,
                   _(keys_type_name(key->type)), key->required ? "required" : "", _(key->help));
        }
    for (const struct setting_row *row = setting_table; row < setting_table + SETTINGS_COUNT; row++)
        printf("setting\t%s\t%s\t%s\t%s\n", row->name, row->choices, row->otherwise, _(row->help));
    for (int style = 0; style < STYLES_COUNT; style++)
        printf("style\t%s\t%s\n", style_name((enum style)style), _(style_help((enum style)style)));
    return 0;
}
