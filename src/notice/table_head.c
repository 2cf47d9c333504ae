/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "notice/table.h"
#include "wording/unitclause.h"

enum { HEAD_BYTES_MAX = 1200, HEAD_LINES_MAX = 40, CSV_LINES_MAX = 12 };

static const char NUMBERS[] = "序号|编号|任务编号|项目编号|序|号|项目序号|任务序号|序列|序列号|No|NO|no";
static const char UNITS[] =
    "单位|部门|所属单位|市级单位|区县|科室|股室|处室|承办科室|责任科室|责任处室|责任股室|实施单位";
static const char CATEGORIES[] = "类别|领域|分类|板块|方面|类型|大类|章节|部分|所属领域";
static const char TASKS[] = "任务|内容|事项|工作|项目|名称|重点|任务分解|工作要点|实事|举措|措施";
static const char LABELS[] = "标签";
static const char REMARKS[] = "备注|备注说明|说明|注";
static const char TEXTS[] = "目标|要求|进度|计划|标准|成果|指标|依据|范围|说明|情况|性质|来源|资金|投资|规模|地点|"
                            "目标值|进展|成效|问题|安排|举措|措施|类型|形式|方式|路径|要点|单位数|数量|分值|权重|意见|"
                            "附件|级别|层级|年度|落实情况|评价";

/* What a column under this word holds. */
static void judge(const struct keyed *k, struct column *column)
{
    uint32_t from = 0, to = k->bytes;
    /* 牵头单位（责任人）, 完成时限（月） */
    if (to > from && k->key[to - 1] == ')')
        for (uint32_t i = from; i < to; i++)
            if (k->key[i] == '(' && i > from)
                to = i;
    keyed_trim_marks(k, &from, &to);
    if (to <= from || keyed_count(k, from, to) > 12 || keyed_holds(k, from, to, "。|、|,|:"))
        return;
    uint32_t person = keyed_ends(k, from, to, "及责任人|和责任人|及负责人|和负责人|及联系人|和联系人");
    column->person = person && label_word(k, from, to - person, &column->hint) == LABEL_UNITS;
    if (column->person) {
        to -= person;
        column->label = keyed_text(k, from, to);
    }
    enum label_kind kind = label_word(k, from, to, &column->hint);
    column->field = kind;
    if (keyed_equals(k, from, to, NUMBERS))
        column->kind = COLUMN_NO;
    else if (kind == LABEL_UNITS || keyed_equals(k, from, to, UNITS))
        column->kind = COLUMN_UNITS, column->field = LABEL_UNITS;
    else if (keyed_equals(k, from, to, "时间|期限|节点"))
        column->kind = COLUMN_FIELD, column->field = LABEL_DUE;
    else if (keyed_equals(k, from, to, LABELS))
        column->kind = COLUMN_LABEL;
    else if (keyed_equals(k, from, to, REMARKS))
        column->kind = COLUMN_FIELD, column->field = LABEL_NOTE, column->remark = true;
    else if (kind != LABEL_NONE)
        column->kind = COLUMN_FIELD;
    else if (keyed_ends(k, from, to, CATEGORIES))
        column->kind = COLUMN_CATEGORY;
    else if (keyed_ends(k, from, to, TASKS) && !keyed_starts(k, from, to, "主要措施|工作措施|具体措施|推进措施"))
        column->kind = COLUMN_TASK;
    else if (keyed_ends(k, from, to, TEXTS) || unitclause_when(k, from, to)) /* 3月, 上半年: how far it is then */
        column->kind = COLUMN_TEXT;
}

static struct column column_of(struct notice *n, const struct keyed *whole, uint32_t from, uint32_t to)
{
    struct arena scratch = { 0 };
    struct column column = { .kind = COLUMN_NONE, .label = keyed_text(whole, from, to) };
    if (to - from > 120)
        return column;
    /* 任 务 名 称 */
    struct keyed word = keyed_make(&scratch, keyed_squeezed(n->arena, whole, from, to));
    column.label = word.text;
    judge(&word, &column);
    arena_fini(&scratch);
    return column;
}

