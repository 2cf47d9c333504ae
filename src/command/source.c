/* SPDX-License-Identifier: MIT */
#include "command/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/capability.h"
#include "base/i18n.h"
#include "command/loading.h"
#include "command/message.h"

/* What is there but cannot be read shall be said, not passed over. */
static bool is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static const char *under(struct arena *arena, const char *folder, size_t bytes, const char *rest)
{
    struct buf path = { 0 };
    buf_add(&path, folder, bytes);
    buf_string(&path, rest);
    const char *copy = arena_copy(arena, path.at, path.bytes);
    buf_fini(&path);
    return copy;
}

/* XDG Base Directory: relative folders are to be ignored. */
static const char *find_in(struct arena *arena, const char *folders)
{
    while (*folders) {
        size_t bytes = strcspn(folders, ":");
        const char *path = under(arena, folders, bytes, "/fengong/tasks.yaml");
        if (*folders == '/' && is_there(path))
            return path;
        folders += bytes + (folders[bytes] == ':');
    }
    return NULL;
}

static const char *set_or(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return value && *value ? value : otherwise;
}

static const char *find_default(struct arena *arena)
{
    static const char SYSTEM_FOLDERS[] = "/usr/local/share:/usr/share";
    if (!capability_allowed(CAPABILITY_ENVIRONMENT))
        return find_in(arena, SYSTEM_FOLDERS);
    if (is_there("data/tasks.yaml"))
        return "data/tasks.yaml";
    const char *home = getenv("HOME"), *data_home = set_or("XDG_DATA_HOME", NULL);
    if (!data_home && home && *home == '/')
        data_home = under(arena, home, strlen(home), "/.local/share");
    const char *path = data_home ? find_in(arena, data_home) : NULL;
    return path ? path : find_in(arena, set_or("XDG_DATA_DIRS", SYSTEM_FOLDERS));
}

uint32_t source_find(const struct options *options, struct arena *arena, const char *const **paths)
{
    if (options->settings.files_count) {
        *paths = options->settings.files;
        return options->settings.files_count;
    }
    const char **path = arena_array(arena, 1, sizeof *path);
    path[0] = find_default(arena);
    *paths = path;
    if (!path[0])
        message(_("没有找到责任分解文件；请用 -f FILE 指定，或设 FENGONG_FILE"));
    return path[0] != NULL;
}

bool source_may_name(const char *path)
{
    if (strcmp(path, "-") == 0 || capability_allowed(CAPABILITY_NAME_FILE))
        return true;
    message(_("受限模式不读另外指定的文件"));
    return false;
}

uint32_t source_unregistered(const struct breakdown *b)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < b->units_count; i++)
        count += b->units[i].undefined;
    return count;
}

int source_load(struct job *job)
{
    struct diags diags = { 0 };
    const char *const *paths;
    uint32_t count = source_find(job->options, &job->arena, &paths);
    if (count)
        job->breakdown = loading_files(job->options, paths, count, false, &diags);
    message_diags(&diags);
    diag_fini(&diags);
    if (!job->breakdown)
        return STATUS_FAILED;
    uint32_t unregistered = source_unregistered(job->breakdown);
    if (unregistered)
        message(_("有%u个单位没有登记，可能是写错了：fengong check 逐个列出"), unregistered);
    job->index = index_new(job->breakdown);
    return STATUS_DONE;
}
