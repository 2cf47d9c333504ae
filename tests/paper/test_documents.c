/* SPDX-License-Identifier: MIT */
/* Word and Excel files, read back part by part with libzip and libxml2: they are whole, and say what the breakdown says. */
#include "unit/unit.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "format/load.h"
#include "paper/renderer.h"
#include "sheet/sheet.h"

struct fixture {
    struct breakdown *b;
    struct index *index;
};

static int load_real(void **state)
{
    static struct fixture f;
    const char *path = "data/tasks.yaml";
    struct diags diags = { 0 };
    f.b = load_files(&path, 1, &(struct load_options){ 0 }, &diags);
    assert_non_null(f.b);
    diag_fini(&diags);
    f.index = index_new(f.b);
    *state = &f;
    return 0;
}

static int unload(void **state)
{
    struct fixture *f = *state;
    index_free(f->index);
    breakdown_free(f->b);
    return 0;
}

static struct buf render(struct fixture *f, struct sheet_subject subject, enum format format, enum sheet_layout layout)
{
    struct sheet *sheet = sheet_new(f->b, f->index, subject);
    struct sheet_options options = { .layout = layout, .printed = { 2026, 11, 27 } };
    struct buf out = { 0 }, said = { 0 };
    assert_true(renderer_render(sheet, format, options, &out, &said));
    buf_fini(&said);
    sheet_free(sheet);
    return out;
}

static zip_t *open_zip(const struct buf *bytes)
{
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(bytes->at, bytes->bytes, 0, &error);
    assert_non_null(source);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    assert_non_null(archive);
    return archive;
}

static xmlDoc *open_part(zip_t *archive, const char *name)
{
    zip_stat_t stat;
    if (zip_stat(archive, name, 0, &stat) < 0)
        return NULL;
    char *bytes = malloc(stat.size + 1);
    zip_file_t *file = zip_fopen(archive, name, 0);
    assert_int_equal(zip_fread(file, bytes, stat.size), stat.size);
    zip_fclose(file);
    xmlDoc *document = xmlReadMemory(bytes, (int)stat.size, name, NULL, XML_PARSE_NONET);
    assert_non_null(document);
    free(bytes);
    return document;
}

/* The next element of that name in document order after `node`, within root. */
static xmlNode *next_element(xmlNode *node, const xmlNode *root, const char *name)
{
    while (node) {
        if (node->children) {
            node = node->children;
        } else {
            while (node && node != root && !node->next)
                node = node->parent;
            node = node && node != root ? node->next : NULL;
        }
        if (node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
            return node;
    }
    return NULL;
}

/* Every part is well-formed, has a content type, and everything that relations name is there. */
static void check_package(zip_t *archive)
{
    xmlDoc *types = open_part(archive, "[Content_Types].xml");
    xmlNode *root = xmlDocGetRootElement(types);
    for (xmlNode *node = root; (node = next_element(node, root, "Override"));) {
        char *name = (char *)xmlGetProp(node, (const xmlChar *)"PartName");
        assert_true(zip_name_locate(archive, name + 1, 0) >= 0);
        xmlFree(name);
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); i++) {
        const char *name = zip_get_name(archive, (zip_uint64_t)i, 0);
        xmlDoc *part = open_part(archive, name);
        if (strstr(name, ".rels")) {
            xmlNode *relations = xmlDocGetRootElement(part);
            for (xmlNode *node = relations; (node = next_element(node, relations, "Relationship"));) {
                char path[256], *target = (char *)xmlGetProp(node, (const xmlChar *)"Target");
                const char *folder_end = strstr(name, "_rels/");
                snprintf(path, sizeof path, "%.*s%s", *target == '/' ? 0 : (int)(folder_end - name), name,
                         *target == '/' ? target + 1 : target);
                assert_true(zip_name_locate(archive, path, 0) >= 0);
                xmlFree(target);
            }
        }
        xmlFreeDoc(part);
    }
    xmlFreeDoc(types);
}

/* All text below a node, with a line end after each paragraph and a tab after each cell. */
static void put_text(xmlNode *root, const char *element, const char *paragraph, struct buf *out)
{
    for (xmlNode *node = root; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, element) == 0) {
            xmlChar *content = xmlNodeGetContent(node);
            buf_string(out, (const char *)content);
            xmlFree(content);
            continue;
        }
        put_text(node->children, element, paragraph, out);
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, paragraph) == 0)
            buf_char(out, '\n');
    }
}

