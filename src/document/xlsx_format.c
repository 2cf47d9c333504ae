/* SPDX-License-Identifier: MIT */
#include "document/xlsx_format.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { DECIMALS_MAX = 15, LAST_DAY = 2958465 /* 9999-12-31 */ };

const char *xlsx_format_builtin(long id)
{
    enum { IDS_MAX = 8 };
    static const struct {
        const char *code;
        unsigned char ids[IDS_MAX]; /* those from 27 on in a Chinese Excel */
    } codes[] = {
        { "0", { 1 } },
        { "0.00", { 2 } },
        { "#,##0", { 3, 37, 38 } },
        { "#,##0.00", { 4, 39, 40 } },
        { "0%", { 9 } },
        { "0.00%", { 10 } },
        { "yyyy/m/d", { 14 } },
        { "d-mmm-yy", { 15 } },
        { "d-mmm", { 16 } },
        { "mmm-yy", { 17 } },
        { "h:mm AM/PM", { 18 } },
        { "h:mm:ss AM/PM", { 19 } },
        { "h:mm", { 20 } },
        { "h:mm:ss", { 21 } },
        { "yyyy/m/d h:mm", { 22 } },
        { "yyyy\"年\"m\"月\"", { 27, 36, 50, 52, 55, 57 } },
        { "m\"月\"d\"日\"", { 28, 29, 51, 53, 54, 56, 58 } },
        { "m/d/yy", { 30 } },
        { "yyyy\"年\"m\"月\"d\"日\"", { 31 } },
        { "h\"时\"mm\"分\"", { 32 } },
        { "h\"时\"mm\"分\"ss\"秒\"", { 33 } },
        { "mm:ss", { 45 } },
    };
    for (size_t i = 0; id > 0 && i < sizeof codes / sizeof *codes; i++)
        for (int n = 0; n < IDS_MAX; n++)
            if (codes[i].ids[n] == id)
                return codes[i].code;
    return NULL;
}

/* As many digits as fit into eleven characters, as in a cell that is wide enough. */
static void put_general(struct buf *out, double value)
{
    enum { CHARS = 11, DIGITS = 10 };
    char text[64];
    int digits = DIGITS + (fabs(value) >= 1e10 && fabs(value) < 1e11);
    do {
        snprintf(text, sizeof text, "%.*g", digits, value);
        digits--;
    } while (digits > 0 && strlen(text) > CHARS + (size_t)(value < 0));
    buf_string(out, text);
}

/* Sections stand between semicolons that are not quoted: positive; negative; zero; text. */
static struct span section_of(struct span code, double *value)
{
    struct span sections[4] = { { 0 } };
    int count = 0;
    size_t from = 0;
    bool quoted = false;
    for (size_t i = 0; i <= code.bytes && count < 4; i++) {
        char c = i < code.bytes ? code.at[i] : ';';
        if (c == '\\' && !quoted)
            i++;
        else if (c == '"')
            quoted = !quoted;
        else if (c == ';' && (!quoted || i == code.bytes)) {
            sections[count++] = (struct span){ code.at + from, i - from };
            from = i + 1;
        }
    }
    if (count >= 2 && *value < 0) {
        *value = -*value;
        return sections[1];
    }
    return count >= 3 && *value == 0 ? sections[2] : sections[0];
}

struct number_shape {
    bool date, digits, percent, thousands, literal, other;
    int decimals, whole;
};

/* One step through a code: what is quoted, escaped, in brackets or filler is given as one. */
struct step {
    char
        kind; /* the letter itself, small; 'A' for AM/PM, 'G' for General, '"' for a literal, '[' for brackets, 0 at the end */
    struct span text;
};

static struct step next_step(struct span *code)
{
    if (!code->bytes)
        return (struct step){ 0 };
    const char *at = code->at;
    size_t bytes = 1, skip = 0;
    char kind = *at;
    if (kind == '"') {
        const char *end = memchr(at + 1, '"', code->bytes - 1);
        bytes = end ? (size_t)(end - at) + 1 : code->bytes;
        skip = 1;
    } else if (kind == '[') {
        const char *end = memchr(at, ']', code->bytes);
        bytes = end ? (size_t)(end - at) + 1 : code->bytes;
    } else if ((kind == '\\' || kind == '_' || kind == '*') && code->bytes > 1) {
        for (bytes = 2; bytes < code->bytes && ((unsigned char)at[bytes] & 0xc0) == 0x80;)
            bytes++;
        skip = 1;
        kind = kind == '\\' ? '"' : '_';
    } else if (code->bytes >= 7 && strncasecmp(at, "general", 7) == 0) {
        bytes = 7;
        kind = 'G';
    } else if (code->bytes >= 5 && strncasecmp(at, "AM/PM", 5) == 0) {
        bytes = 5;
        kind = 'A';
    } else if (strchr("yYmMdDhHsSaAeE0#?", kind)) {
        while (bytes < code->bytes && at[bytes] == kind)
            bytes++;
        kind = kind == 'A' ? kind : (char)tolower(kind);
    }
    code->at += bytes;
    code->bytes -= bytes;
    size_t tail = kind == '"' && skip && bytes > 1 && *at == '"' && at[bytes - 1] == '"';
    return (struct step){ kind, { at + skip, bytes - skip - tail } };
}

