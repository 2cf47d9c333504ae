/* SPDX-License-Identifier: MIT */
/*
 * The interface as a whole: state and nothing else.  Events go in, reactions come out.  Each event settles everything
 * that it changes, layout, scrolling and counts too, so that drawing only reads: frames may be left out or doubled.  It
 * opens nothing, starts nothing and knows no terminal: the shell (term/ or ui/script.c) carries the reactions out.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "breakdown/breakdown.h"
#include "sheet/sheet.h"
#include "ui/action.h"
#include "ui/grid.h"
#include "ui/progress.h"

struct app;
struct import_result;
struct keymap;

struct app_options {
    struct text go_to;  /* --goto ID; empty: none, as the next three */
    struct text unit;   /* --unit NAME */
    struct text leader; /* --leader NAME */
    struct text search; /* --search TEXT */
    struct text doubts; /* what may be wrong in the file: the first notice, unless a start option finds nothing */
    const struct import_result *review; /* the breakdown is its own: begin with its doubts; NULL: no notice */
    struct sheet_date printed;          /* the day that a sheet says it was printed on */
    const struct keymap *keymap;        /* copied; NULL: the defaults */
    enum action start;                  /* the view to begin with, by what shows it; ACTION_NONE: the leaders */
    const char *printer;                /* the queue where none is chosen; NULL or "": lp's own default */
    enum sheet_layout layout;           /* that the print dialog begins with */
    uint32_t piece; /* of an answer, before the next key may come (ui/asking.h); 0: some milliseconds */
    int ambiguous_cols;
    bool ascii;
    bool mouse;
    bool partial;    /* the breakdown is what has been read so far: app_grow() follows */
    bool restricted; /* writes no file, starts no program */
    bool has_paper;  /* fengong-paper is there: PDF, Excel, Word, the printer */
    bool copy;       /* texts may go to the terminal's clipboard (OSC 52) */
};

/* Bits of struct reaction.what: what the shell must do, in this order. */
enum {
    REACT_DRAW = 1,    /* the screen changed */
    REACT_REPAINT = 2, /* paint every cell anew (Ctrl-L) */
    REACT_QUIT = 4,
    REACT_SUSPEND = 8,   /* Ctrl-Z */
    REACT_RELOAD = 16,   /* read the files again now */
    REACT_MOUSE = 32,    /* the mouse was switched: app_mouse() */
    REACT_COPY = 64,     /* reaction.text to the terminal's clipboard (OSC 52) */
    REACT_PLAIN = 128,   /* reaction.text on the bare terminal, until a key */
    REACT_WRITE = 256,   /* the print job to reaction.path; over a file that is there only if reaction.replace */
    REACT_PRINTER = 512, /* the print job to the printer reaction.path ("" = the default one) */
    REACT_QUEUES = 1024, /* find out which printers there are: app_queues(), or the print job to the default one */
    REACT_STOP = 2048,   /* read no further: app_progress() */
    REACT_EDIT = 4096,   /* the file reaction.path in an editor, at reaction.line_no; then read it again */
};

struct reaction {
    unsigned what;
    struct text text;  /* borrowed until the next event, as all that is borrowed here */
    struct text about; /* what is copied, where it is not what is selected */
    struct sheet_subject subject;
    /* SHEET_TASKS: which they are, borrowed; text is what they were filtered by or, with another idx than 0, the title. */
    const bool *tasks;
    enum sheet_layout layout;
    enum format format; /* PDF for a printer: of text CUPS makes boxes */
    const char *path;
    uint32_t line_no; /* from 1; 0: none */
    bool each_unit;   /* REACT_WRITE: a sheet for each unit, into the folder path */
    bool replace;     /* the user was told that the file is there, and wants it replaced */
};

/* Borrows breakdown, which must live until app_free() or until app_reload() returned. */
struct app *app_new(const struct breakdown *breakdown, const struct app_options *options);
void app_free(struct app *app);

/* One event → new state, and what must happen. Resize events re-lay everything. */
struct reaction app_handle(struct app *app, const struct event *event);

/*
 * What events leave to be done when nothing else is, where the file is large: the rest of a list's hits, the counts of a
 * table.  app_work() does it, to the end or until something more urgent comes (base/hurry.h); then app_works() still.
 */
bool app_works(const struct app *app);
void app_work(struct app *app);

/* Draws the whole screen on a grid of the size that the last EVENT_RESIZE said, and says where the cursor stands. */
void app_draw(const struct app *app, struct grid *grid);

/* Another breakdown in place of the old: selection, folding, filter and history are kept, by keys and names. */
void app_reload(struct app *app, const struct breakdown *breakdown);
/*
 * The breakdown shown, with more behind what there was: only indices of units may be others.  The old one must live
 * until it returned.  is_whole: nothing more comes; until then no sheet leaves the program.
 */
void app_grow(struct app *app, const struct breakdown *breakdown, bool is_whole);
/* How far reading has come, for the footer. */
void app_progress(struct app *app, const struct progress *progress);
/*
 * The file has changed but cannot be used: the old data stay, with this banner until a good file comes.  Where it is
 * wrong, copied, so that an editor can be opened there; a place without a file: it is not said.
 */
void app_banner(struct app *app, struct text message, struct place where);
/* One line in the footer until the next key: "written to …", "sent to the terminal". */
void app_notice(struct app *app, struct text message, bool is_error);
/* The same of our own words and clean texts, as by printf(). */
void app_say(struct app *app, bool is_error, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The file of the last REACT_WRITE is there already and was left alone: asks for another name, or Enter once more. */
void app_path_taken(struct app *app);
/* The file of the last REACT_WRITE could not be written: asks for its name again, with what was typed. */
void app_path_again(struct app *app);

/* A printer to choose: its name, and what it is doing, in a word. */
struct app_queue {
    struct text name;
    struct text state;
    bool is_default;
};
/* The printers there are, copied; the print dialog offers them until it is opened again. */
void app_queues(struct app *app, const struct app_queue *queues, uint32_t queues_count);

bool app_mouse(const struct app *app);
int app_ambiguous_cols(const struct app *app);
bool app_ascii(const struct app *app);
/* The key that does something, for a sentence; "-" when none does. */
const char *app_key(const struct app *app, enum action action);

#endif