uint32_t table_column_find(const struct notice_table *table, enum column_kind kind)
{
    for (uint32_t i = 0; i < table->columns_count; i++)
        if (table->columns[i].kind == kind)
            return i;
    return COLUMNS_MAX;
}

/*
 * A table that we wrote: who leads and supports stands a second time behind the list, and the heading says the leader.  The
 * list is read, by its label; the rest would say it again.
 */
static void settle_own(struct notice_table *table)
{
    static const char *const AGAIN[] = { "领导", "职务", "序号", "牵头", "参与", "责任关系", "经由" };
    if (table->columns[0].kind != COLUMN_NO || table_column_find(table, COLUMN_LABEL) == COLUMNS_MAX)
        return;
    for (uint32_t i = 1; i < table->columns_count; i++)
        for (size_t a = 0; a < sizeof AGAIN / sizeof AGAIN[0]; a++)
            if (text_equal(table->columns[i].label, text_of(AGAIN[a])))
                table->columns[i].kind = COLUMN_AGAIN;
}

/* Is it a head by its words?  Then settles what one word alone does not tell. */
static bool head_fits(struct notice_table *table)
{
    uint32_t known = 0, texts = 0, units = 0, empty = 0;
    for (uint32_t i = 0; i < table->columns_count; i++) {
        struct column *column = &table->columns[i];
        known += column->kind != COLUMN_NONE;
        empty += text_empty(column->label);
        texts += column->kind == COLUMN_TASK || column->kind == COLUMN_TEXT || column->kind == COLUMN_CATEGORY;
        units += column->kind == COLUMN_UNITS || (column->kind == COLUMN_FIELD && column->field == LABEL_LEADER);
    }
    if (table->columns_count < 2 || !texts || !units || 3 * known < 2 * (table->columns_count - empty))
        return false;
    uint32_t task = table_column_find(table, COLUMN_TASK);
    /* 改革举措 | 主要内容: without a column of tasks the first of texts is one, then the category. */
    if (task == COLUMNS_MAX)
        task = table_column_find(table, COLUMN_TEXT);
    if (task == COLUMNS_MAX)
        task = table_column_find(table, COLUMN_CATEGORY);
    table->columns[task].kind = COLUMN_TASK;
    settle_own(table);
    uint32_t lists = 0;
    for (uint32_t i = 0; i < table->columns_count; i++) {
        struct column *column = &table->columns[i];
        /* Behind the task a 类型 is a remark of it; a word that nobody knows is one, too. */
        if (column->kind == COLUMN_NONE || (column->kind == COLUMN_CATEGORY && i > task))
            column->kind = COLUMN_TEXT;
        lists += column->kind == COLUMN_UNITS;
    }
    /* 指导部门 alone: then they are who does it, the first leads; not 配合单位, whose lead is in a column that nobody knows. */
    for (uint32_t i = 0; lists == 1 && i < table->columns_count; i++)
        if (table->columns[i].kind == COLUMN_UNITS && span_starts(text_span(table->columns[i].label), SPAN("指导")))
            table->columns[i].hint = HINT_NONE;
    return true;
}

static void read_columns(struct notice *n, const struct notice_line *line, const struct row_cell *cells, uint32_t count,
                         struct notice_table *table)
{
    table->columns_count = count;
    for (uint32_t i = 0; i < count; i++)
        table->columns[i] = column_of(n, &line->k, cells[i].body_from, cells[i].body_to);
}

/* Cuts a run of single characters into words of a head, the longest first: 任 务 名 称 牵 头 部 门.  Returns how many. */
static uint32_t cut_letters(struct notice *n, const struct keyed *k, const struct row_cell *letters, uint32_t count,
                            struct row_cell *out)
{
    for (uint32_t taken = count; taken >= 2; taken--) {
        struct row_cell word = letters[0];
        word.body_to = letters[taken - 1].body_to;
        word.to = letters[taken - 1].to;
        struct column column = column_of(n, k, word.body_from, word.body_to);
        struct arena scratch = { 0 };
        struct keyed whole = keyed_make(&scratch, column.label);
        /* 任务名称牵头部门 is two words. */
        bool two = column.kind == COLUMN_UNITS && keyed_starts(&whole, 0, whole.bytes, TASKS);
        arena_fini(&scratch);
        if (column.kind == COLUMN_NONE || two)
            continue;
        uint32_t more = taken < count ? cut_letters(n, k, letters + taken, count - taken, out + 1) : 0;
        if (taken < count && !more)
            continue;
        out[0] = word;
        return more + 1;
    }
    return 0;
}

