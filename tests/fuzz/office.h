/* SPDX-License-Identifier: MIT */
/* An Office file made of a fuzzer's bytes: the texts of its parts, one behind the other, parted by a line of "%%". */
#ifndef TESTS_FUZZ_OFFICE_H
#define TESTS_FUZZ_OFFICE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "document/reader.h"
#include "paper/parts.h"

static inline struct span office_next(struct span *rest)
{
    size_t end = 0;
    while (end < rest->bytes && !span_starts((struct span){ rest->at + end, rest->bytes - end }, SPAN("%%\n")))
        end++;
    struct span part = { rest->at, end };
    size_t skip = end + 3 < rest->bytes ? end + 3 : rest->bytes;
    rest->at += skip;
    rest->bytes -= skip;
    return part;
}

/* What is read, counts: a text that is not UTF-8, or has a TAB mark of ours, would be found by the importer. */
static inline void office_read_bytes(struct span content, enum foreign kind)
{
    struct buf text = { 0 }, form = { 0 }, said = { 0 };
    (void)reader_read(content, kind, false, &text, &form, &said);
    buf_fini(&text);
    buf_fini(&form);
    buf_fini(&said);
}

#define OFFICE_RELATION(id, kind, target) "<Relationship Id=\"" id "\" Type=\"x/" kind "\" Target=\"" target "\"/>"
#define OFFICE_RELATIONS(all)                                                                                          \
    SPAN("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" all                  \
         "</Relationships>")

static inline uint32_t office_crc(struct span content)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < content.bytes; i++) {
        crc ^= (unsigned char)content.at[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

static inline void office_put(struct buf *out, uint32_t number, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buf_char(out, (char)(number >> 8 * i & 0xff));
}

/* What a local header and an entry of the directory have in common. */
static inline void office_put_header(struct buf *out, const struct part_file *part)
{
    office_put(out, 20, 4); /* version, flags */
    office_put(out, 0, 2);  /* stored */
    office_put(out, 0x21 << 16, 4);
    office_put(out, office_crc(part->content), 4);
    office_put(out, (uint32_t)part->content.bytes, 4);
    office_put(out, (uint32_t)part->content.bytes, 4);
    office_put(out, (uint32_t)strlen(part->name), 2);
    office_put(out, 0, 2);
}

/* Parts uncompressed: ten times as many runs a second as with libzip's writer. */
static inline void office_read_parts(const struct part_file *parts, size_t count)
{
    struct buf content = { 0 }, directory = { 0 };
    for (size_t i = 0; i < count; i++) {
        uint32_t at = (uint32_t)content.bytes;
        buf_string(&content, "PK\003\004");
        office_put_header(&content, &parts[i]);
        buf_string(&content, parts[i].name);
        buf_span(&content, parts[i].content);
        buf_string(&directory, "PK\001\002");
        office_put(&directory, 20, 2);
        office_put_header(&directory, &parts[i]);
        office_put(&directory, 0, 4);
        office_put(&directory, 0, 2);
        office_put(&directory, 0, 4);
        office_put(&directory, at, 4);
        buf_string(&directory, parts[i].name);
    }
    uint32_t at = (uint32_t)content.bytes;
    buf_span(&content, buf_view(&directory));
    buf_string(&content, "PK\005\006");
    office_put(&content, 0, 4);
    office_put(&content, (uint32_t)count, 2);
    office_put(&content, (uint32_t)count, 2);
    office_put(&content, (uint32_t)directory.bytes, 4);
    office_put(&content, at, 4);
    office_put(&content, 0, 2);
    office_read_bytes(buf_view(&content), FOREIGN_ZIP);
    buf_fini(&content);
    buf_fini(&directory);
}

#endif
