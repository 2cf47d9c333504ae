/* SPDX-License-Identifier: MIT */
/* Random documents, numberings, styles and footnotes of Word. */
#include "fuzz/office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span rest = { (const char *)data, size };
    struct part_file parts[] = {
        { "_rels/.rels", OFFICE_RELATIONS(OFFICE_RELATION("a", "officeDocument", "d.xml")) },
        { "_rels/d.xml.rels", OFFICE_RELATIONS(OFFICE_RELATION("a", "numbering", "n.xml") OFFICE_RELATION(
                                  "b", "styles", "s.xml") OFFICE_RELATION("c", "footnotes", "f.xml")) },
        { "d.xml", office_next(&rest) },
        { "n.xml", office_next(&rest) },
        { "s.xml", office_next(&rest) },
        { "f.xml", office_next(&rest) },
    };
    office_read_parts(parts, sizeof parts / sizeof *parts);
    return 0;
}
