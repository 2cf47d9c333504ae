/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "notice/page_tail.h"
#include "notice/token.h"
#include "wording/unitlist.h"
#include "wording/unitname.h"

enum { TITLE_CHARS_MAX = 60 };

static const char TITLE_ENDS[] = "的通知|通知|的意见|意见|的方案|方案|的决定|决定|清单|分解|分工|分解表|分工表|要点|"
                                 "计划|办法|措施|规划|实施细则|任务书|的通告|的公告|的批复|一览表|任务表";

/* How much a line looks like the title; 0: not at all. */
static int title_score(const struct keyed *k, uint32_t from, uint32_t to)
{
    /* 任务清单, 就业分工表 are one; of other words so few are none. */
    bool list = keyed_ends(k, from, to, "清单|分解表|分工表|一览表|任务表|责任表") > 0;
    uint32_t chars = keyed_count(k, from, to);
    if (chars < (list ? 4 : 6) || chars > TITLE_CHARS_MAX || keyed_ends(k, from, to, "。|:|;|,") ||
        keyed_holds(k, from, to, "。|>|http|#|当前位置") || memchr(k->key + from, '|', to - from))
        return 0;
    int score = 0;
    if (list || keyed_ends(k, from, to, TITLE_ENDS))
        score += 2;
    if (keyed_holds(k, from, to, "关于"))
        score += 3;
    if (keyed_holds(k, from, to, "责任分解|任务分解|任务分工|重点工作|民生实事|重点任务|政府工作报告|工作要点"))
        score += 2;
    if (keyed_holds(k, from, to, "印发"))
        score += 1;
    return score;
}

/* The first words of a table are no title. */
static bool is_table_head(const struct notice *n, uint32_t line_idx)
{
    for (uint32_t i = 0; i < n->tokens_count && n->tokens[i].line_idx <= line_idx; i++)
        if (n->tokens[i].line_idx == line_idx)
            return n->tokens[i].kind == TOKEN_REMARK && n->tokens[i].reason;
    return false;
}

static void find_title(struct notice *n, uint32_t lines_to, struct notice_head *head)
{
    int best = 1;
    for (uint32_t i = 0; i < lines_to; i++) {
        const struct keyed *k = &n->lines[i].k;
        uint32_t from = 0, to = k->bytes;
        keyed_trim(k, &from, &to);
        from += keyed_starts(k, from, to, "标题:|标 题:|标  题:|标    题:");
        while (from < to && (k->key[from] == '#' || k->key[from] == ' '))
            from++;
        keyed_trim(k, &from, &to);
        int score = title_score(k, from, to);
        struct text text = keyed_text(k, from, to);
        /* 国务院关于促进综合保税区 / 高水平开放高质量发展的若干意见: a title on two lines. */
        if (score && !keyed_ends(k, from, to, TITLE_ENDS) && keyed_holds(k, from, to, "关于") && i + 1 < lines_to) {
            const struct keyed *below = &n->lines[i + 1].k;
            uint32_t a = 0, b = below->bytes;
            keyed_trim(below, &a, &b);
            if (keyed_ends(below, a, b, TITLE_ENDS) && keyed_count(below, a, b) <= TITLE_CHARS_MAX &&
                !keyed_holds(below, a, b, "关于")) {
                text = text_printf(n->arena, "%.*s%.*s", TEXT_ARG(text), TEXT_ARG(keyed_text(below, a, b)));
                score += 3;
            }
        }
        if (score > best && !is_table_head(n, i)) {
            best = score;
            head->title = text;
        }
    }
}

/* The words before the first number, on a line that holds the whole notice. */
static void find_first_words(struct notice *n, uint32_t tokens_to, struct notice_head *head)
{
    for (uint32_t i = 0; i < tokens_to && i < n->tokens_count && text_empty(head->title); i++) {
        const struct token *token = &n->tokens[i];
        if (token->kind == TOKEN_TEXT && !token->heads && token->what != IMPORT_TASK &&
            title_score(&n->lines[token->line_idx].k, token->body_from, token->body_to) > 1)
            head->title = token_body(n, token);
    }
}

