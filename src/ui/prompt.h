/* SPDX-License-Identifier: MIT */
/* What is being typed, and for what: a prompt is one use of the field, with what happens at each letter, Enter and Esc. */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/action.h"
#include "ui/asking.h"
#include "ui/field.h"
#include "ui/history.h"
#include "ui/recall.h"

struct app;
struct reaction;

/* What is NULL does nothing. */
struct prompt {
    const char *label; /* for gettext: it is typed in the footer; NULL: a pane draws the field where it belongs */
    bool leads_away;   /* a main view comes to the front, and the place before is kept to come back to */
    void (*open)(struct app *app);
    void (*changed)(struct app *app, struct text text);
    /* What changed() asked for (asking.h) is all there. */
    void (*answered)(struct app *app);
    /* Enter: done with it, unless it says false and why in a notice. */
    bool (*done)(struct app *app, struct text text, struct reaction *reaction);
    /* Esc: the field is closed, and the place before, of a prompt that leads away, is there to be restored. */
    void (*cancel)(struct app *app);
    /* Up, Down, PgUp and PgDn move the selection while typing goes on. */
    void (*move)(struct app *app, enum action action);
};

struct prompting {
    const struct prompt *prompt; /* NULL: nothing is being typed */
    struct field field;
    struct asking asking; /* for what is in it */
    struct stop before;
    struct recall recall;
    uint32_t recalled; /* how far back the field's words are; 0: they were typed */
};

void prompt_fini(struct app *app);

void prompt_open(struct app *app, const struct prompt *prompt, struct text text);
/* The one that looks for something in the pane that has the keys, else among everything. */
void prompt_search(struct app *app, struct text text);
/* Closes the field; what it was opened for stays as it is. */
void prompt_close(struct app *app);
bool prompt_is(const struct app *app, const struct prompt *prompt);
struct reaction prompt_handle(struct app *app, const struct event *event);

#endif