static struct number_shape shape_of(struct span code)
{
    struct number_shape shape = { 0 };
    bool behind_point = false;
    for (struct step step; (step = next_step(&code)).kind;) {
        char kind = step.kind;
        if (strchr("ymdhsA", kind) || (kind == 'a' && step.text.bytes > 2))
            shape.date = true;
        else if (kind == '[' && step.text.bytes >= 3 && strchr("hHmMsS", step.text.at[1]) &&
                 (step.text.at[2] == ']' || step.text.at[2] == step.text.at[1]))
            shape.date = true;
        else if (strchr("0#?", kind)) {
            shape.digits = true;
            if (behind_point)
                shape.decimals += (int)(step.text.bytes > DECIMALS_MAX ? DECIMALS_MAX : step.text.bytes);
            else if (kind == '0')
                shape.whole += (int)(step.text.bytes > DECIMALS_MAX ? DECIMALS_MAX : step.text.bytes);
        } else if (kind == '.')
            behind_point = true;
        else if (kind == ',')
            shape.thousands |= shape.digits && !behind_point;
        else if (kind == '%')
            shape.percent = true;
        else if (kind == '"')
            shape.literal = true;
        else if (kind == 'e' || kind == '/' || kind == 'G' || kind == '@')
            shape.other = true;
    }
    if (shape.decimals > DECIMALS_MAX)
        shape.decimals = DECIMALS_MAX;
    return shape;
}

static void put_number(struct buf *out, const struct number_shape *shape, double value)
{
    char text[512];
    snprintf(text, sizeof text, "%0*.*f", shape->whole + shape->decimals + (shape->decimals > 0), shape->decimals,
             fabs(value));
    size_t whole = strcspn(text, ".");
    if (value < 0 && strspn(text, "0.") < strlen(text))
        buf_char(out, '-');
    for (size_t i = 0; i < strlen(text); i++) {
        buf_char(out, text[i]);
        if (shape->thousands && i + 1 < whole && (whole - i - 1) % 3 == 0)
            buf_char(out, ',');
    }
}

/* Optional digits behind the point (0.##) that are 0 are not shown. */
static void trim_optional(struct buf *out, size_t from, struct span code)
{
    bool behind_point = false;
    uint32_t optional = 0;
    for (struct step step; (step = next_step(&code)).kind;) {
        behind_point |= step.kind == '.';
        if (behind_point && step.kind == '0')
            optional = 0;
        else if (behind_point && step.kind == '#')
            optional += (uint32_t)step.text.bytes;
    }
    while (optional-- && out->bytes > from && out->at[out->bytes - 1] == '0')
        out->at[--out->bytes] = 0;
}

/* [$¥-804] */
static void put_currency(struct buf *out, struct span bracket)
{
    if (bracket.bytes < 3 || bracket.at[1] != '$')
        return;
    for (size_t i = 2; i < bracket.bytes && bracket.at[i] != '-' && bracket.at[i] != ']'; i++)
        buf_char(out, bracket.at[i]);
}

static void put_digits(struct buf *out, struct span code, double value)
{
    struct number_shape shape = shape_of(code);
    bool put = false;
    if (shape.percent)
        value *= 100;
    for (struct step step; (step = next_step(&code)).kind;) {
        if (step.kind == '"') {
            buf_span(out, step.text);
        } else if (step.kind == '[') {
            put_currency(out, step.text);
        } else if (strchr("0#?", step.kind)) {
            struct span rest = code;
            size_t from = out->bytes;
            if (!put) {
                put_number(out, &shape, value);
                trim_optional(out, from, rest);
            }
            put = true;
        } else if (step.kind != '.' && step.kind != ',' && step.kind != '_' && step.kind != '@') {
            buf_span(out, step.text);
        }
    }
}

struct moment {
    int year, month, day, weekday, hour, minute, second;
    double days;
};

