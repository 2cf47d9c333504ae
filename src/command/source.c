/* SPDX-License-Identifier: MIT */
#include "command/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/file.h"
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

bool source_find(struct job *job)
{
    const struct settings *settings = &job->options->settings;
    job->paths = settings->files;
    job->paths_count = settings->files_count;
    if (job->paths_count)
        return true;
    const char **path = arena_array(&job->arena, 1, sizeof *path);
    *path = find_default(&job->arena);
    job->paths = path;
    job->paths_count = *path != NULL;
    if (!*path)
        message(_("没有找到责任分解文件；请用 -f FILE 指定，或设 FENGONG_FILE"));
    return *path != NULL;
}

bool source_may_name(const char *path)
{
    if (strcmp(path, "-") == 0 || capability_allowed(CAPABILITY_NAME_FILE))
        return true;
    message(_("受限模式不读另外指定的文件"));
    return false;
}

int source_read(const char *path, struct buf *content)
{
    if (!source_may_name(path))
        return STATUS_USAGE;
    if (file_read(path, content, NULL) == 0)
        return STATUS_DONE;
    message(_("无法读 %s：%s"), path, fault_reading(errno));
    return STATUS_FAILED;
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
    if (source_find(job))
        job->breakdown = loading_files(job->options, job->paths, job->paths_count, false, &diags);
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
