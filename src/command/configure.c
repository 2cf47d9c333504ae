/* SPDX-License-Identifier: MIT */
#include "command/configure.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/capability.h"
#include "base/environment.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/message.h"
#include "settings/read.h"
#include "system/locale.h"
#include "text/text.h"

#define ADMINISTRATORS "/etc/fengong/config"

/* In the order of their ranks, the lowest first. */
struct settings_file {
    const char *path; /* NULL: none */
    enum setting_from from;
    struct buf content;
};
enum { FILES_COUNT = 2 };

static const char *users_path(struct arena *arena)
{
    const char *folder = getenv("XDG_CONFIG_HOME"), *rest = "/fengong/config";
    if (!folder || *folder != '/') { /* XDG Base Directory: a relative one is to be ignored */
        folder = getenv("HOME");
        rest = "/.config/fengong/config";
    }
    if (!folder || *folder != '/')
        return NULL;
    struct buf path = { 0 };
    buf_string(&path, folder);
    buf_string(&path, rest);
    const char *copy = arena_copy(arena, path.at, path.bytes);
    buf_fini(&path);
    return copy;
}

/* The administrator's and the user's; one that the environment names instead of both, or none when it names "". */
static void find_files(struct options *options, struct settings_file *files)
{
    files[0] = (struct settings_file){ .path = ADMINISTRATORS, .from = FROM_ADMINISTRATOR };
    files[1] = (struct settings_file){ .path = NULL, .from = FROM_USER };
    if (!capability_allowed(CAPABILITY_OWN_SETTINGS))
        return;
    const char *instead = getenv("FENGONG_CONFIG");
    files[1].path = instead ? instead : users_path(&options->settings.arena);
    if (instead)
        files[0].path = NULL;
    if (instead && !*instead)
        files[1].path = NULL;
}

/* Forgets one that is not there; says of one that cannot be read why. */
static void read_file(struct settings_file *file, struct diags *diags)
{
    if (!file->path || file_read_now(file->path, SETTINGS_FILE_BYTES, &file->content) == 0)
        return;
    struct place place = { file->path, 0, 0 };
    buf_clear(&file->content);
    if (errno == EINVAL)
        diag_warning(diags, place, _("不是普通文件，设置没有读"));
    else if (errno == EFBIG)
        diag_warning(diags, place, _("设置文件太大（最多%d千字节），没有读"), SETTINGS_FILE_BYTES / 1024);
    else if (errno != ENOENT && errno != ENOTDIR)
        diag_warning(diags, place, _("设置没有读：%s"), fault_reading(errno));
    file->path = NULL;
}

static void read_environment(struct settings *settings)
{
    const char *path = getenv("FENGONG_FILE"), *clipboard = getenv("FENGONG_CLIPBOARD"), *language = getenv("LANGUAGE");
    if (!capability_allowed(CAPABILITY_ENVIRONMENT))
        return;
    if (path && *path)
        settings_set(settings, SETTING_FILE, path, FROM_ENVIRONMENT);
    if (clipboard && *clipboard)
        settings_set(settings, SETTING_CLIPBOARD, environment_refuses("FENGONG_CLIPBOARD") ? "off" : "on",
                     FROM_ENVIRONMENT);
    if (language && *language) /* gettext follows it */
        settings_set(settings, SETTING_LANG, "auto", FROM_ENVIRONMENT);
}

static void read_files(struct settings *settings, const struct settings_file *files, struct diags *diags)
{
    for (int i = 0; i < FILES_COUNT; i++)
        if (files[i].path)
            settings_read(settings, files[i].path, buf_view(&files[i].content), files[i].from, diags);
}

/* The language first, and only it: what is said of the files is said in it. */
static void speak(const struct settings *settings, const struct settings_file *files)
{
    struct settings trial;
    struct diags diags = { 0 };
    bool said = false;
    for (int i = 0; i < FILES_COUNT; i++)
        said = said || (files[i].path && memmem(files[i].content.at, files[i].content.bytes, "lang", 4));
    if (!said || settings->values[SETTING_LANG].from >= FROM_ENVIRONMENT)
        return;
    settings_init(&trial);
    read_files(&trial, files, &diags);
    if (settings_number(&trial, SETTING_LANG))
        locale_speak(trial.values[SETTING_LANG].text);
    settings_fini(&trial);
    diag_fini(&diags);
}

void configure(struct options *options)
{
    struct settings *settings = &options->settings;
    struct diags *diags = &options->faults;
    struct settings_file files[FILES_COUNT];
    const char *home = getenv("HOME");
    settings->home = home && *home == '/' ? home : NULL;
    find_files(options, files);
    read_environment(settings);
    for (int i = 0; i < FILES_COUNT; i++)
        read_file(&files[i], diags);
    speak(settings, files);
    read_files(settings, files, diags);
    for (int i = 0; i < FILES_COUNT; i++)
        buf_fini(&files[i].content);
    if (options->printer && !*options->printer)
        options->printer = settings->values[SETTING_PRINTER].text;
}
