/* SPDX-License-Identifier: MIT */
#include "system/deliver.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/i18n.h"
#include "system/locale.h"
#include "system/printer.h"

bool deliver_allowed(const struct delivery *delivery, struct buf *said)
{
    static const struct {
        enum capability capability;
        const char *refusal;
    } needs[] = {
        [DELIVER_FILE] = { CAPABILITY_WRITE_FILE, N_("受限模式不写文件") },
        [DELIVER_PRINTER] = { CAPABILITY_START_PROGRAM, N_("受限模式不启动打印程序") },
        [DELIVER_CLIPBOARD] = { CAPABILITY_CLIPBOARD, N_("受限模式不复制") },
    };
    if (delivery->to == DELIVER_STDOUT || capability_allowed(needs[delivery->to].capability))
        return true;
    buf_string(said, _(needs[delivery->to].refusal));
    return false;
}

void deliver_typed_path(const char *typed, struct buf *out)
{
    const char *home = typed[0] == '~' && typed[1] == '/' ? getenv("HOME") : NULL;
    if (home && *home) {
        buf_string(out, home);
        typed++;
    }
    locale_encode(span_of(typed), out);
}

static void put_path(const struct delivery *delivery, struct buf *out)
{
    if (delivery->typed)
        deliver_typed_path(delivery->target, out);
    else
        buf_string(out, delivery->target);
}

/* Where a file is, for a message: one that is only named is in a folder that the user may not have in mind. */
static void put_folder(struct buf *said)
{
    char folder[PATH_MAX];
    if (locale_kind() == LOCALE_GB || locale_kind() == LOCALE_OTHER || !getcwd(folder, sizeof folder))
        return; /* a folder's name is as it is */
    const char *home = getenv("HOME"), *rest = folder;
    size_t home_bytes = home ? strlen(home) : 0;
    if (home_bytes > 1 && strncmp(folder, home, home_bytes) == 0 && strchr("/", folder[home_bytes])) {
        buf_char(said, '~');
        rest += home_bytes;
    }
    text_clean_to(said, span_of(rest));
    buf_string(said, rest[0] == '/' && !rest[1] ? "" : "/");
}

static void put_place(const struct delivery *delivery, struct buf *out)
{
    if (delivery->typed && *delivery->target != '/' && *delivery->target != '~')
        put_folder(out);
    text_clean_to(out, span_of(delivery->target));
}

/* Why a file was not written. */
static const char *why_not(enum written result, int fault)
{
    switch (result) {
    case WRITE_FOREIGN_LINK:
        return _("这是别人的符号链接");
    case WRITE_DANGLING_LINK:
        return _("这是符号链接，它指向的文件不存在");
    case WRITE_OWNER:
        return _("原文件属于别人，替换后不能保留属主");
    default:
        return fault_writing(fault);
    }
}

static enum delivered say_written(enum written result, int fault, const char *place, struct buf *said)
{
    switch (result) {
    case WRITTEN:
        buf_printf(said, _("已写入 %s"), place);
        return DELIVER_DONE;
    case WRITTEN_UNSURE:
        buf_printf(said, _("已写入 %s，但系统没有确认已存到磁盘"), place);
        return DELIVER_BUT;
    case WRITTEN_APART:
        buf_printf(said, _("已写入 %s；同一文件的其他名称（硬链接）仍是旧内容"), place);
        return DELIVER_BUT;
    case WRITE_TAKEN:
        return DELIVER_TAKEN;
    default:
        buf_printf(said, _("无法写 %s：%s"), place, why_not(result, fault));
        return DELIVER_FAILED;
    }
}

/* In the locale's encoding where it is text for it; borrowed until the next piece. */
static struct span encoded(struct outlet *outlet, struct span piece)
{
    if (!outlet->delivery->in_locale)
        return piece;
    buf_clear(&outlet->encoded);
    if (!outlet->begun && outlet->delivery->byte_order && strcmp(locale_charset(), "UTF-8") == 0)
        buf_string(&outlet->encoded, "\xef\xbb\xbf");
    locale_encode(piece, &outlet->encoded);
    return buf_view(&outlet->encoded);
}