static void expect_next(const char **at, struct text text)
{
    struct buf wanted = { 0 };
    buf_text(&wanted, text);
    const char *found = strstr(*at, wanted.at);
    if (!found)
        print_message("not there, or not in order: %s\n", wanted.at);
    assert_non_null(found);
    *at = found + wanted.bytes;
    buf_fini(&wanted);
}

static size_t count_of(xmlDoc *document, const char *element)
{
    xmlNode *root = xmlDocGetRootElement(document);
    size_t count = 0;
    for (xmlNode *node = root; (node = next_element(node, root, element));)
        count++;
    return count;
}

/* Without what the sheet adds to the notice's list. */
static void drop_lead_marks(struct buf *text)
{
    static const char mark[] = "（牵头）";
    for (char *at = text->at; (at = strstr(at, mark));)
        memmove(at, at + sizeof mark - 1, strlen(at + sizeof mark - 1) + 1);
}

/* A part's units as the list has them, in the notice's words; as a table, by who leads and who takes part. */
static void expect_units(const struct breakdown *b, const struct part *part, enum sheet_layout layout, const char **at)
{
    struct buf names = { 0 };
    if (layout == SHEET_LIST) {
        part_wording(b, part, &names);
        expect_next(at, text_composed(buf_view(&names)));
    }
    for (enum role role = ROLE_LEAD; role <= ROLE_SUPPORT && layout == SHEET_TABLE; role++) {
        buf_clear(&names);
        part_names(b, part, role, &names);
        expect_next(at, text_composed(buf_view(&names)));
    }
    buf_fini(&names);
}

static void a_word_document_is_whole_and_has_every_task_in_order(void **state)
{
    struct fixture *f = *state;
    for (enum sheet_layout layout = SHEET_LIST; layout <= SHEET_TABLE; layout++) {
        struct buf bytes = render(f, (struct sheet_subject){ SHEET_ALL, 0 }, FORMAT_DOCX, layout), text = { 0 };
        struct buf again = render(f, (struct sheet_subject){ SHEET_ALL, 0 }, FORMAT_DOCX, layout);
        assert_true(span_equal(buf_view(&bytes), buf_view(&again)));
        zip_t *archive = open_zip(&bytes);
        check_package(archive);
        xmlDoc *document = open_part(archive, "word/document.xml");
        put_text(xmlDocGetRootElement(document), "t", "p", &text);
        drop_lead_marks(&text);
        const char *at = text.at;
        for (uint32_t i = 0; i < f->b->parts_count; i++) {
            const struct part *part = &f->b->parts[i];
            expect_next(&at, part->text);
            expect_units(f->b, part, layout, &at);
        }
        if (layout == SHEET_TABLE) /* and nothing twice: a row for each, for each heading, and the head */
            assert_int_equal(count_of(document, "tr"), f->b->parts_count + f->b->sections_count + 1);
        xmlFreeDoc(document);
        zip_discard(archive);
        buf_fini(&bytes);
        buf_fini(&again);
        buf_fini(&text);
    }
}

/* Every style that the text names is defined. */
static void a_word_document_has_the_styles_that_it_uses(void **state)
{
    struct fixture *f = *state;
    for (enum sheet_layout layout = SHEET_LIST; layout <= SHEET_TABLE; layout++) {
        struct buf bytes =
            render(f, (struct sheet_subject){ SHEET_UNIT, unit_find(f->b, TEXT("杭州市政府")) }, FORMAT_DOCX, layout);
        zip_t *archive = open_zip(&bytes);
        xmlDoc *styles = open_part(archive, "word/styles.xml"), *document = open_part(archive, "word/document.xml");
        xmlNode *root = xmlDocGetRootElement(document), *style_root = xmlDocGetRootElement(styles);
        unsigned used = 0;
        for (xmlNode *node = root; (node = next_element(node, root, "pStyle")); used++) {
            char *wanted = (char *)xmlGetProp(node, (const xmlChar *)"val");
            bool found = false;
            for (xmlNode *style = style_root; (style = next_element(style, style_root, "style")) && !found;) {
                char *id = (char *)xmlGetProp(style, (const xmlChar *)"styleId");
                found = strcmp(id, wanted) == 0;
                xmlFree(id);
            }
            assert_true(found);
            xmlFree(wanted);
        }
        assert_true(used > 50);
        xmlFreeDoc(styles);
        xmlFreeDoc(document);
        zip_discard(archive);
        buf_fini(&bytes);
    }
}

