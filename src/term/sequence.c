/* SPDX-License-Identifier: MIT */
#include "term/sequence.h"

enum { PARAMETERS_MAX = 4, STRING_MAX_BYTES = 4096, SEQUENCE_MAX_BYTES = 64 };

struct code {
    int code;
    uint32_t key;
};

/* ESC [ … letter, ESC O letter. P to S are F1 to F4; CSI R is also a cursor report and decided before. */
static const struct code letters[] = {
    { 'A', K_UP },       { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT },  { 'H', K_HOME },
    { 'F', K_END },      { 'P', K_F1 },   { 'Q', K_F2 },    { 'R', K_F3 },    { 'S', K_F4 },
    { 'Z', K_BACK_TAB }, { 'a', K_UP },   { 'b', K_DOWN },  { 'c', K_RIGHT }, { 'd', K_LEFT },
};

/* ESC O letter on a keypad in application mode: the character that stands on the key. */
static const struct code keypad[] = {
    { 'M', K_ENTER }, { 'X', '=' }, { 'j', '*' }, { 'k', '+' }, { 'l', ',' }, { 'm', '-' },   { 'n', '.' },
    { 'o', '/' },     { 'p', '0' }, { 'q', '1' }, { 'r', '2' }, { 's', '3' }, { 't', '4' },   { 'u', '5' },
    { 'v', '6' },     { 'w', '7' }, { 'x', '8' }, { 'y', '9' }, { ' ', ' ' }, { 'I', K_TAB },
};

/* ESC [ number ~ ; 11 to 14 are PuTTY's and rxvt's F1 to F4. */
static const struct code numbers[] = {
    { 1, K_HOME }, { 2, K_INSERT }, { 3, K_DELETE }, { 4, K_END },  { 5, K_PAGE_UP }, { 6, K_PAGE_DOWN }, { 7, K_HOME },
    { 8, K_END },  { 11, K_F1 },    { 12, K_F2 },    { 13, K_F3 },  { 14, K_F4 },     { 15, K_F5 },       { 17, K_F6 },
    { 18, K_F7 },  { 19, K_F8 },    { 20, K_F9 },    { 21, K_F10 }, { 23, K_F11 },    { 24, K_F12 },
};

static uint32_t look_up(const struct code *codes, size_t count, int code)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i].code == code)
            return codes[i].key;
    return K_NONE;
}

#define LOOK_UP(codes, code) look_up(codes, sizeof(codes) / sizeof *(codes), code)

static struct sequence swallow(size_t bytes)
{
    return (struct sequence){ .kind = SEQUENCE_SWALLOWED, .bytes = bytes };
}

static struct sequence key_of(size_t bytes, uint32_t key, unsigned mods)
{
    if (key == K_NONE)
        return swallow(bytes);
    return (struct sequence){ .kind = SEQUENCE_KEY, .bytes = bytes, .key = key, .mods = mods };
}

/* OSC, DCS, APC, PM, SOS: up to BEL or ESC \. */
static struct sequence read_string(struct span bytes)
{
    for (size_t i = 2; i < bytes.bytes; i++) {
        if (bytes.at[i] == 7)
            return swallow(i + 1);
        if (bytes.at[i] == 27 && i + 1 < bytes.bytes)
            return swallow(bytes.at[i + 1] == '\\' ? i + 2 : i);
        if (i > STRING_MAX_BYTES)
            return swallow(i);
    }
    return (struct sequence){ .kind = SEQUENCE_PARTIAL };
}

static struct sequence mouse_of(size_t bytes, int button, int col_no, int row_no, bool press)
{
    struct sequence out = { .kind = SEQUENCE_MOUSE, .bytes = bytes, .row = row_no - 1, .col = col_no - 1 };
    button &= ~(4 | 8 | 16); /* shift, alt, control */
    if (!press || row_no < 1 || col_no < 1 || (button != 0 && button != 64 && button != 65))
        return swallow(bytes);
    out.mouse = button == 0 ? MOUSE_CLICK : button == 64 ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN;
    return out;
}

