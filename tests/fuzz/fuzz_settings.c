/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as two settings files: reading stops nothing, no key does two things in one place, one gets out, and what is
 * printed of the settings is a settings file without a fault that says the same.
 */
#include <string.h>

#include "fuzz/fuzz.h"
#include "settings/dump.h"
#include "settings/read.h"

static void check_keys(const struct keymap *keymap)
{
    for (uint32_t i = 0; i < action_table_count; i++)
        for (int k = 0; k < ACTION_KEYS_MAX && keymap->keys[action_table[i].action][k].key; k++)
            LAW(keymap_clash(keymap, action_table[i].action, &keymap->keys[action_table[i].action][k]) == ACTION_NONE);
    LAW(keymap_key(keymap, ACTION_QUIT) && keymap_key(keymap, ACTION_FIELD_CANCEL));
}

static void check_dump(const struct settings *settings)
{
    struct settings again;
    struct diags diags = { 0 };
    struct buf first = { 0 }, second = { 0 };
    settings_dump(settings, &first);
    settings_init(&again);
    again.home = settings->home;
    settings_read(&again, "dump", buf_view(&first), FROM_USER, &diags);
    settings_dump(&again, &second);
    LAW(foreign_at(buf_view(&first), "\n") == first.bytes);
    LAW(diags.count == 0);
    LAW(memcmp(again.keymap.keys, settings->keymap.keys, sizeof again.keymap.keys) == 0);
    LAW(memcmp(again.theme.is_own, settings->theme.is_own, sizeof again.theme.is_own) == 0);
    for (int i = 0; i < SETTINGS_PLAIN_COUNT; i++)
        LAW(strcmp(again.values[i].text, settings->values[i].text) == 0);
    settings_fini(&again);
    diag_fini(&diags);
    buf_fini(&first);
    buf_fini(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct settings settings;
    struct diags diags = { 0 };
    struct span all = { (const char *)data, bytes };
    const char *part = bytes ? memchr(all.at, '\v', bytes) : NULL;
    struct span first = { all.at, part ? (size_t)(part - all.at) : 0 };
    settings_init(&settings);
    settings.home = "/users/li";
    settings_read(&settings, "/etc/fengong/config", first, FROM_ADMINISTRATOR, &diags);
    settings_read(&settings, "config", (struct span){ all.at + first.bytes, bytes - first.bytes }, FROM_USER, &diags);
    check_keys(&settings.keymap);
    check_dump(&settings);
    settings_fini(&settings);
    diag_fini(&diags);
    return 0;
}
