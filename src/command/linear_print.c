/* SPDX-License-Identifier: MIT */
/* Printing in the linear interface: what, in which format and layout, and where to. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/capability.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "command/extracts.h"
#include "command/find.h"
#include "command/linear.h"
#include "command/out.h"
#include "command/print.h"
#include "sheet/page.h"
#include "system/deliver.h"
#include "system/printer.h"

enum { READABLE_MIN_COLS = 20, TOLD_SECONDS = 2 };

static const char *const layouts[] = { [SHEET_LIST] = N_("公文"), [SHEET_TABLE] = N_("表格（横排）") };

static const char *const eaches[] = {
    [EACH_UNIT] = N_("每个单位一份"), [EACH_LEADER] = N_("每位领导一份"), [EACH_SECTION] = N_("每个部分一份")
};

static struct sheet *make_sheet(const struct linear *linear)
{
    struct job *job = linear->job;
    const struct linear_print *print = &linear->print;
    if (print->subject.kind != SHEET_TASKS)
        return sheet_new(job->breakdown, job->index, print->subject);
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    find_tasks(job, print->words, tasks);
    struct sheet *sheet = sheet_new_for(job->breakdown, job->index, print->subject, tasks, print->words);
    free(tasks);
    return sheet;
}

void linear_sheet(struct linear *linear, const struct sheet *sheet)
{
    int cols = linear->job->width_cols;
    struct sheet_options options = { .rows = -1, .printed = job_date() };
    if (cols && cols < PAGE_LIST_COLS)
        options.cols = cols < READABLE_MIN_COLS ? READABLE_MIN_COLS : cols;
    sheet_write(sheet, FORMAT_TEXT, options, &linear->job->out);
}

static void print_again(struct linear *linear)
{
    linear_go(linear, STATION_PRINT, 0, TEXT(""));
}

static void read_here(struct linear *linear, uint32_t idx)
{
    struct sheet *sheet = make_sheet(linear);
    (void)idx;
    linear_sheet(linear, sheet);
    sheet_free(sheet);
}

/* What was made goes out; what became of it is said. */
static enum delivered send(struct linear *linear, enum deliver_to to, const char *target, bool new_only)
{
    struct sheet *sheet = make_sheet(linear);
    const struct linear_print *print = &linear->print;
    struct buf content = { 0 }, said = { 0 }, title = { 0 };
    struct delivery delivery = out_delivery(linear->job, print->format);
    enum delivered done = DELIVER_FAILED;
    buf_text(&title, sheet->title);
    delivery.to = to;
    delivery.target = target;
    delivery.title = title.at;
    delivery.typed = to == DELIVER_FILE;
    delivery.new_only = new_only;
    if (deliver_allowed(&delivery, &said) &&
        print_render(linear->job, sheet, print->format, print->layout, &content, &said))
        done = deliver(&delivery, buf_view(&content), &said);
    if (said.bytes)
        linear_line(linear, "%.*s", (int)said.bytes, said.at);
    sheet_free(sheet);
    buf_fini(&content);
    buf_fini(&said);
    buf_fini(&title);
    return done;
}

static void propose(const struct linear *linear, struct buf *name)
{
    if (linear->print.each) {
        buf_string(name, _(eaches[linear->print.each]));
        return;
    }
    struct sheet *sheet = make_sheet(linear);
    sheet_file_name(sheet, linear->print.format, name);
    sheet_free(sheet);
}

/* One hears that it goes on, now and then. */
static bool told(void *context, struct text words)
{
    struct linear *linear = context;
    struct buf line = { 0 };
    time_t now = time(NULL);
    bool good = true;
    if (!text_empty(words) && now - linear->print.told >= TOLD_SECONDS) {
        buf_text(&line, words);
        buf_char(&line, '\n');
        good = out_plain(NULL, buf_view(&line)) == STATUS_DONE;
        linear->print.told = now;
    }
    buf_fini(&line);
    return good;
}

static void save_each(struct linear *linear)
{
    struct extracts extracts = { .job = linear->job,
                                 .each = linear->print.each,
                                 .format = linear->print.format,
                                 .folder = linear->print.path.at,
                                 .typed = true,
                                 .layout = linear->print.layout,
                                 .tell = told,
                                 .context = linear };
    linear->print.told = time(NULL);
    extracts_write(&extracts, &linear->job->out);
    print_again(linear);
}