/* Days since 1899-12-30 into a date; Excel's 29 February 1900, which never was, is day 60, and day 0 is 1900-1-0. */
static struct moment moment_of(double value, bool since_1904)
{
    enum { DAY = 86400, DAYS_1904 = 1462, DAYS_1970 = 25569, NEVER = 60 };
    long seconds = (long)floor(value * DAY + 0.5), day = seconds / DAY + (since_1904 ? DAYS_1904 : 0);
    time_t time = (time_t)(day + (day < NEVER) - DAYS_1970) * DAY + seconds % DAY;
    struct tm tm = { 0 };
    (void)gmtime_r(&time, &tm);
    struct moment m = { tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, (int)((day + 6) % 7),
                        tm.tm_hour,        tm.tm_min,     tm.tm_sec,  value };
    if (day == 0)
        m.year = 1900, m.month = 1, m.day = 0;
    return m;
}

static void put_padded(struct buf *out, long number, size_t digits)
{
    buf_printf(out, digits >= 2 ? "%02ld" : "%ld", number);
}

/* m is minutes beside hours or seconds, months elsewhere. */
static bool is_minutes(char before, struct span rest)
{
    if (before == 'h')
        return true;
    for (struct step step; (step = next_step(&rest)).kind;)
        if (strchr("ymdhs", step.kind))
            return step.kind == 's';
    return false;
}

static void put_month(struct buf *out, int month, size_t letters)
{
    static const char *const names[12] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    if (letters >= 3)
        buf_string(out, names[month - 1]);
    else
        put_padded(out, month, letters);
}

static void put_weekday(struct buf *out, int weekday, size_t letters)
{
    static const char *const han[7] = { "日", "一", "二", "三", "四", "五", "六" };
    buf_string(out, letters == 4 ? "星期" : "周");
    buf_string(out, han[weekday]);
}

static void put_date_step(struct buf *out, const struct moment *m, struct step step, bool minutes, bool half_days)
{
    size_t letters = step.text.bytes;
    switch (step.kind) {
    case 'y':
    case 'e':
        put_padded(out, letters > 2 || step.kind == 'e' ? m->year : m->year % 100, letters > 2 ? 4 : 2);
        break;
    case 'm':
        if (minutes)
            put_padded(out, m->minute, letters);
        else
            put_month(out, m->month, letters);
        break;
    case 'd':
    case 'a':
        if (letters > 2)
            put_weekday(out, m->weekday, letters);
        else
            put_padded(out, m->day, letters);
        break;
    case 'h':
        put_padded(out, half_days ? (m->hour + 11) % 12 + 1 : m->hour, letters);
        break;
    case 's':
        put_padded(out, m->second, letters);
        break;
    case 'A':
        buf_string(out, m->hour < 12 ? "AM" : "PM");
        break;
    case '[': /* hours that go on counting; anything else says nothing */
        if (letters >= 3 && (step.text.at[1] == 'h' || step.text.at[1] == 'H'))
            put_padded(out, (long)floor(m->days * 24 + 1e-9), letters - 2);
        else if (letters >= 3 && (step.text.at[1] == 'm' || step.text.at[1] == 'M'))
            put_padded(out, (long)floor(m->days * 1440 + 1e-9), letters - 2);
        break;
    case '_':
    case '@':
        break;
    default:
        buf_span(out, step.text);
    }
}

static void put_date(struct buf *out, struct span code, double value, bool since_1904)
{
    struct moment m = moment_of(value, since_1904);
    bool half_days = false;
    char before = 0;
    struct span rest = code;
    for (struct step step; (step = next_step(&rest)).kind;)
        half_days |= step.kind == 'A';
    for (struct step step; (step = next_step(&code)).kind;) {
        bool of_time = step.kind == '[' && step.text.bytes >= 3 && strchr("hH", step.text.at[1]);
        put_date_step(out, &m, step, is_minutes(before, code), half_days);
        if (of_time || step.kind == 'h')
            before = 'h';
        else if (strchr("ymds", step.kind))
            before = step.kind;
    }
}

void xlsx_format_put(struct buf *out, struct span code, double value, bool since_1904)
{
    if (!code.bytes || !isfinite(value)) {
        put_general(out, value);
        return;
    }
    struct span section = section_of(code, &value);
    struct number_shape shape = shape_of(section);
    if (shape.date && value >= 0 && value <= LAST_DAY)
        put_date(out, section, value, since_1904);
    else if ((shape.digits || shape.literal) && !shape.other && fabs(value) < 1e300)
        put_digits(out, section, value);
    else
        put_general(out, value);
}
