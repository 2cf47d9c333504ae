/* SPDX-License-Identifier: MIT */
#include "pty/hostile.h"

#include "foreign.h"
#include "text/utf8.h"

static const char *const pieces[] = {
    /* CSI, OSC, DCS, APC, PM, SOS: ended in each way, and not at all */
    "\033[2J",
    "\033[31;5m",
    "\033[6n",
    "\033[?1049h",
    "\033[20t",
    "\033[>c",
    "\033]0;甲\a",
    "\033]2;甲\033\\",
    "\033]8;;http://甲\033\\乙\033]8;;\033\\",
    "\033]50;甲\a",
    "\033]52;c;Yg==\a",
    "\033]1337;File=:YQ==\a",
    "\033]4;1;?\a",
    "\033P$q\"p\033\\",
    "\033P+q544e\033\\",
    "\033_甲\033\\",
    "\033^甲\033\\",
    "\033X甲\033\\",
    "\033]0;甲",
    "\033P甲",
    "\033[",
    "\033",
    "\033c",
    "\033(0",
    "\033#8",
    "\033[!p",
    "\033\033[A",
    "\030",
    "\032",
    /* C1, as characters and as bytes */
    "\xC2\x9B"
    "2J",
    "\xC2\x9D"
    "0;a\xC2\x9C",
    "\xC2\x90q",
    "\xC2\x85",
    "\xC2\x84",
    "\xC2\x8D",
    "\x9B"
    "2J",
    "\x9D"
    "0;a\x9C",
    "\x90q",
    "\x85",
    "\x9F",
    /* what turns, hides and joins */
    "\xE2\x80\xAE",
    "\xE2\x80\xAD",
    "\xE2\x80\xAA",
    "\xE2\x81\xA6",
    "\xE2\x81\xA9",
    "\xE2\x80\x8E",
    "\xE2\x80\x8F",
    "\xD8\x9C",
    "\xE2\x80\x8B",
    "\xE2\x80\x8C",
    "\xE2\x80\x8D",
    "\xE2\x81\xA0",
    "\xEF\xBB\xBF",
    "\xC2\xAD",
    "\xE1\xA0\x8E",
    "\xE3\x85\xA4",
    "\xE1\x85\x9F",
    "\xEF\xBE\xA0",
    "\xCD\x8F",
    "\xEF\xBF\xB9",
    "\xE2\x80\xA8",
    "\xE2\x80\xA9",
    "\xF3\xA0\x80\x81",
    "\xF3\xA0\x81\xBF",
    "\xEF\xB8\x8F",
    "\xF3\xA0\x84\x80",
    "\xE2\x81\xA5",
    /* no characters: noncharacters, surrogates, overlong, cut short, out of range */
    "\xEF\xBF\xBE",
    "\xEF\xBF\xBF",
    "\xF4\x8F\xBF\xBF",
    "\xED\xA0\x80",
    "\xED\xBF\xBF",
    "\xC0\x9B"
    "2J",
    "\xE0\x82\x9B"
    "2J",
    "\xF0\x80\x80\x9B"
    "2J",
    "\xC1\x81",
    "\xE7\x9C",
    "\xF0\x9F\x98",
    "\xF4\x90\x80\x80",
    "\xFE",
    "\xFF",
    "\xE7",
    /* marks without end, and on nothing */
    "\xCC\x81",
    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
    "\xE2\x83\x9D",
    /* for shells, formats, spreadsheets, pages, Markdown */
    "-rf",
    "--output=x",
    "$(id)",
    "`id`",
    ";id",
    "|id",
    "%n%s%1$s",
    "%",
    "=cmd|'/c x'!A1",
    "@SUM(1)",
    "<script>",
    "&lt;",
    "]]>",
    "\"",
    "'",
    "\\",
    "|",
    "*",
    "[a](javascript:b)",
    "../../x",
    "\t",
    "\r",
    "\n",
    "\b\b",
    "\a",
    "\f",
    "\v",
    "\177",
    "\001",
    "\016",
    "\017",
    "~",
};

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* Each piece alone comes first; then several of them, with text between or without, and any character of Unicode. */
void hostile_string(uint32_t no, struct buf *out)
{
    enum { PIECES_COUNT = sizeof pieces / sizeof *pieces };
    uint32_t seed = no * 2654435761u + 12345;
    int count = no < PIECES_COUNT ? 1 : 1 + (int)(next(&seed) % 4);
    for (int i = 0; i < count; i++) {
        uint32_t kind = next(&seed) % 8;
        if (kind < 5 || no < PIECES_COUNT)
            buf_string(out, pieces[no < PIECES_COUNT ? no : next(&seed) % PIECES_COUNT]);
        else if (kind == 5)
            utf8_put(out, 1 + next(&seed) % 0x10FFFF);
        else if (kind == 6)
            buf_char(out, (char)(1 + next(&seed) % 255));
        else
            utf8_put(out, 1 + next(&seed) % 0xA0);
        if (next(&seed) % 2)
            buf_string(out, next(&seed) % 2 ? "省" : "a1");
    }
}

