/* SPDX-License-Identifier: MIT */
#include "document/html_list.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *html_attribute(const unsigned char **attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2)
        if (strcmp((const char *)attributes[0], name) == 0)
            return attributes[1] ? (const char *)attributes[1] : "";
    return NULL;
}

struct span html_style(const unsigned char **attributes, const char *property)
{
    const char *style = html_attribute(attributes, "style");
    size_t bytes = strlen(property);
    while (style && *style) {
        const char *end = style + strcspn(style, ";");
        const char *colon = memchr(style, ':', (size_t)(end - style));
        struct span name = span_trim((struct span){ style, colon ? (size_t)(colon - style) : 0 });
        if (name.bytes == bytes && strncasecmp(name.at, property, bytes) == 0)
            return span_trim((struct span){ colon + 1, (size_t)(end - colon) - 1 });
        style = *end ? end + 1 : end;
    }
    return (struct span){ 0 };
}

static bool is_word(struct span value, const char *word)
{
    return value.bytes == strlen(word) && strncasecmp(value.at, word, value.bytes) == 0;
}

/* list-style-type, also as the word of list-style; decimal where nothing is known. */
static enum ordinal ordinal_of_style(const unsigned char **attributes, enum ordinal otherwise)
{
    static const struct {
        const char *word;
        enum ordinal ordinal;
    } words[] = {
        { "none", ORDINAL_NONE },
        { "decimal", ORDINAL_DECIMAL },
        { "decimal-leading-zero", ORDINAL_DECIMAL_ZERO },
        { "cjk-decimal", ORDINAL_HAN_DIGITS },
        { "cjk-ideographic", ORDINAL_HAN },
        { "simp-chinese-informal", ORDINAL_HAN },
        { "trad-chinese-informal", ORDINAL_HAN },
        { "simp-chinese-formal", ORDINAL_HAN_LEGAL },
        { "cjk-heavenly-stem", ORDINAL_STEM },
        { "cjk-earthly-branch", ORDINAL_BRANCH },
        { "lower-alpha", ORDINAL_LOWER_LETTER },
        { "lower-latin", ORDINAL_LOWER_LETTER },
        { "upper-alpha", ORDINAL_UPPER_LETTER },
        { "upper-latin", ORDINAL_UPPER_LETTER },
        { "lower-roman", ORDINAL_LOWER_ROMAN },
        { "upper-roman", ORDINAL_UPPER_ROMAN },
        { "disc", ORDINAL_NONE },
        { "circle", ORDINAL_NONE },
        { "square", ORDINAL_NONE },
    };
    struct span value = html_style(attributes, "list-style-type");
    if (!value.bytes)
        value = html_style(attributes, "list-style");
    for (size_t i = 0; value.bytes && i < sizeof words / sizeof *words; i++)
        if (is_word(value, words[i].word))
            return words[i].ordinal;
    return otherwise;
}

void html_list_begin(struct html_list *list, bool ordered, const unsigned char **attributes)
{
    const char *type = html_attribute(attributes, "type"), *start = html_attribute(attributes, "start");
    enum ordinal ordinal = ORDINAL_DECIMAL;
    if (type && *type && !type[1])
        ordinal = *type == 'a'   ? ORDINAL_LOWER_LETTER
                  : *type == 'A' ? ORDINAL_UPPER_LETTER
                  : *type == 'i' ? ORDINAL_LOWER_ROMAN
                  : *type == 'I' ? ORDINAL_UPPER_ROMAN
                                 : ORDINAL_DECIMAL;
    *list = (struct html_list){
        .ordered = ordered,
        .ordinal = ordinal_of_style(attributes, ordinal),
        .next = start ? strtol(start, NULL, 10) : 1,
        .step = html_attribute(attributes, "reversed") ? -1 : 1,
    };
}

void html_list_item(struct html_list *list, const unsigned char **attributes, struct buf *label)
{
    enum { LARGEST = 1000000 };
    const char *value = html_attribute(attributes, "value");
    if (value)
        list->next = strtol(value, NULL, 10);
    long number = list->next;
    enum ordinal ordinal = ordinal_of_style(attributes, list->ordinal);
    if (number < -LARGEST || number > LARGEST)
        return;
    list->next += list->step;
    if (!list->ordered || ordinal == ORDINAL_NONE)
        return;
    if (number < 0)
        buf_printf(label, "%ld", number);
    else
        ordinal_put(label, ordinal, (uint32_t)number);
    bool han = ordinal == ORDINAL_HAN || ordinal == ORDINAL_HAN_DIGITS || ordinal == ORDINAL_HAN_LEGAL ||
               ordinal == ORDINAL_STEM || ordinal == ORDINAL_BRANCH;
    buf_string(label, han ? "、" : ". ");
}
