/* SPDX-License-Identifier: MIT */
#include "document/package.h"

#include <stdlib.h>
#include <zip.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/text.h"

enum { PIECE_BYTES = 64 * 1024 };

struct package {
    zip_t *zip;
};

static void tell_zip_fault(struct buf *fault)
{
    buf_string(fault, _("文件已损坏，解不开压缩包"));
}

static void tell_part(struct buf *fault, const char *what, const char *part)
{
    buf_string(fault, what);
    text_clean_to(fault, span_of(part));
}

struct package *package_open(struct span content, struct buf *fault)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(content.at, content.bytes, 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!zip && source)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!zip) {
        tell_zip_fault(fault);
        return NULL;
    }
    zip_int64_t count = zip_get_num_entries(zip, 0);
    if (count < 0 || count > PACKAGE_PARTS_MAX) {
        buf_printf(fault, _("压缩包里有 %lld 个文件，太多"), (long long)count);
        zip_discard(zip);
        return NULL;
    }
    struct package *package = mem_array(1, sizeof *package);
    package->zip = zip;
    return package;
}

void package_close(struct package *package)
{
    if (!package)
        return;
    zip_discard(package->zip);
    free(package);
}

bool package_has(const struct package *package, const char *part)
{
    return zip_name_locate(package->zip, part, ZIP_FL_NOCASE) >= 0;
}

static bool read_open(zip_file_t *file, const char *part, bool (*take)(void *context, struct span piece), void *context,
                      struct buf *fault)
{
    char *piece = mem_alloc(PIECE_BYTES);
    uint64_t total_bytes = 0;
    zip_int64_t got;
    bool good = true;
    while (good && (got = zip_fread(file, piece, PIECE_BYTES)) != 0) {
        total_bytes += got > 0 ? (uint64_t)got : 0;
        if (got < 0 || total_bytes > PACKAGE_PART_BYTES) {
            tell_part(fault, got < 0 ? _("文件已损坏：") : _("解压后太大："), part);
            good = false;
        } else {
            good = take(context, (struct span){ piece, (size_t)got });
        }
    }
    free(piece);
    return good;
}

bool package_read(struct package *package, const char *part, bool (*take)(void *context, struct span piece),
                  void *context, struct buf *fault)
{
    zip_int64_t no = zip_name_locate(package->zip, part, ZIP_FL_NOCASE);
    zip_stat_t stat;
    if (no < 0 || zip_stat_index(package->zip, (zip_uint64_t)no, 0, &stat) != 0) {
        tell_part(fault, _("文件里没有 "), part);
        return false;
    }
    if ((stat.valid & ZIP_STAT_SIZE) && stat.size > PACKAGE_PART_BYTES) {
        tell_part(fault, _("解压后太大："), part);
        return false;
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
        tell_part(fault, _("有密码，读不了："), part);
        return false;
    }
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)no, 0);
    if (!file) {
        tell_part(fault, _("文件已损坏："), part);
        return false;
    }
    bool good = read_open(file, part, take, context, fault);
    zip_fclose(file);
    return good;
}
