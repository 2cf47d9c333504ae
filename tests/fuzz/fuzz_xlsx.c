/* SPDX-License-Identifier: MIT */
/* Random sheets, strings, formats and workbooks of Excel. */
#include "fuzz/office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span rest = { (const char *)data, size };
    struct part_file parts[] = {
        { "_rels/.rels", OFFICE_RELATIONS(OFFICE_RELATION("a", "officeDocument", "b.xml")) },
        { "_rels/b.xml.rels", OFFICE_RELATIONS(OFFICE_RELATION("a", "worksheet", "s.xml") OFFICE_RELATION(
                                  "b", "sharedStrings", "t.xml") OFFICE_RELATION("c", "styles", "f.xml")) },
        { "s.xml", office_next(&rest) },
        { "t.xml", office_next(&rest) },
        { "f.xml", office_next(&rest) },
        { "b.xml", office_next(&rest) },
    };
    office_read_parts(parts, sizeof parts / sizeof *parts);
    return 0;
}