static void save(struct linear *linear, struct text typed)
{
    struct linear_print *print = &linear->print;
    if (!text_empty(typed)) {
        buf_clear(&print->path);
        buf_text(&print->path, typed);
    }
    if (print->each) {
        save_each(linear);
        return;
    }
    bool replace = print->taken.bytes && span_equal(buf_view(&print->taken), buf_view(&print->path));
    enum delivered done = send(linear, DELIVER_FILE, print->path.at, !replace);
    buf_clear(&print->taken);
    if (done == DELIVER_TAKEN) {
        buf_span(&print->taken, buf_view(&print->path));
        linear_line(linear, _("已有 %.*s"), (int)print->path.bytes, print->path.at);
        linear_ask(linear, _("回车就覆盖它，或写别的文件名；b 返回："), save);
    } else if (done == DELIVER_FAILED) {
        linear_ask(linear, _("再写一个文件名；b 返回："), save);
    } else {
        print_again(linear);
    }
}

static void ask_path(struct linear *linear, uint32_t idx)
{
    struct linear_print *print = &linear->print;
    (void)idx;
    buf_clear(&print->path);
    buf_clear(&print->taken);
    propose(linear, &print->path);
    linear_line(linear, "%.*s", (int)print->path.bytes, print->path.at);
    linear_ask(linear,
               print->each ? _("回车就存进这个文件夹，或写别的；b 返回：")
                           : _("回车就用这个文件名，或写别的；b 返回："),
               save);
}

static void to_printer(struct linear *linear, const char *name)
{
    enum format format = linear->print.format;
    if (!*name)
        name = linear->job->options->settings.values[SETTING_PRINTER].text;
    linear->print.format = FORMAT_PDF; /* of text CUPS makes boxes */
    send(linear, DELIVER_PRINTER, name, false);
    linear->print.format = format;
    print_again(linear);
}

static void choose_printer(struct linear *linear, uint32_t idx)
{
    struct buf name = { 0 };
    buf_text(&name, linear->print.printers[idx].name);
    to_printer(linear, name.at);
    buf_fini(&name);
}

/* The printers there are; where none is told of, lp knows best whether there is a default one. */
static void ask_printer(struct linear *linear, uint32_t idx)
{
    struct linear_print *print = &linear->print;
    struct buf said = { 0 };
    (void)idx;
    print->printers_count = printer_list(&(struct printer_search){ 0 }, &linear->job->arena, &print->printers, &said);
    if (print->printers_count)
        linear_go(linear, STATION_PRINT_PRINTER, 0, TEXT(""));
    else
        to_printer(linear, "");
    buf_fini(&said);
}

static void say_printers(struct linear *linear)
{
    for (uint32_t i = 0; i < linear->print.printers_count; i++) {
        const struct printer *printer = &linear->print.printers[i];
        linear_choice(linear, choose_printer, i);
        linear_line(linear, "%.*s（%s）", TEXT_ARG(printer->name), printer_state_name(printer->state));
    }
}

static void set_format(struct linear *linear, uint32_t format)
{
    linear->print.format = (enum format)format;
    print_again(linear);
}

static void set_layout(struct linear *linear, uint32_t layout)
{
    linear->print.layout = (enum sheet_layout)layout;
    print_again(linear);
}

static void set_each(struct linear *linear, uint32_t each)
{
    linear->print.each = (enum print_each)each;
    print_again(linear);
}

static void set_subject(struct linear *linear, struct sheet_subject subject, struct text words)
{
    linear->print.each = EACH_NONE;
    linear->print.subject = subject;
    linear->print.words = text_copy(&linear->job->arena, words);
    print_again(linear);
}

static void set_section(struct linear *linear, uint32_t section_idx)
{
    set_subject(linear, (struct sheet_subject){ SHEET_SECTION, section_idx }, TEXT(""));
}

static void set_all(struct linear *linear, uint32_t idx)
{
    set_subject(linear, (struct sheet_subject){ SHEET_ALL, idx }, TEXT(""));
}

static void set_targets(struct linear *linear, uint32_t idx)
{
    set_subject(linear, (struct sheet_subject){ SHEET_TARGETS, idx }, TEXT(""));
}

