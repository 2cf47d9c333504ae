/* SPDX-License-Identifier: MIT */
/* What is in the file: tools/embed.sh writes it. Both tables end in a row of NULL. */
#ifndef STATIC_EMBEDDED_H
#define STATIC_EMBEDDED_H

struct embedded_terminal {
    const char *kind;
    const char *description; /* as the variable TERMINFO takes it: b64:… */
};

struct embedded_catalogue {
    const char *language;
    const unsigned char *mo; /* of msgfmt, this machine's order of bytes, aligned */
};

extern const struct embedded_terminal embedded_terminals[];
extern const struct embedded_catalogue embedded_catalogues[];

#endif
