/* SPDX-License-Identifier: MIT */
#include "settings/look.h"

#include "text/near_word.h"

static const struct {
    const char *word;
    unsigned attribute;
} attributes[] = {
    { "bold", LOOK_BOLD }, { "faint", LOOK_FAINT }, { "underline", LOOK_UNDERLINE }, { "reverse", LOOK_REVERSE }
};
enum { ATTRIBUTES_COUNT = sizeof attributes / sizeof *attributes, NAMED_COUNT = 8, COLOR_MAX = 255 };

static const char *const names[NAMED_COUNT] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white" };

static bool read_number(struct span word, short *color)
{
    int number = 0;
    for (size_t i = 0; i < word.bytes; i++) {
        if (word.at[i] < '0' || word.at[i] > '9')
            return false;
        number = number * 10 + (word.at[i] - '0');
        if (number > COLOR_MAX)
            return false;
    }
    *color = (short)number;
    return word.bytes > 0;
}

static bool read_color(struct span word, short *color)
{
    *color = LOOK_OWN_COLOR;
    if (span_equal(word, SPAN("default")))
        return true;
    for (int i = 0; i < NAMED_COUNT; i++)
        if (span_equal(word, span_of(names[i]))) {
            *color = (short)i;
            return true;
        }
    return read_number(word, color);
}

static bool read_attribute(struct span word, unsigned *into)
{
    for (size_t i = 0; i < ATTRIBUTES_COUNT; i++)
        if (span_equal(word, span_of(attributes[i].word))) {
            *into |= attributes[i].attribute;
            return true;
        }
    return span_equal(word, SPAN("none"));
}

bool look_read(struct span words, struct look *look, struct span *wrong)
{
    *look = (struct look){ 0, LOOK_OWN_COLOR, LOOK_OWN_COLOR };
    while ((*wrong = span_word(&words)).bytes) {
        if (span_equal(*wrong, SPAN("on"))) {
            *wrong = span_word(&words);
            if (!read_color(*wrong, &look->background))
                return false;
        } else if (!read_attribute(*wrong, &look->attributes) && !read_color(*wrong, &look->foreground)) {
            return false;
        }
    }
    return true;
}

static void put_color(short color, const char *before, struct buf *out)
{
    if (color == LOOK_OWN_COLOR)
        return;
    buf_string(out, before);
    if (color < NAMED_COUNT)
        buf_string(out, names[color]);
    else
        buf_number(out, (uint64_t)color);
}

void look_put(struct look look, struct buf *out)
{
    size_t before_bytes = out->bytes;
    for (size_t i = 0; i < ATTRIBUTES_COUNT; i++)
        if (look.attributes & attributes[i].attribute)
            buf_printf(out, "%s%s", out->bytes > before_bytes ? " " : "", attributes[i].word);
    put_color(look.foreground, out->bytes > before_bytes ? " " : "", out);
    put_color(look.background, out->bytes > before_bytes ? " on " : "on ", out);
    if (out->bytes == before_bytes)
        buf_string(out, "none");
}

void look_near(struct near_word *near)
{
    for (size_t i = 0; i < ATTRIBUTES_COUNT; i++)
        near_word_try(near, attributes[i].word);
    for (size_t i = 0; i < NAMED_COUNT; i++)
        near_word_try(near, names[i]);
    near_word_try(near, "default");
    near_word_try(near, "none");
}
