/* SPDX-License-Identifier: MIT */
/* The keys of the document itself, but for its units and sections. */
#include "base/i18n.h"
#include "format/loader.h"
#include "format/yaml_slip.h"

enum { FORMAT = 1 };

static const char no_breakdown[] =
    N_("不是责任分解文件：开头应当是“format: 1”“title: 标题”这样的键，格式见 fengong-breakdown(5)；"
       "通知的原文先用 fengong import 转换");

void load_document_begin(struct loader *loader)
{
    struct yaml_node node = yaml_next(loader->reader);
    loader->at = LOAD_DONE;
    if (node.kind == YAML_MAP) {
        loader->root = map_begin(MAP_DOCUMENT, node.mark);
        loader->at = LOAD_ROOT;
    } else if (node.kind == YAML_STOP && !yaml_broken(loader->reader)) {
        diag_error(loader->diags, (struct place){ loader->file, 1, 1 },
                   _("文件里只有注释：请写入责任分解，格式见 fengong-breakdown(5)"));
    } else if (node.kind != YAML_STOP && !node.refused) {
        struct buf hint = { 0 };
        if (node.kind != YAML_SCALAR || !node.plain || !yaml_slip_colon(node.value, true, &hint))
            buf_string(&hint, _(no_breakdown));
        diag_error(loader->diags, load_place(loader, node.mark), "%.*s", (int)hint.bytes, hint.at);
        buf_fini(&hint);
    }
}

/* What a file must have, once all its keys are read. */
static void end_root(struct loader *loader)
{
    const struct map *map = &loader->root;
    loader->at = LOAD_DONE;
    if (yaml_broken(loader->reader))
        return;
    struct place place = load_place(loader, map->mark);
    if (map->first < 0 && !map->misspelt) {
        diag_error(loader->diags, place, "%s", _(no_breakdown));
        return;
    }
    if (map_lacks(map, DOCUMENT_FORMAT))
        diag_warning(loader->diags, place, _("缺少 format：请在开头写一行“format: 1”"));
    if (map_lacks(map, DOCUMENT_TITLE))
        diag_error(loader->diags, place, _("缺少 title：请补上责任分解的标题"));
    if (map_lacks(map, DOCUMENT_SECTIONS))
        diag_error(loader->diags, place, _("缺少 sections：请补上各部分及其任务"));
}

void load_document_step(struct loader *loader)
{
    struct volume *volume = &loader->builder.b->volumes[loader->builder.b->volumes_count - 1];
    struct yaml_node value;
    int key = map_next(loader, &loader->root, &value);
    const char *word = key < 0 ? NULL : keys_word(MAP_DOCUMENT, key);
    int number = 0;
    switch (key) {
    case DOCUMENT_FORMAT:
        if (take_number(loader, value, word, &number) && number != FORMAT)
            diag_error(loader->diags, load_place(loader, value.mark),
                       _("文件的格式是第%d版，本程序只认第%d版：请升级程序"), number, (int)FORMAT);
        break;
    case DOCUMENT_TITLE:
        volume->title = take_text(loader, value, word);
        volume->title_mark = value.mark;
        if (volume->title.at && text_empty(volume->title))
            diag_error(loader->diags, load_place(loader, value.mark), _("title 是空的：请补上责任分解的标题"));
        break;
    case DOCUMENT_ISSUER:
        volume->issuer = take_said(loader, value, word);
        break;
    case DOCUMENT_YEAR:
        take_number(loader, value, word, &volume->year);
        break;
    case DOCUMENT_LEAD_RULE:
        volume->lead_rule = take_said(loader, value, word);
        break;
    case DOCUMENT_UNITS:
        if (take_list_begin(loader, value, word))
            loader->at = LOAD_UNITS;
        break;
    case DOCUMENT_SECTIONS:
        if (take_list_begin(loader, value, word))
            loader->at = LOAD_SECTIONS;
        break;
    default:
        end_root(loader);
    }
}
