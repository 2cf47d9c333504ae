/* SPDX-License-Identifier: MIT */
#include "command/version.h"

#include <locale.h>

#include "base/i18n.h"
#include "format/yaml_version.h"
#include "system/locale.h"
#include "term/library.h"
#include "text/library.h"
#include "text/text.h"

#ifndef FENGONG_VERSION
#define FENGONG_VERSION "0.1.0"
#endif

void version_put(const struct options *options, struct buf *out)
{
    const char *locale = setlocale(LC_CTYPE, NULL);
    int ambiguous_cols = settings_number(&options->settings, SETTING_AMBIGUOUS);
    if (!ambiguous_cols)
        ambiguous_cols = locale_ambiguous_cols();
    buf_printf(out, "fengong %s\n", FENGONG_VERSION);
    buf_string(out, _("库："));
    yaml_version(out);
    buf_string(out, "，");
    text_library(out);
    buf_string(out, "，");
    term_library(out);
    struct buf name = { 0 };
    text_clean_to(&name, span_of(locale ? locale : "C"));
    buf_printf(out, _("\n语言环境：%s，输出编码 %s"), name.at, locale_charset());
    buf_fini(&name);
    if (!text_empty(locale_wanted()) && locale_kind() >= LOCALE_MISSING_UTF8)
        buf_printf(out, _("（本机没有 %.*s）"), TEXT_ARG(locale_wanted()));
    buf_string(out, _("\n字宽：汉字2列，“”—… 等"));
    if (ambiguous_cols)
        buf_printf(out, _("%d列\n"), ambiguous_cols);
    else
        buf_string(out, _("界面上询问终端，输出按1列，任务单按2列\n"));
}
