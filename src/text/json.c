/* SPDX-License-Identifier: MIT */
#include "text/json.h"

#include <math.h>

#include "base/die.h"

enum { DEPTH_MAX = 32 };

static void line(struct json *json)
{
    buf_char(json->out, '\n');
    buf_fill(json->out, ' ', json->depth);
}

static void put_string(struct buf *out, struct text text)
{
    buf_char(out, '"');
    size_t from = 0;
    for (size_t at = 0; at < text.bytes; at++) {
        unsigned char c = (unsigned char)text.at[at];
        if (c >= ' ' && c != '"' && c != '\\')
            continue;
        buf_add(out, text.at + from, at - from);
        from = at + 1;
        if (c < ' ')
            buf_printf(out, "\\u%04X", c);
        else
            buf_printf(out, "\\%c", c);
    }
    buf_add(out, text.at + from, text.bytes - from);
    buf_char(out, '"');
}

/* What stands before a value. */
static void lead(struct json *json, const char *key)
{
    BUG_IF(json->depth && !key == !(json->arrays >> json->depth & 1));
    if (json->filled)
        buf_char(json->out, ',');
    json->filled = true;
    if (json->depth)
        line(json);
    if (key) {
        put_string(json->out, text_of(key));
        buf_string(json->out, ": ");
    }
}

static void open(struct json *json, const char *key, bool array)
{
    lead(json, key);
    buf_char(json->out, array ? '[' : '{');
    json->depth++;
    BUG_IF(json->depth >= DEPTH_MAX);
    json->arrays = (json->arrays & ~(1u << json->depth)) | (unsigned)array << json->depth;
    json->filled = false;
}

void json_object(struct json *json, const char *key)
{
    open(json, key, false);
}

void json_array(struct json *json, const char *key)
{
    open(json, key, true);
}

void json_close(struct json *json)
{
    bool array = json->arrays >> json->depth & 1;
    BUG_IF(!json->depth);
    json->depth--;
    if (json->filled)
        line(json);
    buf_char(json->out, array ? ']' : '}');
    json->filled = true;
    if (!json->depth)
        buf_char(json->out, '\n');
}

void json_text(struct json *json, const char *key, struct text text)
{
    lead(json, key);
    put_string(json->out, text);
}

void json_text_or_null(struct json *json, const char *key, struct text text)
{
    if (text_empty(text))
        json_word(json, key, NULL);
    else
        json_text(json, key, text);
}

void json_word(struct json *json, const char *key, const char *word)
{
    lead(json, key);
    if (word)
        put_string(json->out, text_of(word));
    else
        buf_string(json->out, "null");
}

void json_number(struct json *json, const char *key, long long number)
{
    lead(json, key);
    if (number < 0)
        buf_char(json->out, '-');
    buf_number(json->out, number < 0 ? -(uint64_t)number : (uint64_t)number);
}

void json_decimal(struct json *json, const char *key, double number)
{
    BUG_IF(!isfinite(number)); /* JSON has no such number */
    lead(json, key);
    buf_printf(json->out, "%.15g", number); /* the program's numbers have points in any locale */
}

void json_flag(struct json *json, const char *key, bool flag)
{
    lead(json, key);
    buf_string(json->out, flag ? "true" : "false");
}
