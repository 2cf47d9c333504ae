/* SPDX-License-Identifier: MIT */
/* Semantic styles: what a piece of text is, never how it looks.  text/theme.c gives each its attributes and colours. */
#ifndef TEXT_STYLE_H
#define TEXT_STYLE_H

enum style {
    STYLE_NORMAL,
    STYLE_TITLE,       /* heading of a pane */
    STYLE_DIM,         /* said aside: numbers, labels, rules */
    STYLE_LEAD,        /* a leading unit, 牵 */
    STYLE_SUPPORT,     /* a supporting unit */
    STYLE_VIA,         /* through a collective */
    STYLE_MAYBE,       /* may be bound */
    STYLE_MATCH,       /* matched characters */
    STYLE_FIGURE,      /* a target in figures */
    STYLE_FOCUS,       /* the selected row of the pane that has the keys */
    STYLE_FOCUS_MATCH, /* matched characters in it */
    STYLE_SELECTED,    /* the selected row of another pane */
    STYLE_SELECTED_MATCH,
    STYLE_HEADER, /* top line */
    STYLE_TAB,    /* the view one is in */
    STYLE_FOOTER, /* bottom line */
    STYLE_KEY,    /* a key's name */
    STYLE_ERROR,
    STYLE_WARNING,
    STYLE_FIELD, /* text being typed */
    STYLE_BAR,   /* statistics */
    STYLE_RULE,  /* dividers */
    STYLES_COUNT
};

/* "normal", "title", …: for dumps and settings; and what has that style, for gettext. */
const char *style_name(enum style style);
const char *style_help(enum style style);

#endif
