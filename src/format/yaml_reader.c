/* SPDX-License-Identifier: MIT */
#include "format/yaml_reader.h"

#include <errno.h>
#include <stdlib.h>

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "format/yaml_events.h"
#include "format/yaml_fault.h"

struct yaml_reader {
    struct yaml_input input;
    struct yaml_events *events;     /* NULL when there was nothing to begin with */
    const struct yaml_event *ahead; /* looked at already, or NULL */
    struct source *source;
    struct diags *diags;
    unsigned depth;
    bool stopped; /* nothing more comes */
    bool broken;
};

static struct place place_of(const struct yaml_reader *reader, struct mark mark)
{
    return (struct place){ reader->source->path, mark.line_no, mark.col_no };
}

static struct yaml_node stop(struct yaml_reader *reader, bool broken)
{
    reader->stopped = true;
    reader->broken = reader->broken || broken;
    return (struct yaml_node){ .kind = YAML_STOP };
}

struct yaml_reader *yaml_reader_new(struct source *source, struct diags *diags)
{
    struct yaml_reader *reader = mem_array(1, sizeof *reader);
    reader->source = source;
    reader->diags = diags;
    if (yaml_input_begin(&reader->input, source, diags))
        reader->events = yaml_events_new(&reader->input);
    else
        stop(reader, true);
    return reader;
}

void yaml_reader_free(struct yaml_reader *reader)
{
    yaml_events_free(reader->events);
    diag_move(&reader->input.warnings, reader->diags);
    free(reader);
}

bool yaml_ready(const struct yaml_reader *reader)
{
    return reader->stopped || yaml_events_ready(reader->events);
}

size_t yaml_passed_bytes(const struct yaml_reader *reader)
{
    if (!reader->events || reader->stopped)
        return source_bytes(reader->source);
    return yaml_events_passed_bytes(reader->events);
}

static const struct yaml_event *take(struct yaml_reader *reader)
{
    const struct yaml_event *event = reader->ahead ? reader->ahead : yaml_events_next(reader->events);
    reader->ahead = NULL;
    return event;
}

bool yaml_broken(struct yaml_reader *reader)
{
    if (reader->stopped)
        return reader->broken;
    reader->ahead = take(reader);
    return reader->ahead->kind == YAML_EVENT_BAD_BYTE || reader->ahead->kind == YAML_EVENT_BAD_SYNTAX;
}

/* A fault is shown by the text around it.  False when that cannot be read, or has no cause but that (said then). */
static bool look_at_whole(struct yaml_reader *reader)
{
    struct source *source = reader->source;
    bool whole = source_read_whole(source);
    if (!whole && source_fault(source) != EBUSY)
        diag_error(reader->diags, (struct place){ source->path, 0, 0 }, "%s", fault_reading(source_fault(source)));
    return whole && !(reader->input.unfit && yaml_fault_before(source->content, true, source->path, reader->diags));
}

static struct yaml_node bad_byte(struct yaml_reader *reader)
{
    if (look_at_whole(reader))
        yaml_fault_byte(reader->source->content, yaml_events_bad_byte(reader->events), reader->source->path,
                        reader->diags);
    return stop(reader, true);
}

static struct yaml_node bad_syntax(struct yaml_reader *reader)
{
    struct yaml_fault fault = yaml_events_bad_syntax(reader->events);
    if (look_at_whole(reader))
        yaml_fault_syntax(reader->source->content, &fault, reader->source->path, reader->diags);
    return stop(reader, true);
}

static void refuse_extras(struct yaml_reader *reader, const struct yaml_event *event)
{
    if (event->anchor)
        diag_error(reader->diags, place_of(reader, event->mark),
                   _("不支持锚点（&名称）：请删去；以 & 开头的文字请加双引号"));
    if (event->tag)
        diag_error(reader->diags, place_of(reader, event->mark),
                   _("不支持标签（!名称）：请删去；以 ! 开头的文字请加双引号"));
}

static struct yaml_node scalar(struct yaml_reader *reader, const struct yaml_event *event)
{
    refuse_extras(reader, event);
    struct yaml_node node = { YAML_SCALAR, event->mark, event->value, .plain = event->plain, .folded = event->folded };
    if (node.value.bytes > YAML_SCALAR_MAX_BYTES) {
        diag_error(reader->diags, place_of(reader, event->mark), _("这一段有%zu字节，最多%d字节：请分成几段"),
                   node.value.bytes, (int)YAML_SCALAR_MAX_BYTES);
        node.value = (struct span){ "", 0 };
        node.refused = true;
    }
    return node;
}

static struct yaml_node collection(struct yaml_reader *reader, enum yaml_kind kind, const struct yaml_event *event)
{
    refuse_extras(reader, event);
    if (++reader->depth > YAML_DEPTH_MAX) {
        diag_error(reader->diags, place_of(reader, event->mark), _("嵌套超过%d层：请检查括号和缩进"),
                   (int)YAML_DEPTH_MAX);
        return stop(reader, true);
    }
    return (struct yaml_node){ .kind = kind, .mark = event->mark };
}

/* Documents begin and end; a second one, which libyaml would hand over like the first, ends the reading. */
static struct yaml_node after_document(struct yaml_reader *reader)
{
    const struct yaml_event *event = take(reader);
    switch (event->kind) {
    case YAML_EVENT_BAD_BYTE:
        return bad_byte(reader);
    case YAML_EVENT_BAD_SYNTAX:
        return bad_syntax(reader);
    case YAML_EVENT_DOCUMENT:
        diag_error(reader->diags, place_of(reader, event->mark),
                   _("这里开始了第二个文档（---）：一个文件只放一个责任分解，请分成两个文件"));
        return stop(reader, true);
    default:
        return stop(reader, false);
    }
}

struct yaml_node yaml_next(struct yaml_reader *reader)
{
    while (!reader->stopped) {
        const struct yaml_event *event = take(reader);
        switch (event->kind) {
        case YAML_EVENT_SCALAR:
            return scalar(reader, event);
        case YAML_EVENT_LIST:
            return collection(reader, YAML_LIST, event);
        case YAML_EVENT_MAP:
            return collection(reader, YAML_MAP, event);
        case YAML_EVENT_END:
            reader->depth--;
            return (struct yaml_node){ .kind = YAML_END, .mark = event->mark };
        case YAML_EVENT_ALIAS:
            diag_error(reader->diags, place_of(reader, event->mark),
                       _("不支持别名（*名称）：请把内容写在这里；以 * 开头的文字请加双引号"));
            return (struct yaml_node){ YAML_SCALAR, event->mark, { "", 0 }, .refused = true };
        case YAML_EVENT_DOCUMENT:
            break;
        case YAML_EVENT_DOCUMENT_END:
            return after_document(reader);
        case YAML_EVENT_STREAM_END:
            return stop(reader, false);
        case YAML_EVENT_BAD_BYTE:
            return bad_byte(reader);
        case YAML_EVENT_BAD_SYNTAX:
            return bad_syntax(reader);
        }
    }
    return (struct yaml_node){ .kind = YAML_STOP };
}

void yaml_skip(struct yaml_reader *reader, struct yaml_node node)
{
    if (node.kind != YAML_LIST && node.kind != YAML_MAP)
        return;
    for (unsigned inside = 1; inside;) {
        struct yaml_node next = yaml_next(reader);
        if (next.kind == YAML_STOP)
            return;
        if (next.kind == YAML_LIST || next.kind == YAML_MAP)
            inside++;
        else if (next.kind == YAML_END)
            inside--;
    }
}