/* A title inside a longer line: …关于印发重点工作分工的通知各区人民政府：…. */
static void find_inner_title(struct notice *n, uint32_t lines_to, struct notice_head *head)
{
    for (uint32_t l = 0; l <= lines_to && l < n->lines_count && l < 40; l++) {
        const struct keyed *k = &n->lines[l].k;
        uint32_t start = 0, about = 0, end = k->bytes < 1200 ? k->bytes : 1200;
        for (uint32_t i = 0; i < end; i += keyed_step(k, i)) {
            if (!about && keyed_starts(k, i, end, " |;|。|:|,|#"))
                start = i + keyed_step(k, i);
            /* 《国务院关于…的意见》 is cited, the title is another. */
            if (!about && keyed_starts(k, i, end, "《")) {
                while (i < end && !keyed_starts(k, i, end, "》"))
                    i += keyed_step(k, i);
                start = i < end ? i + keyed_step(k, i) : end;
                continue;
            }
            if (!about && keyed_starts(k, i, end, "关于"))
                about = i;
            uint32_t bytes =
                about ? keyed_starts(k, i, end, "的通知|的意见|若干意见|实施意见|的方案|的决定|工作方案") : 0;
            if (about && (keyed_starts(k, i, end, "。|;") || i - start > 240))
                about = 0, start = i + keyed_step(k, i);
            if (bytes && !keyed_starts(k, start, end, "为贯彻|为落实|为深入|为进一步|根据|按照|依据|贯彻|经")) {
                head->title = keyed_text(k, start, i + bytes);
                return;
            }
        }
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 年6月底前… */
static bool is_due(const struct keyed *k, uint32_t i, uint32_t to)
{
    for (i += keyed_starts(k, i, to, "年"); i < to && (is_digit(k->key[i]) || k->key[i] == ' ');)
        i++;
    return keyed_starts(k, i, to, "月底|月前|月末");
}

/* Of 2024年, 〔2024〕; not of 到2025年, 2023—2025年, which are targets. */
static int year_in(const struct keyed *k, uint32_t from, uint32_t to)
{
    enum { DIGITS = 4 };
    for (uint32_t i = from, end; i < to; i = end) {
        int year = 0;
        for (end = i; end < to && end < i + DIGITS + 1 && is_digit(k->key[end]); end++)
            year = year * 10 + (k->key[end] - '0');
        bool target = keyed_starts(k, end, to, "年底|年前|年末|年起") || is_due(k, end, to) ||
                      keyed_ends(k, from, i, "到|至|—|-|从|自");
        if (end == i + DIGITS && year >= 1949 && year <= 2100 && !target && keyed_starts(k, end, to, "年|]"))
            return year;
        while (end > i && end < to && is_digit(k->key[end]))
            end++;
        end += end == i;
    }
    return 0;
}

/* A line that is nothing but the name of who issues notices. */
static bool is_issuer(const struct notice *n, uint32_t line_idx, struct text *out)
{
    const struct keyed *k = &n->lines[line_idx].k;
    uint32_t from = 0, to = k->bytes;
    keyed_trim(k, &from, &to);
    bool is = to > from && keyed_count(k, from, to) <= 20 &&
              keyed_ends(k, from, to,
                         "人民政府办公厅|人民政府办公室|政府办公厅|政府办公室|人民政府|国务院办公厅|国务院|委员会") &&
              unitname_complete(k, from, to) && !keyed_holds(k, from, to, ":|、|,|(");
    if (is)
        *out = keyed_text(k, from, to);
    return is;
}

/* In the title, in the signature, below the title. */
static void find_issuer(struct notice *n, uint32_t lines_to, struct notice_head *head)
{
    enum { SIGNATURE_LINES = 60 };
    struct keyed k = keyed_make(n->arena, head->title);
    for (uint32_t i = 3; i < k.bytes; i += keyed_step(&k, i))
        if (keyed_starts(&k, i, k.bytes, "关于|印发") &&
            (unitname_complete(&k, 0, i) || keyed_ends(&k, 0, i, "国务院"))) {
            head->issuer = keyed_text(&k, 0, i);
            return;
        }
    for (uint32_t l = n->lines_count; l-- > 0 && n->lines_count - l <= SIGNATURE_LINES;)
        if (is_issuer(n, l, &head->issuer))
            return;
    for (uint32_t l = 0; l < lines_to; l++)
        if (is_issuer(n, l, &head->issuer))
            return;
}

/* The rule of who leads, in the notice's own words: a note of a list, a remark, or a sentence of what was left out. */
static void find_rule(struct notice *n, struct notice_head *head)
{
    for (uint32_t i = 0; i < n->tokens_count && text_empty(head->lead_rule); i++) {
        struct token *token = &n->tokens[i];
        const struct keyed *k = &n->lines[token->line_idx].k;
        uint32_t from = token->body_from;
        if (token->kind == TOKEN_MARK || token->kind == TOKEN_FIELD ||
            (token->kind == TOKEN_TEXT && token->what == IMPORT_TASK))
            continue;
        if (token->kind == TOKEN_LIST) {
            if (!keyed_holds(k, from, token->body_to, "下同|第一|首位|第1位|逗号|分号|顿号"))
                continue;
            const struct unitlist *list = token_list(n, token);
            if (list->notes_count)
                head->lead_rule = list->notes[0];
            continue;
        }
        for (uint32_t j = from; j <= token->body_to; j += j < token->body_to ? keyed_step(k, j) : 1) {
            uint32_t mark = keyed_starts(k, j, token->body_to, "。|;");
            if (!mark && j < token->body_to)
                continue;
            uint32_t a = from, b = j;
            keyed_trim_marks(k, &a, &b);
            uint32_t skip = keyed_starts(k, a, b, "注:|备注:|说明:|(注:");
            a += skip;
            if (b > a && b - a < 200 && unitlist_is_note(k, a, b) && !keyed_equals(k, a, b, "下同")) {
                for (uint32_t c = a; c < b; c += keyed_step(k, c))
                    if (keyed_starts(k, c, b, ",|:|(") && unitlist_is_note(k, c + 1, b) &&
                        keyed_holds(k, c + 1, b, "第一|首位|第1")) {
                        b = k->key[c] == '(' ? keyed_close(k, c, b) : b;
                        a = c + 1;
                    }
                if (b > a && k->key[b - 1] == ')' && !keyed_holds(k, a, b, "("))
                    b--;
                head->lead_rule = keyed_text(k, a, b);
                token->what = b - a + 12 >= token->body_to - token->body_from ? IMPORT_NOTE : token->what;
                break;
            }
            from = j + (mark ? mark : 1);
        }
    }
}

static const struct {
    const char *words, *reason;
} REASONS[] = {
    { page_tail_words, N_("网页的菜单、导航或页脚") },
    { "索引号|索 引 号|发文字号|主题词|主 题 词|成文日期|发文机关|主题分类|公开方式|信息分类|发文日期|文号:|标 题:|标  "
      "  题:|标  题:|有效性",
      N_("公文抬头的表格") },
    { "此件公开发布|此件主动公开|(此件|抄送:|印发:|主动公开", N_("公文附注") },
    { "# source|source:|# ", N_("说明文字") },
};

static const char *reason_of(const struct keyed *k, const struct token *token, bool before, bool after, bool *doubtful)
{
    uint32_t from = token->from, to = token->to;
    keyed_trim(k, &from, &to);
    bool frame = !token->narrative || (after && token->starts_line);
    for (size_t i = 0; frame && i < sizeof REASONS / sizeof REASONS[0]; i++)
        if (keyed_count(k, from, to) <= 120 && keyed_holds(k, from, to, REASONS[i].words))
            return REASONS[i].reason;
    if (frame && keyed_count(k, from, to) <= 20 && keyed_ends(k, from, to, "日") && keyed_holds(k, from, to, "月"))
        return N_("成文日期");
    if (frame && keyed_starts(k, from, to, "附件"))
        return N_("附件名");
    if (token->narrative)
        return N_("没有责任单位的段落，不算任务");
    if (before && keyed_ends(k, from, to, ":") && keyed_holds(k, from, to, "各|人民政府|单位"))
        return N_("主送机关");
    if (after && keyed_count(k, from, to) <= 30 && unitname_complete(k, from, to))
        return N_("落款");
    if (before)
        return N_("正文之前的文字");
    if (after)
        return N_("正文之后的文字");
    *doubtful = true;
    return N_("夹在中间、没有编号的文字");
}

/* The year of a document's number that is not cited (国发〔2019〕3号), or of the date at the end, in a long line. */
static int year_of_long_line(const struct keyed *k, bool last)
{
    for (uint32_t i = 0; i + 4 < k->bytes && i < 1200; i++)
        if (k->key[i] == '[' && k->key[i + 1] >= '1' && k->key[i + 1] <= '2') {
            uint32_t from = i;
            while (from > 0 && keyed_han_before(k, from))
                from -= keyed_back(k, from);
            /* （国发〔2019〕3号）, 《…》国发〔2019〕3号, 依据：国发〔2019〕3号, not 发文字号：…. */
            bool cited = from > 0 && (k->key[from - 1] == '(' || keyed_ends(k, 0, from, "》") ||
                                      (k->key[from - 1] == ':' && !keyed_ends(k, 0, from, "号:")));
            int year = cited ? 0 : year_in(k, i, i + 8 < k->bytes ? i + 8 : k->bytes);
            if (year)
                return year;
        }
    uint32_t from = k->bytes > 60 ? k->bytes - 60 : 0;
    while (from < k->bytes && ((unsigned char)k->key[from] & 0xC0) == 0x80)
        from++;
    uint32_t date = last ? page_tail_of_list(k, from, k->bytes) : k->bytes;
    return date < k->bytes ? year_in(k, date, k->bytes) : 0;
}

/* A line's head without what brackets and 《》 hold: those cite. */
static struct text without_brackets(struct notice *n, const struct keyed *k)
{
    struct buf out = { 0 };
    uint32_t depth = 0;
    for (uint32_t i = 0; i < k->bytes && i < 4000; i += keyed_step(k, i)) {
        bool open = k->key[i] == '(' || keyed_starts(k, i, k->bytes, "《");
        bool close = k->key[i] == ')' || keyed_starts(k, i, k->bytes, "》");
        depth += open;
        if (depth == 0)
            buf_text(&out, keyed_slice(k, i, i + keyed_step(k, i)));
        depth -= close && depth > 0;
    }
    return text_take(n->arena, &out);
}

/* The date and the document's number stand on short lines; a long one may say 到2025年. */
static void find_year(struct notice *n, uint32_t lines_to, struct notice_head *head)
{
    for (uint32_t i = 0; i < n->lines_count && !head->year; i++) {
        const struct keyed *k = &n->lines[i].k;
        if ((i < lines_to || n->lines_count - i < 20) && k->bytes <= 90 &&
            !keyed_holds(k, 0, k->bytes, "到2|至2|。|《"))
            head->year = year_in(k, 0, k->bytes);
    }
    for (uint32_t i = 0; i < n->lines_count && !head->year; i++)
        if (i < lines_to + 1 || n->lines_count - i < 20)
            head->year = year_of_long_line(&n->lines[i].k, i + 1 == n->lines_count);
    for (uint32_t i = 0; i < n->lines_count && !head->year; i++) {
        if (i >= lines_to && n->lines_count - i >= 20)
            continue;
        struct keyed bare = keyed_make(n->arena, without_brackets(n, &n->lines[i].k));
        head->year = year_in(&bare, 0, bare.bytes);
        if (head->year)
            notice_doubt(n, n->lines[i].no, _("年份 %d 取自正文里的话，可能是目标或引用的年份"), head->year);
    }
}

static void say_what_lacks(struct notice *n, const struct notice_head *head)
{
    if (!text_empty(head->title))
        return;
    notice_doubt(n, 0, "%s",
                 text_empty(head->issuer) && !head->year ? _("没有认出标题、发文机关和年份，请改 title、issuer 和 year")
                 : text_empty(head->issuer) ? _("没有认出标题和发文机关，请改 title 和 issuer")
                                            : _("没有认出标题，请改 title"));
}

void notice_head(struct notice *n, struct notice_head *head)
{
    *head = (struct notice_head){ 0 };
    uint32_t first = NO_IDX, last = 0;
    for (uint32_t i = 0; i < n->tokens_count; i++)
        if (n->tokens[i].what == IMPORT_TASK || n->tokens[i].what == IMPORT_UNITS ||
            n->tokens[i].what == IMPORT_HEADING) {
            first = first == NO_IDX ? i : first;
            last = i;
        }
    uint32_t lines_to = first == NO_IDX ? (n->lines_count < 40 ? n->lines_count : 40) : n->tokens[first].line_idx;
    find_title(n, lines_to, head);
    if (text_empty(head->title))
        find_inner_title(n, lines_to, head);
    if (text_empty(head->title) && first != NO_IDX)
        find_first_words(n, first + 1, head);
    find_issuer(n, lines_to, head);
    struct keyed title = keyed_make(n->arena, head->title);
    head->year = year_in(&title, 0, title.bytes);
    find_year(n, lines_to, head);
    say_what_lacks(n, head);
    find_rule(n, head);
    for (uint32_t i = 0; i < n->tokens_count; i++) {
        struct token *token = &n->tokens[i];
        const struct keyed *k = &n->lines[token->line_idx].k;
        if (token->what != IMPORT_SKIPPED || token->reason)
            continue;
        struct text text = keyed_text(k, token->from, token->to);
        if (i < first && !text_empty(head->title) && text.bytes >= 12 && text.bytes <= head->title.bytes &&
            memmem(head->title.at, head->title.bytes, text.at, text.bytes)) {
            token->what = IMPORT_TITLE;
            continue;
        }
        token->reason =
            reason_of(k, token, first == NO_IDX || i < first, first != NO_IDX && i > last, &token->doubtful);
    }
}
