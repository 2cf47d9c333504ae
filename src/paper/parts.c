/* SPDX-License-Identifier: MIT */
#include "paper/parts.h"

#include <zip.h>

#include "base/i18n.h"

static bool add(zip_t *archive, const struct part_file *part, struct sheet_date day)
{
    /* A day of MS-DOS: years from 1980, then month, then day. */
    int years = day.year > 1980 ? day.year - 1980 : 0;
    zip_uint16_t date = (zip_uint16_t)(years << 9 | (day.year ? day.month : 1) << 5 | (day.year ? day.day : 1));
    zip_source_t *source = zip_source_buffer(archive, part->content.at, part->content.bytes, 0);
    zip_int64_t index = source ? zip_file_add(archive, part->name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (source && index < 0)
        zip_source_free(source);
    return index >= 0 && zip_file_set_dostime(archive, (zip_uint64_t)index, 0, date, 0) == 0;
}

static bool read_back(zip_source_t *source, struct buf *out)
{
    char chunk[1 << 14];
    zip_int64_t got = -1;
    if (zip_source_open(source) < 0)
        return false;
    while ((got = zip_source_read(source, chunk, sizeof chunk)) > 0)
        buf_add(out, chunk, (size_t)got);
    zip_source_close(source);
    return got == 0;
}

bool parts_zip(const struct part_file *parts, size_t count, struct sheet_date day, struct buf *out, struct buf *fault)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_TRUNCATE, &error) : NULL;
    bool good = archive != NULL;
    if (good)
        zip_source_keep(source); /* closing the archive lets it go */
    for (size_t i = 0; i < count && good; i++)
        good = add(archive, &parts[i], day);
    if (archive && good)
        good = zip_close(archive) == 0;
    else if (archive)
        zip_discard(archive);
    good = good && read_back(source, out);
    if (source)
        zip_source_free(source);
    if (!good)
        buf_printf(fault, _("压缩没有成功：%s"), zip_error_strerror(&error));
    zip_error_fini(&error);
    return good;
}
