/* SPDX-License-Identifier: MIT */
/*
 * JSON (RFC 8259) written as it comes, indented, with no tree of it anywhere: what is opened is closed, members stand in
 * the order in which they are put.  A value within an object has a key, within an array NULL.  Who breaks that, or goes
 * deeper than 31, is a bug.
 */
#ifndef TEXT_JSON_H
#define TEXT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "text/text.h"

struct json {
    struct buf *out;
    unsigned depth;
    uint32_t arrays; /* a bit for each depth */
    bool filled;     /* the innermost has something */
};

/* Opens one; json_close() ends the innermost, and the outermost with a line feed. */
void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
void json_close(struct json *json);

void json_text(struct json *json, const char *key, struct text text);
/* null for the empty text. */
void json_text_or_null(struct json *json, const char *key, struct text text);
/* Our own string, or null for NULL. */
void json_word(struct json *json, const char *key, const char *word);
void json_number(struct json *json, const char *key, long long number);
/* A finite number with what it has behind the point: 19.8, 270000000000. */
void json_decimal(struct json *json, const char *key, double number);
void json_flag(struct json *json, const char *key, bool flag);

#endif