static void say_what(struct linear *linear)
{
    const struct breakdown *b = linear->job->breakdown;
    linear_line(linear, "%s", _("打印什么？某位领导、某个单位、某项任务，先写它的名称去看，再写 p。"));
    for (uint32_t each = EACH_UNIT; each <= EACH_SECTION && capability_allowed(CAPABILITY_WRITE_FILE); each++) {
        linear_choice(linear, set_each, each);
        linear_line(linear, "%s", _(eaches[each]));
    }
    linear_choice(linear, set_all, 0);
    linear_line(linear, "%s", _("全部任务"));
    linear_choice(linear, set_targets, 0);
    linear_line(linear, "%s", _("量化指标"));
    for (uint32_t i = 0; i < b->sections_count; i++) {
        linear_choice(linear, set_section, i);
        linear_line(linear, _("%.*s（%u项）"), TEXT_ARG(b->sections[i].heading), b->sections[i].tasks.count);
    }
}

static void say_formats(struct linear *linear)
{
    for (enum format format = 0; format < FORMATS_COUNT; format++) {
        if (!(format_table[format].uses & FORMAT_FOR_SHEET) || (format_by_paper(format) && !linear->has_paper))
            continue;
        linear_choice(linear, set_format, format);
        linear_line(linear, "%s", _(format_table[format].name));
    }
}

static void say_layouts(struct linear *linear)
{
    for (uint32_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        linear_choice(linear, set_layout, i);
        linear_line(linear, "%s", _(layouts[i]));
    }
}

static void say_print(struct linear *linear)
{
    const struct linear_print *print = &linear->print;
    bool each = print->each != EACH_NONE;
    struct sheet *sheet = each ? NULL : make_sheet(linear);
    linear_line(linear, _("打印：%.*s"), TEXT_ARG(each ? text_of(_(eaches[print->each])) : sheet->title));
    sheet_free(sheet);
    if (!each) {
        linear_choice(linear, read_here, 0);
        linear_line(linear, "%s", _("就在这里看"));
    }
    if (capability_allowed(CAPABILITY_WRITE_FILE)) {
        linear_choice(linear, ask_path, 0);
        linear_line(linear, each ? _("存进文件夹：%s，%s") : _("存成文件：%s，%s"), _(format_table[print->format].name),
                    _(layouts[print->layout]));
    }
    if (!each && linear->has_paper) {
        linear_choice(linear, ask_printer, 0);
        linear_line(linear, "%s", _("送打印机"));
    }
    if (capability_allowed(CAPABILITY_WRITE_FILE)) {
        linear_way(linear, STATION_PRINT_FORMAT, 0);
        linear_line(linear, "%s", _("换格式"));
        linear_way(linear, STATION_PRINT_LAYOUT, 0);
        linear_line(linear, "%s", _("换版式"));
    }
    linear_way(linear, STATION_PRINT_WHAT, 0);
    linear_line(linear, "%s", _("打印别的"));
}

void linear_print_say(struct linear *linear, const struct station *station)
{
    static void (*const say[STATIONS_COUNT])(struct linear * linear) = {
        [STATION_PRINT] = say_print,
        [STATION_PRINT_WHAT] = say_what,
        [STATION_PRINT_FORMAT] = say_formats,
        [STATION_PRINT_LAYOUT] = say_layouts,
        [STATION_PRINT_PRINTER] = say_printers,
    };
    say[station->kind](linear);
}

void linear_print_here(struct linear *linear)
{
    static const enum sheet_kind kinds[STATIONS_COUNT] = {
        [STATION_LEADER] = SHEET_LEADER, [STATION_SECTION] = SHEET_SECTION, [STATION_UNIT] = SHEET_UNIT,
        [STATION_TASK] = SHEET_TASK,     [STATION_PART] = SHEET_PART,       [STATION_TASK_UNITS] = SHEET_TASK,
        [STATION_FILTER] = SHEET_TASKS
    };
    const struct job *job = linear->job;
    struct station here = linear->stations[linear->stations_count - 1];
    struct sheet_subject subject = { kinds[here.kind], here.idx };
    if (here.kind == STATION_LEADER && resolve_section(job->index->leaders, here.idx) != NO_IDX)
        subject = (struct sheet_subject){ SHEET_SECTION, resolve_section(job->index->leaders, here.idx) };
    if (here.kind == STATION_CHANGES && job->breakdown->volumes_count > 1)
        subject = (struct sheet_subject){ SHEET_CHANGES, job->breakdown->volumes_count - 1 };
    if (subject.kind == SHEET_ALL)
        linear_go(linear, STATION_PRINT_WHAT, 0, TEXT(""));
    else
        set_subject(linear, subject, here.words);
}
