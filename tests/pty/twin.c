/* SPDX-License-Identifier: MIT */
#include "pty/twin.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

enum { ASIDE_MS = 2000 };

static const struct twin_step keys[] = {
    { TWIN_KEY, "Down", "\033OB", 0, 0 },  { TWIN_KEY, "Down", "\033[B", 0, 0 },  { TWIN_KEY, "j", "j", 0, 0 },
    { TWIN_KEY, "Up", "\033OA", 0, 0 },    { TWIN_KEY, "k", "k", 0, 0 },          { TWIN_KEY, "Right", "\033OC", 0, 0 },
    { TWIN_KEY, "Left", "\033OD", 0, 0 },  { TWIN_KEY, "Enter", "\r", 0, 0 },     { TWIN_KEY, "Enter", "\r", 0, 0 },
    { TWIN_KEY, "PgDn", "\033[6~", 0, 0 }, { TWIN_KEY, "PgUp", "\033[5~", 0, 0 }, { TWIN_KEY, "Home", "\033[H", 0, 0 },
    { TWIN_KEY, "End", "\033[F", 0, 0 },   { TWIN_KEY, "Tab", "\t", 0, 0 },       { TWIN_KEY, "S-Tab", "\033[Z", 0, 0 },
    { TWIN_KEY, "BSpace", "\177", 0, 0 },  { TWIN_KEY, "F1", "\033OP", 0, 0 },    { TWIN_KEY, "F2", "\033OQ", 0, 0 },
    { TWIN_KEY, "F3", "\033[13~", 0, 0 },  { TWIN_KEY, "?", "?", 0, 0 },          { TWIN_KEY, "/", "/", 0, 0 },
    { TWIN_KEY, "f", "f", 0, 0 },          { TWIN_KEY, "g", "g", 0, 0 },          { TWIN_KEY, "G", "G", 0, 0 },
    { TWIN_KEY, "s", "s", 0, 0 },          { TWIN_KEY, "n", "n", 0, 0 },          { TWIN_KEY, "J", "J", 0, 0 },
    { TWIN_KEY, "+", "+", 0, 0 },          { TWIN_KEY, "-", "-", 0, 0 },          { TWIN_KEY, "[", "[", 0, 0 },
    { TWIN_KEY, "]", "]", 0, 0 },          { TWIN_KEY, "Esc", "\033", 0, 0 },     { TWIN_KEY, "C-g", "\007", 0, 0 },
    { TWIN_KEY, "C-u", "\025", 0, 0 },     { TWIN_KEY, "Space", " ", 0, 0 },      { TWIN_TEXT, "省", "省", 0, 0 },
    { TWIN_TEXT, "改", "改", 0, 0 },       { TWIN_KEY, "p", "p", 0, 0 },          { TWIN_KEY, ":", ":", 0, 0 },
    { TWIN_TEXT, "2", "2", 0, 0 },         { TWIN_TEXT, "“", "“", 0, 0 },         { TWIN_KEY, "C-l", "\014", 0, 0 },
};

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

void twin_random(struct twin_step *steps, size_t count, unsigned seed, bool resizes)
{
    for (size_t i = 0; i < count; i++) {
        steps[i] = keys[next_random(&seed) % (sizeof keys / sizeof *keys)];
        if (resizes && next_random(&seed) % 16 == 0)
            steps[i] = (struct twin_step){ TWIN_RESIZE, NULL, NULL, (int)(1 + next_random(&seed) % 50),
                                           (int)(1 + next_random(&seed) % 180) };
    }
}

/* paper: fengong-paper stands beside the program on the terminal. */
static void write_script(const struct twin_step *steps, size_t count, bool paper, struct buf *out)
{
    buf_string(out, paper ? "dump\n" : "no-paper\ndump\n");
    for (size_t i = 0; i < count; i++) {
        if (steps[i].kind == TWIN_RESIZE)
            buf_printf(out, "resize %dx%d\n", steps[i].cols, steps[i].rows);
        else if (steps[i].kind != TWIN_ASIDE)
            buf_printf(out, "%s %s\n", steps[i].kind == TWIN_KEY ? "key" : "type", steps[i].name);
        buf_string(out, "dump\n");
    }
}