/* 序号 工 作 任 务 牵头负责部门: words with single blanks between, and blanks inside some. */
static uint32_t join_letters(struct notice *n, const struct keyed *k, struct row_cell *cells, uint32_t count)
{
    struct row_cell out[COLUMNS_MAX];
    uint32_t made = 0;
    for (uint32_t i = 0, run; i < count; i += run ? run : 1) {
        for (run = 0; i + run < count && keyed_count(k, cells[i + run].body_from, cells[i + run].body_to) == 1;)
            run++;
        uint32_t words = run >= 2 ? cut_letters(n, k, cells + i, run, out + made) : 0;
        if (!words)
            run = 0, out[made] = cells[i], words = 1;
        made += words;
    }
    memcpy(cells, out, made * sizeof *cells);
    return made;
}

static bool head_on_a_line(struct notice *n, uint32_t line_idx, struct notice_table *table)
{
    const struct notice_line *line = &n->lines[line_idx];
    struct row_cell cells[COLUMNS_MAX];
    /* What every head has in one of its words, and few rows have: most lines end here. */
    if (line->k.bytes > HEAD_BYTES_MAX ||
        !keyed_holds(&line->k, 0, line->k.bytes, "单|门|责|牵|领|室|主|承|施|县|落|包|督|指|参"))
        return false;
    for (int layout = LAYOUT_TABS; layout <= LAYOUT_WORDS; layout++) {
        if (layout == LAYOUT_TABS && !line->tabs_count)
            continue;
        table->layout = (enum layout)layout;
        uint32_t count = table_cells(line, line_idx, table->layout, cells);
        if (layout == LAYOUT_WORDS)
            count = join_letters(n, &line->k, cells, count);
        if (count < 2)
            continue;
        read_columns(n, line, cells, count, table);
        if (head_fits(table) &&
            (layout != LAYOUT_WORDS || (table->columns_count >= 3 && table->columns[0].kind == COLUMN_NO)))
            return true;
    }
    return false;
}

/* 责任单位 over 牵头单位 | 配合单位: a second line of a head gives its columns; as wide as the first, or only its own cells. */
static bool head_goes_on(struct notice *n, uint32_t line_idx, struct notice_table *table)
{
    if (line_idx >= n->lines_count || table->layout == LAYOUT_WORDS || n->lines[line_idx].k.bytes > HEAD_BYTES_MAX)
        return false;
    const struct notice_line *line = &n->lines[line_idx];
    struct row_cell cells[COLUMNS_MAX];
    struct notice_table below = *table;
    uint32_t count = table_cells(line, line_idx, table->layout, cells), units = 0, filled = 0, last = 0;
    read_columns(n, line, cells, count, &below);
    for (uint32_t i = 0; i < count; i++) {
        if (cells[i].body_to > cells[i].body_from && below.columns[i].kind == COLUMN_NONE)
            return false;
        last += cells[i].body_to <= cells[i].body_from && !filled; /* behind the empty ones */
        filled += cells[i].body_to > cells[i].body_from;
        units += below.columns[i].kind == COLUMN_UNITS;
    }
    uint32_t wide = table_column_find(table, COLUMN_UNITS);
    /* 进度要求 over 一季度 | 二季度 */
    if (!units && filled > 1 && last + 1 == table->columns_count && last + filled == count) {
        memcpy(table->columns + last, below.columns + last, filled * sizeof *table->columns);
        table->columns_count = count;
        return true;
    }
    if (!units || wide == COLUMNS_MAX)
        return false;
    if (count == table->columns_count) {
        for (uint32_t i = 0; i < count; i++)
            if (cells[i].body_to > cells[i].body_from)
                table->columns[i] = below.columns[i];
        return true;
    }
    if (filled != count || units != count || count < 2 || table->columns_count + count - 1 > COLUMNS_MAX)
        return false;
    memmove(table->columns + wide + count, table->columns + wide + 1,
            (table->columns_count - wide - 1) * sizeof *table->columns);
    memcpy(table->columns + wide, below.columns, count * sizeof *table->columns);
    table->columns_count += count - 1;
    return true;
}

