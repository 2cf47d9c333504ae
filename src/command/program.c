/* SPDX-License-Identifier: MIT */
#include "command/program.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/die.h"
#include "base/environment.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/help.h"
#include "command/message.h"
#include "command/out.h"
#include "command/restricted.h"
#include "command/version.h"
#include "settings/dump.h"
#include "system/locale.h"
#include "system/sandbox.h"

/* A file that we open must not become somebody's standard output (a caller may have closed it). */
static void open_standard_files(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            /* The other way round than its use: reading or writing it fails, as it would have when closed. */
            (void)open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/*
 * glibc learns from big blocks that come and go to keep them, and then copies and clears by hand what fresh pages of
 * the system give for nothing: a tenth of the time of a search among 200,000 names.  cairo takes in and gives back whole
 * fonts, 25 MB each, for every document: there fresh pages are two thirds of the time of many.
 */
static void memory_setup(bool paper)
{
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, paper ? 32 * 1024 * 1024 : 128 * 1024);
    if (paper)
        mallopt(M_TRIM_THRESHOLD, 256 * 1024 * 1024);
#endif
}

/* What is said when there is no memory left to say it with. */
static void prepare_for_no_memory(void)
{
    struct buf text = { 0 }, line = { 0 };
    buf_printf(&text, "fengong: %s\n", _("内存不足"));
    locale_encode(buf_view(&text), &line);
    buf_fini(&text);
    die_no_memory_line(line.at);
}

/* --help behind a command is the help of that. */
static int tell(const struct options *options, const char *name)
{
    struct buf out = { 0 };
    const struct command *command = options->help && name ? command_find(name) : NULL;
    if (options->help && name && !command)
        return STATUS_USAGE;
    if (command)
        help_of(command, &out);
    else if (options->help)
        help_summary(&out);
    else if (options->version)
        version_put(options, &out);
    else if (options->dump_config)
        settings_dump(&options->settings, &out);
    else
        keymap_list(&options->settings.keymap, &out);
    int status = out_plain(options->output, buf_view(&out));
    buf_fini(&out);
    return status;
}

/* In restricted mode the kernel holds us from here on. */
static int run(struct options *options, const struct paper *paper, int argc, char **argv, int rest)
{
    struct sandbox sandbox = { 0 };
    if (options->restricted && !restricted_accepts(options, argc, argv))
        return STATUS_USAGE;
    if (options->restricted)
        sandbox = restricted_enter(&options->settings);
    if (options->help || options->version || options->list_keys || options->dump_config)
        return tell(options, argc > rest ? argv[rest] : NULL);
    if (!options->self_test)
        return command_main(options, paper, argc - rest, argv + rest);
    if (!options->restricted) {
        message(_("--self-test 与 --restricted 同用"));
        return STATUS_USAGE;
    }
    struct buf out = { 0 };
    int status = restricted_self_test(&sandbox, &out), sent = out_plain(NULL, buf_view(&out));
    buf_fini(&out);
    return sent == STATUS_DONE ? status : sent;
}

int program_main(int argc, char **argv, const struct paper *paper)
{
    struct options options = { 0 };
    int rest, status = STATUS_USAGE;
    memory_setup(paper != NULL);
    open_standard_files();
    /* A file that may not grow (ulimit -f) is a fault to be told, no reason to die. */
    signal(SIGXFSZ, SIG_IGN);
    options.restricted = restricted_wanted(argc, argv);
    if (options.restricted) {
        capability_restrict();
        if (!environment_rebuild())
            die_no_memory();
    }
    locale_setup();
    i18n_start(LOCALEDIR);
    prepare_for_no_memory();
    if (options_parse(&options, argc, argv, &rest)) {
        configure(&options);
        status = run(&options, paper, argc, argv, rest);
    }
    message_diags(&options.faults);
    diag_fini(&options.faults);
    options_fini(&options);
    return status;
}
