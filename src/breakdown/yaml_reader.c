/* SPDX-License-Identifier: MIT */
#include "breakdown/yaml_reader.h"

#include <stdlib.h>
#include <yaml.h>

#include "base/die.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/yaml_fault.h"

struct yaml_reader {
    yaml_parser_t parser;
    yaml_event_t event;
    struct span content;
    const char *file;
    struct diags *diags;
    unsigned depth;
    bool begun;   /* parser is there to be deleted */
    bool stopped; /* nothing more comes */
    bool broken;
};

static struct mark mark_of(yaml_mark_t mark)
{
    return (struct mark){ (uint32_t)mark.line + 1, (uint32_t)mark.column + 1 };
}

static struct place place_of(const struct yaml_reader *reader, struct mark mark)
{
    return (struct place){ reader->file, mark.line_no, mark.col_no };
}

static struct yaml_node stop(struct yaml_reader *reader, bool broken)
{
    reader->stopped = true;
    reader->broken = reader->broken || broken;
    return (struct yaml_node){ .kind = YAML_STOP };
}

struct yaml_reader *yaml_reader_new(struct span content, const char *file, struct diags *diags)
{
    struct yaml_reader *reader = mem_array(1, sizeof *reader);
    reader->content = content;
    reader->file = file;
    reader->diags = diags;
    if (yaml_fault_before(content, file, diags)) {
        stop(reader, true);
        return reader;
    }
    if (!yaml_parser_initialize(&reader->parser))
        die("out of memory (YAML parser)");
    reader->begun = true;
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)content.at, content.bytes);
    return reader;
}

void yaml_reader_free(struct yaml_reader *reader)
{
    if (reader->begun) {
        yaml_event_delete(&reader->event);
        yaml_parser_delete(&reader->parser);
    }
    free(reader);
}

bool yaml_broken(const struct yaml_reader *reader)
{
    return reader->broken;
}

static struct yaml_node parser_fault(struct yaml_reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        die("out of memory (YAML)");
    if (parser->error == YAML_READER_ERROR) {
        yaml_fault_byte(reader->content, parser->problem_offset, reader->file, reader->diags);
    } else {
        struct yaml_fault fault = { .context = parser->context,
                                    .problem = parser->problem ? parser->problem : "",
                                    .problem_mark = mark_of(parser->problem_mark) };
        if (parser->context)
            fault.context_mark = mark_of(parser->context_mark);
        yaml_fault_syntax(reader->content, &fault, reader->file, reader->diags);
    }
    return stop(reader, true);
}

static void refuse_extras(struct yaml_reader *reader, const unsigned char *anchor, const unsigned char *tag,
                          struct mark mark)
{
    if (anchor)
        diag_error(reader->diags, place_of(reader, mark), _("不支持锚点（&名称）：请删去；以 & 开头的文字请加双引号"));
    if (tag)
        diag_error(reader->diags, place_of(reader, mark), _("不支持标签（!名称）：请删去；以 ! 开头的文字请加双引号"));
}

static struct yaml_node scalar(struct yaml_reader *reader, struct mark mark)
{
    refuse_extras(reader, reader->event.data.scalar.anchor, reader->event.data.scalar.tag, mark);
    struct yaml_node node = { .kind = YAML_SCALAR, .mark = mark };
    node.plain = reader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node.value = (struct span){ (const char *)reader->event.data.scalar.value, reader->event.data.scalar.length };
    if (node.value.bytes > YAML_SCALAR_MAX_BYTES) {
        diag_error(reader->diags, place_of(reader, mark), _("这一段有%zu字节，最多%d字节：请分成几段"),
                   node.value.bytes, (int)YAML_SCALAR_MAX_BYTES);
        node.value = (struct span){ "", 0 };
        node.refused = true;
    }
    return node;
}

static struct yaml_node collection(struct yaml_reader *reader, enum yaml_kind kind, struct mark mark)
{
    if (kind == YAML_LIST)
        refuse_extras(reader, reader->event.data.sequence_start.anchor, reader->event.data.sequence_start.tag, mark);
    else
        refuse_extras(reader, reader->event.data.mapping_start.anchor, reader->event.data.mapping_start.tag, mark);
    if (++reader->depth > YAML_DEPTH_MAX) {
        diag_error(reader->diags, place_of(reader, mark), _("嵌套超过%d层：请检查括号和缩进"), (int)YAML_DEPTH_MAX);
        return stop(reader, true);
    }
    return (struct yaml_node){ .kind = kind, .mark = mark };
}

/* Documents begin and end; a second one, which libyaml would hand over like the first, ends the reading. */
static struct yaml_node after_document(struct yaml_reader *reader)
{
    yaml_event_delete(&reader->event);
    if (!yaml_parser_parse(&reader->parser, &reader->event))
        return parser_fault(reader);
    if (reader->event.type != YAML_DOCUMENT_START_EVENT)
        return stop(reader, false);
    diag_error(reader->diags, place_of(reader, mark_of(reader->event.start_mark)),
               _("这里开始了第二个文档（---）：一个文件只放一个责任分解，请分成两个文件"));
    return stop(reader, true);
}

struct yaml_node yaml_next(struct yaml_reader *reader)
{
    while (!reader->stopped) {
        yaml_event_delete(&reader->event);
        if (!yaml_parser_parse(&reader->parser, &reader->event))
            return parser_fault(reader);
        struct mark mark = mark_of(reader->event.start_mark);
        switch (reader->event.type) {
        case YAML_SCALAR_EVENT:
            return scalar(reader, mark);
        case YAML_SEQUENCE_START_EVENT:
            return collection(reader, YAML_LIST, mark);
        case YAML_MAPPING_START_EVENT:
            return collection(reader, YAML_MAP, mark);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            reader->depth--;
            return (struct yaml_node){ .kind = YAML_END, .mark = mark };
        case YAML_ALIAS_EVENT:
            diag_error(reader->diags, place_of(reader, mark),
                       _("不支持别名（*名称）：请把内容写在这里；以 * 开头的文字请加双引号"));
            return (struct yaml_node){ .kind = YAML_SCALAR, .mark = mark, .value = { "", 0 }, .refused = true };
        case YAML_DOCUMENT_END_EVENT:
            return after_document(reader);
        case YAML_STREAM_END_EVENT:
            return stop(reader, false);
        default:
            break;
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