/* The old report, ESC [ M and three bytes, of terminals that know no other. */
static struct sequence read_old_mouse(struct span bytes)
{
    if (bytes.bytes < 6)
        return (struct sequence){ .kind = SEQUENCE_PARTIAL };
    int values[3];
    for (int i = 0; i < 3; i++)
        values[i] = (unsigned char)bytes.at[3 + i] - 32;
    return mouse_of(6, values[0], values[1], values[2], (values[0] & 3) != 3);
}

/* As kitty numbers the keys of the keypad. */
static const struct code kitty_keys[] = {
    { 57399, '0' },      { 57400, '1' },       { 57401, '2' },         { 57402, '3' },     { 57403, '4' },
    { 57404, '5' },      { 57405, '6' },       { 57406, '7' },         { 57407, '8' },     { 57408, '9' },
    { 57409, '.' },      { 57410, '/' },       { 57411, '*' },         { 57412, '-' },     { 57413, '+' },
    { 57414, K_ENTER },  { 57415, '=' },       { 57417, K_LEFT },      { 57418, K_RIGHT }, { 57419, K_UP },
    { 57420, K_DOWN },   { 57421, K_PAGE_UP }, { 57422, K_PAGE_DOWN }, { 57423, K_HOME },  { 57424, K_END },
    { 57425, K_INSERT }, { 57426, K_DELETE },
};

/* The numbers of a sequence; of what colons add to them only the kind of the event. */
struct csi {
    int parameters[PARAMETERS_MAX];
    char mark; /* < = > ? before them; 0: none */
    bool released;
};

enum { MOD_SHIFT = 1, MOD_ALT = 2, MOD_CONTROL = 4 };

static unsigned mods_of(int parameter)
{
    return parameter > 1 ? (unsigned)parameter - 1 : 0;
}

/*
 * A key by its character, ESC [ code ; modifiers u or ESC [ 27 ; modifiers ; code ~.  We never ask for these: a program
 * that died has left the keyboard so.
 */
static struct sequence key_of_character(size_t bytes, int code, unsigned mods)
{
    enum { PRIVATE_FIRST = 0xe000, PRIVATE_LAST = 0xf8ff };
    uint32_t key = (uint32_t)code;
    if ((code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < PRIVATE_FIRST) || code > 0x10ffff)
        return swallow(bytes);
    if (code >= PRIVATE_FIRST && code <= PRIVATE_LAST)
        key = LOOK_UP(kitty_keys, code);
    else if (code == '\t' && (mods & MOD_SHIFT))
        key = K_BACK_TAB;
    else if ((mods & MOD_SHIFT) && code >= 'a' && code <= 'z')
        key = key - 'a' + 'A';
    if ((mods & MOD_CONTROL) && code >= '@' && code < 127)
        key = K_CTRL(key);
    return key_of(bytes, key, mods & MOD_ALT ? K_WITH_ALT : 0);
}

static struct sequence csi_of(size_t bytes, const struct csi *csi, char final)
{
    enum { OTHER_KEYS = 27 };
    const int *parameters = csi->parameters;
    unsigned mods = mods_of(parameters[1]), alt = mods & MOD_ALT ? K_WITH_ALT : 0;
    if (csi->mark == '<' && (final == 'M' || final == 'm'))
        return mouse_of(bytes, parameters[0], parameters[1], parameters[2], final == 'M');
    if (csi->mark || csi->released)
        return swallow(bytes);
    if (final == 'u')
        return key_of_character(bytes, parameters[0], mods);
    if (final == '~' && parameters[0] == OTHER_KEYS)
        return key_of_character(bytes, parameters[2], mods);
    if (final == '~' && parameters[0] == 200)
        return (struct sequence){ .kind = SEQUENCE_PASTE, .bytes = bytes };
    if (final == '~' && parameters[0] == 201)
        return (struct sequence){ .kind = SEQUENCE_PASTE_END, .bytes = bytes };
    if (final == '~')
        return key_of(bytes, LOOK_UP(numbers, parameters[0]), alt);
    /* ESC [ row ; column R: where the cursor is. */
    if (final == 'R' && parameters[1] > 0)
        return (struct sequence){ .kind = SEQUENCE_REPORT, .bytes = bytes };
    /* ESC [ 1 c: a device report without its question mark; the shifted arrows of rxvt have no number. */
    if (final >= 'a' && final <= 'd' && bytes > 3)
        return swallow(bytes);
    return key_of(bytes, LOOK_UP(letters, final), alt);
}