/* 序号 / 任务内容 / 责任单位 / …, one a line; returns the line behind, or line_idx. */
static uint32_t head_on_lines(struct notice *n, uint32_t line_idx, struct notice_table *table)
{
    uint32_t i = line_idx;
    table->layout = LAYOUT_LINES;
    table->columns_count = 0;
    for (; i < n->lines_count && table->columns_count < COLUMNS_MAX && i - line_idx < HEAD_LINES_MAX; i++) {
        const struct keyed *k = &n->lines[i].k;
        uint32_t from = 0, to = k->bytes;
        keyed_trim(k, &from, &to);
        if (to <= from)
            continue;
        struct column column = column_of(n, k, from, to);
        if (column.kind == COLUMN_NONE || (table->columns_count == 0 && column.kind != COLUMN_NO))
            break;
        table->columns[table->columns_count++] = column;
    }
    return table->columns_count >= 3 && head_fits(table) ? i : line_idx;
}

/* A line by itself between two tables, without a number: what the rows of the second one are under. */
static void let_title_head(struct notice *n, uint32_t line_idx)
{
    enum { TITLE_CHARS = 40 };
    struct token *token = n->tokens_count ? &n->tokens[n->tokens_count - 1] : NULL;
    if (!n->table || !token || token->kind != TOKEN_TEXT || !token->starts_line || token->cell)
        return;
    const struct keyed *k = &n->lines[token->line_idx].k;
    bool near = line_idx - token->line_idx <= 2, whole = token->to == k->bytes;
    if (near && whole && keyed_count(k, token->body_from, token->body_to) <= TITLE_CHARS &&
        !keyed_holds(k, token->body_from, token->body_to, "。"))
        token->heads = true;
}

uint32_t table_head_read(struct notice *notice, uint32_t line_idx, struct notice_table *table)
{
    uint32_t behind = line_idx;
    *table = (struct notice_table){ 0 };
    if (head_on_a_line(notice, line_idx, table))
        behind = line_idx + 1 + head_goes_on(notice, line_idx + 1, table);
    else
        behind = head_on_lines(notice, line_idx, table);
    if (behind > line_idx)
        let_title_head(notice, line_idx);
    for (uint32_t i = line_idx; i < behind; i++) {
        struct token *token = notice_token(notice, TOKEN_REMARK, i, 0, notice->lines[i].k.bytes);
        token->reason = N_("表头");
    }
    if (behind > line_idx)
        notice->last_no[MARKER_DIGIT] = 0;
    return behind;
}

static bool is_csv_head(struct notice *n, struct span raw, char separator)
{
    struct notice_table table = { 0 };
    struct text text = text_copy(n->arena, text_clean(n->arena, raw));
    struct keyed k = keyed_make(n->arena, text);
    uint32_t from = 0;
    for (uint32_t i = 0; i <= k.bytes && table.columns_count < COLUMNS_MAX; i++) {
        if (i < k.bytes && !(k.key[i] == separator && text.at[keyed_at(&k, i)] == separator))
            continue;
        uint32_t a = from, b = i;
        keyed_trim(&k, &a, &b);
        if (b - a >= 2 && k.key[a] == '"' && k.key[b - 1] == '"')
            a++, b--;
        if (b > a)
            table.columns[table.columns_count++] = column_of(n, &k, a, b);
        from = i + 1;
    }
    return table.columns_count >= 3 && head_fits(&table);
}

char notice_csv_separator(struct notice *notice, struct span utf8)
{
    static const char SEPARATORS[] = ",;";
    for (int line = 0; line < CSV_LINES_MAX && utf8.bytes; line++) {
        struct span raw = span_line(&utf8);
        if (raw.bytes > 0 && raw.bytes < HEAD_BYTES_MAX && !memchr(raw.at, '\t', raw.bytes))
            for (const char *s = SEPARATORS; *s; s++)
                if (memchr(raw.at, *s, raw.bytes) && is_csv_head(notice, raw, *s))
                    return *s;
    }
    return 0;
}
