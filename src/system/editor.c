/* SPDX-License-Identifier: MIT */
#include "system/editor.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* How a line is told: vi +7 FILE, hx FILE:7, code --wait --goto FILE:7. */
enum form { FORM_NONE, FORM_PLUS, FORM_COLON, FORM_GOTO };

/* Names between blanks; of vim.tiny and the like what stands before the point. */
static const struct {
    enum form form;
    const char *names;
} forms[] = {
    { FORM_PLUS, " vi vim nvim nvi vis view rvim rview ex elvis gvim nano rnano pico emacs emacsclient mg zile jed joe "
                 "jmacs jstar jpico ne micro kak mcedit dte editor sensible-editor " },
    { FORM_COLON, " hx helix " },
    { FORM_GOTO, " code codium code-insiders " },
};

static bool is_name(const char *names, struct span name)
{
    for (const char *at = names + 1; *at; at = strchr(at, ' ') + 1)
        if (span_equal((struct span){ at, strcspn(at, " ") }, name))
            return true;
    return false;
}

/* By the last part of the command's first word. */
static enum form form_of(const char *command)
{
    struct span name = { command, strcspn(command, " \t") };
    const char *slash = name.bytes ? memrchr(name.at, '/', name.bytes) : NULL;
    if (slash)
        name = (struct span){ slash + 1, name.bytes - (size_t)(slash + 1 - name.at) };
    const char *point = name.bytes ? memchr(name.at, '.', name.bytes) : NULL;
    if (point)
        name.bytes = (size_t)(point - name.at);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (is_name(forms[i].names, name))
            return forms[i].form;
    return FORM_NONE;
}

static const char *wanted(void)
{
    static const char *const names[] = { "VISUAL", "EDITOR" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *command = getenv(names[i]);
        if (command && command[strspn(command, " \t")])
            return command + strspn(command, " \t");
    }
    return "vi";
}

void editor_find(struct editor *editor, const char *path, uint32_t line_no)
{
    size_t count = 0;
    *editor = (struct editor){ .program = "/bin/sh", .command = wanted() };
    enum form form = line_no ? form_of(editor->command) : FORM_NONE;
    /* In the shell's place where it can be: TERM=xterm vi cannot. */
    bool assigns = memchr(editor->command, '=', strcspn(editor->command, " \t")) != NULL;
    buf_printf(&editor->script, "%s%s \"$@\"", assigns ? "" : "exec ", editor->command);
    /* A name that looks like an option is none. */
    buf_printf(&editor->file, "%s%s", *path == '-' || *path == '+' ? "./" : "", path);
    editor->arguments[count++] = "sh";
    editor->arguments[count++] = "-c";
    editor->arguments[count++] = editor->script.at;
    editor->arguments[count++] = editor->command;
    if (form == FORM_PLUS)
        buf_printf(&editor->place, "+%u", line_no);
    else if (form != FORM_NONE)
        buf_printf(&editor->place, "%s:%u", editor->file.at, line_no);
    if (form == FORM_GOTO) {
        editor->arguments[count++] = "--wait";
        editor->arguments[count++] = "--goto";
    }
    if (form != FORM_NONE)
        editor->arguments[count++] = editor->place.at;
    if (form == FORM_NONE || form == FORM_PLUS)
        editor->arguments[count] = editor->file.at;
}

void editor_fini(struct editor *editor)
{
    buf_fini(&editor->script);
    buf_fini(&editor->file);
    buf_fini(&editor->place);
}