/* The strings that cells name by number. */
static xmlNode *shared_string(xmlDoc *strings, long number)
{
    xmlNode *root = xmlDocGetRootElement(strings), *node = root;
    do
        node = next_element(node, root, "si");
    while (number-- > 0 && node);
    return node;
}

static void put_cells(xmlDoc *worksheet, xmlDoc *strings, struct buf *out)
{
    xmlNode *root = xmlDocGetRootElement(worksheet);
    for (xmlNode *row = root; (row = next_element(row, root, "row"));) {
        for (xmlNode *cell = row->children; cell; cell = cell->next) {
            char *type = (char *)xmlGetProp(cell, (const xmlChar *)"t");
            xmlNode *value = next_element(cell, cell, "v");
            xmlChar *content = value ? xmlNodeGetContent(value) : NULL;
            if (type && strcmp(type, "s") == 0 && content) {
                long number = strtol((char *)content, NULL, 10);
                xmlFree(content);
                content = xmlNodeGetContent(shared_string(strings, number));
            }
            if (content)
                buf_printf(out, "%s%s", type ? "" : "#", (char *)content); /* # marks a number */
            buf_char(out, '\t');
            xmlFree(content);
            xmlFree(type);
        }
        buf_char(out, '\n');
    }
}

/* id TAB text TAB lead TAB support as Excel has them; ids are text. */
static void an_excel_workbook_has_every_task_unit_and_role(void **state)
{
    struct fixture *f = *state;
    struct buf bytes = render(f, (struct sheet_subject){ SHEET_ALL, 0 }, FORMAT_XLSX, SHEET_LIST), cells = { 0 };
    struct buf again = render(f, (struct sheet_subject){ SHEET_ALL, 0 }, FORMAT_XLSX, SHEET_LIST);
    assert_true(span_equal(buf_view(&bytes), buf_view(&again)));
    zip_t *archive = open_zip(&bytes);
    check_package(archive);
    xmlDoc *strings = open_part(archive, "xl/sharedStrings.xml");
    uint32_t worksheets = 0;
    for (;; worksheets++) {
        char name[64];
        snprintf(name, sizeof name, "xl/worksheets/sheet%u.xml", worksheets + 1);
        xmlDoc *worksheet = open_part(archive, name);
        if (!worksheet)
            break;
        put_cells(worksheet, strings, &cells);
        xmlFreeDoc(worksheet);
    }
    assert_int_equal(worksheets, f->b->sections_count + 1);
    size_t rows = 0;
    for (const char *row = cells.at; (row = strchr(row, '\n')); row++)
        rows++;
    assert_int_equal(rows, f->b->parts_count + f->b->units_count + (size_t)2 * worksheets);
    const char *at = cells.at;
    for (uint32_t i = 0; i < f->b->parts_count; i++) {
        const struct part *part = &f->b->parts[i];
        struct buf row = { 0 };
        buf_printf(&row, "\n%.*s\t%.*s\t", TEXT_ARG(part->id), TEXT_ARG(part->text));
        part_names(f->b, part, ROLE_LEAD, &row);
        buf_char(&row, '\t');
        part_names(f->b, part, ROLE_SUPPORT, &row);
        expect_next(&at, text_composed(buf_view(&row)));
        buf_fini(&row);
    }
    for (uint32_t u = 0; u < f->b->units_count; u++) {
        const struct counts *counts = &f->index->counts[u];
        struct buf row = { 0 };
        buf_printf(&row, "\n%.*s\t#%u\t#%u\t#%u\t#%u\t#%u\t#%u\t", TEXT_ARG(f->b->units[u].name),
                   counts->tasks[BOND_LEAD], counts->tasks[BOND_SUPPORT], counts->tasks[BOND_VIA],
                   counts->tasks[BOND_MAYBE], counts->livelihood[BOND_LEAD], counts->livelihood[BOND_SUPPORT]);
        expect_next(&at, text_composed(buf_view(&row)));
        buf_fini(&row);
    }
    xmlFreeDoc(strings);
    zip_discard(archive);
    buf_fini(&bytes);
    buf_fini(&again);
    buf_fini(&cells);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_document_is_whole_and_has_every_task_in_order),
        cmocka_unit_test(a_word_document_has_the_styles_that_it_uses),
        cmocka_unit_test(an_excel_workbook_has_every_task_unit_and_role),
    };
    return cmocka_run_group_tests(tests, load_real, unload);
}