/* Each screen ends with a line "-- COLSxROWS"; what stands between screens is a reaction said. */
static void cut_screens(struct twin *twin, size_t cap)
{
    twin->screens = mem_array(cap, sizeof *twin->screens);
    char *at = twin->dumps.at;
    while (at && *at && twin->screens_count < cap) {
        while (strncmp(at, "-> ", 3) == 0 && strchr(at, '\n'))
            at = strchr(at, '\n') + 1;
        twin->screens[twin->screens_count++] = at;
        char *end = at;
        while (strncmp(end, "-- ", 3) != 0 && strchr(end, '\n'))
            end = strchr(end, '\n') + 1;
        char *next = strchr(end, '\n');
        *end = 0;
        at = next ? next + 1 : NULL;
    }
}

bool twin_play(struct twin *twin, const struct twin_step *steps, size_t count, int rows, int cols, int ambiguous_cols)
{
    *twin = (struct twin){ 0 };
    char path[] = "/tmp/fengong-twin-XXXXXX", command[512];
    int fd = mkstemp(path);
    struct buf script = { 0 };
    const char *program = getenv("FENGONG");
    program = program ? program : "build/fengong";
    snprintf(command, sizeof command, "%s-paper", program);
    write_script(steps, count, access(command, X_OK) == 0, &script);
    file_write_fd(fd, buf_view(&script));
    buf_fini(&script);
    close(fd);
    snprintf(command, sizeof command, "env -u FENGONG_FILE LC_ALL=C.UTF-8 '%s' --ambiguous=%d --script %s --size %dx%d",
             program, ambiguous_cols, path, cols, rows);
    FILE *pipe = popen(command, "r");
    char chunk[65536];
    for (size_t got; pipe && (got = fread(chunk, 1, sizeof chunk, pipe)) > 0;)
        buf_add(&twin->dumps, chunk, got);
    bool good = pipe && pclose(pipe) == 0;
    unlink(path);
    cut_screens(twin, count + 1);
    return good && twin->screens_count == count + 1;
}

void twin_fini(struct twin *twin)
{
    free(twin->screens);
    buf_fini(&twin->dumps);
}

void twin_do(struct session *session, const struct twin_step *step)
{
    if (step->kind == TWIN_RESIZE)
        session_resize(session, step->rows, step->cols);
    else
        session_keys(session, step->bytes);
    if (step->kind != TWIN_ASIDE)
        return;
    session_keys(session, step->name);
    /* Back from the bare terminal only once no more of a key's sequence can come. */
    for (long long end = session_now_ms() + ASIDE_MS; !session->screen.alternate && session_now_ms() < end;)
        session_settle(session);
}

int twin_differences(const struct session *session, const char *screen)
{
    int differences = 0;
    for (int row = 0; row < session->screen.rows; row++) {
        char *line = emulator_row(&session->screen, row);
        const char *end = strchr(screen, '\n');
        size_t bytes = end ? (size_t)(end - screen) : strlen(screen);
        if ((strlen(line) != bytes || memcmp(line, screen, bytes) != 0) && differences++ == 0)
            fprintf(stderr, "row %d of %dx%d: terminal |%s|\n          the twin: |%.*s|\n", row, session->screen.cols,
                    session->screen.rows, line, (int)bytes, screen);
        free(line);
        screen += bytes + (end != NULL);
    }
    return differences;
}

/* What of a look is seen: of a blank only its background. */
static uint32_t seen_look(const struct emulator_cell *cell)
{
    return cell->chars[0] == ' ' ? cell->look & (SGR_BACKGROUND | SGR_REVERSE | SGR_UNDERLINE) : cell->look;
}

int twin_stale_cells(struct session *session)
{
    struct emulator *screen = &session->screen;
    size_t count = (size_t)screen->rows * (size_t)screen->cols;
    struct emulator_cell *before = mem_array(count, sizeof *before);
    memcpy(before, screen->cells, count * sizeof *before);
    int row = screen->row, col = screen->col, stale = 0;
    bool visible = screen->cursor_visible;
    kill(session->pid, SIGCONT);
    session_settle(session);
    for (size_t i = 0; i < count; i++) {
        const struct emulator_cell *a = &before[i], *b = &screen->cells[i];
        if ((memcmp(a->chars, b->chars, sizeof a->chars) != 0 || a->cols != b->cols || seen_look(a) != seen_look(b)) &&
            stale++ == 0)
            fprintf(stderr, "cell %zu,%zu: U+%04X look %x, fresh U+%04X look %x\n", i / (size_t)screen->cols,
                    i % (size_t)screen->cols, a->chars[0], a->look, b->chars[0], b->look);
    }
    if (visible != screen->cursor_visible || (visible && (row != screen->row || col != screen->col)))
        stale++;
    free(before);
    return stale;
}