void hostile_yaml(uint32_t no, struct buf *out)
{
    struct buf raw = { 0 };
    hostile_string(no, &raw);
    struct span all = buf_view(&raw);
    for (size_t at = 0, bytes; at < all.bytes; at += bytes) {
        uint32_t c;
        if (!foreign_decode(all, at, &c, &bytes))
            buf_printf(out, "\\x%02X", (unsigned char)all.at[at]);
        else if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", (int)c);
        else if (foreign_char(c) || c == 0x85)
            buf_printf(out, "\\U%08X", c);
        else
            buf_add(out, all.at + at, bytes);
    }
    buf_fini(&raw);
}

/* One more string of the file, with a number that makes it another than the rest. */
static void put(struct buf *out, uint32_t *no, const char *head, const char *tail)
{
    buf_string(out, head);
    buf_printf(out, "\"甲%u", *no);
    hostile_yaml((*no)++, out);
    buf_string(out, "\"");
    buf_string(out, tail);
}

enum { UNITS = 40, SECTION_TASKS = 25, TASK_STRINGS = 8 };

static void put_units(struct buf *out, uint32_t first, uint32_t *no)
{
    buf_string(out, "units:\n");
    for (int i = 0; i < UNITS; i++) {
        put(out, no, "  - {name: ", ", ");
        put(out, no, "full: ", ", ");
        put(out, no, "aliases: [", "], kind: city}\n");
    }
    put(out, no, "  - {name: ", ", member-kinds: [city], coverage: all}\n");
    uint32_t same = first; /* of the first unit, which is a member, too */
    put(out, no, "  - {name: ", ", coverage: some, ");
    put(out, &same, "members: [", "]}\n");
}

static void put_task(struct buf *out, uint32_t first, uint32_t *no, int task_no)
{
    uint32_t lead = first + 3 * (uint32_t)(task_no % UNITS), support = first + 3 * (uint32_t)((task_no + 7) % UNITS);
    uint32_t collective = first + 3 * UNITS + (uint32_t)(task_no & 1);
    buf_printf(out, "      - {no: %d, ", task_no);
    put(out, no, "text: ", ", ");
    put(out, no, "label: ", ", ");
    put(out, &lead, "units: [", ", ");
    put(out, &support, "", ", ");
    put(out, &collective, "", "], ");
    put(out, no, "wording: ", ", ");
    put(out, no, "notes: [", ", ");
    put(out, no, "", "], ");
    put(out, no, "due: ", ", ");
    put(out, no, "leader: ", ", ");
    put(out, no, "contact: ", "}\n");
}

void hostile_breakdown(uint32_t first_no, uint32_t count, struct buf *out)
{
    uint32_t no = first_no, units_from;
    buf_string(out, "format: 1\nyear: 2020\n");
    put(out, &no, "title: ", "\n");
    put(out, &no, "issuer: ", "\n");
    put(out, &no, "lead-rule: ", "\n");
    units_from = no;
    put_units(out, units_from, &no);
    buf_string(out, "sections:\n");
    while (no < first_no + count) {
        put(out, &no, "  - kind: leader\n    no: ", "\n");
        put(out, &no, "    heading: ", "\n");
        put(out, &no, "    under: [", "]\n");
        put(out, &no, "    leader: ", "\n");
        put(out, &no, "    title: ", "\n");
        put(out, &no, "    role: ", "\n    tasks:\n");
        for (int task_no = 1; task_no <= SECTION_TASKS && (no < first_no + count || task_no == 1); task_no++)
            put_task(out, units_from, &no, task_no);
    }
}