/* The linux console's F1 to F5: ESC [ [ A to E. */
static struct sequence read_linux(struct span bytes)
{
    if (bytes.bytes < 4)
        return (struct sequence){ .kind = SEQUENCE_PARTIAL };
    char c = bytes.at[3];
    return key_of(4, c >= 'A' && c <= 'E' ? (uint32_t)(K_F1 + (c - 'A')) : K_NONE, 0);
}

/* Digits, semicolons and colons. False: it is none of them. */
static bool read_parameter(struct csi *csi, unsigned char c, int *idx, int *sub_idx)
{
    enum { EVENT_RELEASED = '3' };
    int *parameter = &csi->parameters[*idx];
    if (c >= '0' && c <= '9' && *sub_idx == 0 && *parameter < 100000)
        *parameter = *parameter * 10 + (c - '0');
    else if (c >= '0' && c <= '9')
        csi->released = csi->released || (*idx == 1 && *sub_idx == 1 && c == EVENT_RELEASED);
    else if (c == ':')
        ++*sub_idx;
    else if (c == ';' && *idx + 1 < PARAMETERS_MAX) {
        ++*idx;
        *sub_idx = 0;
    } else {
        return false;
    }
    return true;
}

static struct sequence read_csi(struct span bytes)
{
    struct csi csi = { 0 };
    int idx = 0, sub_idx = 0;
    size_t i = 2;
    if (i < bytes.bytes && bytes.at[i] == '[')
        return read_linux(bytes);
    if (i < bytes.bytes && bytes.at[i] == 'M')
        return read_old_mouse(bytes);
    if (i < bytes.bytes && bytes.at[i] >= '<' && bytes.at[i] <= '?')
        csi.mark = bytes.at[i++];
    for (; i < bytes.bytes; i++) {
        unsigned char c = (unsigned char)bytes.at[i];
        if (i > SEQUENCE_MAX_BYTES)
            return swallow(i);
        if (read_parameter(&csi, c, &idx, &sub_idx))
            continue;
        if (c >= 0x40 && c <= 0x7e)
            return csi_of(i + 1, &csi, (char)c);
        if (c == '$' && !csi.mark) /* rxvt's shifted keys end so; elsewhere it stands before the last byte */
            return swallow(i + 1);
        if (c < 0x20 || c > 0x7e)
            return swallow(i); /* broken off: what follows is looked at anew */
    }
    return (struct sequence){ .kind = SEQUENCE_PARTIAL };
}

struct sequence sequence_read(struct span bytes)
{
    if (bytes.bytes < 2)
        return (struct sequence){ .kind = SEQUENCE_PARTIAL };
    switch (bytes.at[1]) {
    case '[':
        return read_csi(bytes);
    case 'O': {
        if (bytes.bytes < 3)
            return (struct sequence){ .kind = SEQUENCE_PARTIAL };
        uint32_t key = LOOK_UP(letters, bytes.at[2]);
        return key_of(3, key ? key : LOOK_UP(keypad, bytes.at[2]), 0);
    }
    case ']':
    case 'P':
    case '_':
    case '^':
    case 'X':
        return read_string(bytes);
    default:
        return (struct sequence){ .kind = SEQUENCE_NONE };
    }
}