static void open_file(struct outlet *outlet)
{
    struct buf path = { 0 };
    put_path(outlet->delivery, &path);
    outlet->file = file_writer_new(path.at, outlet->delivery->new_only ? WRITE_NEW_ONLY : WRITE_OVER);
    buf_fini(&path);
}

/* A piece to a file or to standard output; false when no more can go. */
static bool send_piece(struct outlet *outlet, struct span piece)
{
    bool to_file = outlet->delivery->to == DELIVER_FILE;
    if (to_file && !outlet->file)
        open_file(outlet);
    struct span bytes = encoded(outlet, piece);
    outlet->begun = true;
    if (to_file)
        return file_writer_add(outlet->file, bytes);
    if (!outlet->fault && file_write_fd(STDOUT_FILENO, bytes) < 0)
        outlet->fault = errno;
    return !outlet->fault;
}

static enum delivered end_file(struct outlet *outlet, struct buf *said)
{
    struct buf place = { 0 };
    put_place(outlet->delivery, &place);
    enum written result = file_writer_end(outlet->file, true);
    enum delivered done = say_written(result, errno, place.at, said);
    outlet->file = NULL;
    buf_fini(&place);
    return done;
}

static enum delivered end_stdout(const struct outlet *outlet, struct buf *said)
{
    if (!outlet->fault)
        return DELIVER_DONE;
    if (outlet->fault == EPIPE)
        return DELIVER_CLOSED;
    buf_printf(said, _("无法写标准输出：%s"), fault_writing(outlet->fault));
    return DELIVER_FAILED;
}

static enum delivered to_printer(const struct delivery *delivery, struct span bytes, struct buf *said)
{
    struct buf words = { 0 }, name = { 0 };
    struct print_job job = { .printer = delivery->target, .title = delivery->title };
    bool good = printer_send(&job, bytes, &words);
    buf_string(&name, *delivery->target ? " " : "");
    text_clean_to(&name, span_of(delivery->target));
    /* It lies in a queue; whether it gets on paper, the queue's owner decides. */
    if (good && words.bytes)
        buf_printf(said, _("已排队：%s"), words.at);
    else if (good)
        buf_printf(said, _("已排队%s"), name.at ? name.at : "");
    else
        buf_printf(said, _("打印没有成功%s：%.*s"), name.at ? name.at : "", (int)words.bytes, words.at);
    buf_fini(&name);
    buf_fini(&words);
    return good ? DELIVER_DONE : DELIVER_FAILED;
}

/* The rest of what is delivered, or all of it. */
static enum delivered send_rest(struct outlet *outlet, struct span rest, struct buf *said)
{
    const struct delivery *delivery = outlet->delivery;
    if (delivery->to == DELIVER_PRINTER)
        return to_printer(delivery, encoded(outlet, rest), said);
    if (delivery->to == DELIVER_CLIPBOARD)
        return delivery->clipboard(encoded(outlet, rest), said) ? DELIVER_DONE : DELIVER_FAILED;
    send_piece(outlet, rest);
    return delivery->to == DELIVER_FILE ? end_file(outlet, said) : end_stdout(outlet, said);
}

enum delivered deliver(const struct delivery *delivery, struct span content, struct buf *said)
{
    struct outlet outlet = { .delivery = delivery };
    if (!deliver_allowed(delivery, said))
        return DELIVER_REFUSED;
    enum delivered done = send_rest(&outlet, content, said);
    deliver_drop(&outlet);
    return done;
}

static bool take(struct buf_drain *drain, struct span piece)
{
    return send_piece((struct outlet *)drain, piece);
}

void deliver_begin(struct outlet *outlet, const struct delivery *delivery, struct buf *content)
{
    *outlet = (struct outlet){ .drain = { take }, .delivery = delivery, .content = content };
    if (delivery->to == DELIVER_FILE || delivery->to == DELIVER_STDOUT)
        content->drain = &outlet->drain;
}

enum delivered deliver_end(struct outlet *outlet, struct buf *said)
{
    enum delivered done = send_rest(outlet, buf_view(outlet->content), said);
    deliver_drop(outlet);
    return done;
}

void deliver_drop(struct outlet *outlet)
{
    if (outlet->file)
        file_writer_end(outlet->file, false);
    if (outlet->content)
        outlet->content->drain = NULL;
    buf_fini(&outlet->encoded);
    *outlet = (struct outlet){ 0 };
}
