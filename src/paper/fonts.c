/* SPDX-License-Identifier: MIT */
#include "paper/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

enum { NAMES_MAX = 12 };

/* A name with ":bold" asks for the bold of a family.  Up to `kin` the faces are of the standard's own kind. */
static const struct {
    const char *face; /* what the standard calls it */
    uint32_t kin;
    const char *names[NAMES_MAX];
} table[FACES_COUNT] = {
    [FACE_TITLE] = { N_("小标宋"),
                     5,
                     { "方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "FandolSong",
                       "Noto Serif CJK SC:bold", "Source Han Serif SC:bold", "AR PL SungtiL GB", "AR PL UMing CN" } },
    [FACE_HEADING] = { N_("黑体"),
                       8,
                       { "SimHei", "FZHei-B01", "STHeiti", "FandolHei", "Noto Sans CJK SC", "Source Han Sans SC",
                         "WenQuanYi Micro Hei", "WenQuanYi Zen Hei" } },
    [FACE_TEXT] = { N_("仿宋"),
                    7,
                    { "仿宋_GB2312", "FangSong_GB2312", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02", "STFangsong",
                      "FandolFang", "AR PL KaitiM GB", "Noto Serif CJK SC", "Source Han Serif SC", "AR PL UKai CN" } },
    [FACE_UNITS] = { N_("楷体"),
                     7,
                     { "楷体_GB2312", "KaiTi_GB2312", "KaiTi", "STKaiti", "FandolKai", "AR PL KaitiM GB",
                       "AR PL UKai CN", "Noto Serif CJK SC", "Source Han Serif SC" } },
    [FACE_NUMBER] = { N_("宋体"),
                      6,
                      { "SimSun", "STSong", "AR PL SungtiL GB", "AR PL UMing CN", "Noto Serif CJK SC",
                        "Source Han Serif SC" } },
};

const char *fonts_face_name(enum face face)
{
    return _(table[face].face);
}

/* What every simplified text has; some fonts named 仿宋 are for other uses of Han, and lack half of it. */
static bool has_han(FcPattern *pattern)
{
    static const FcChar32 sample[] = { 0x8D23, 0x4EFB, 0x5355, 0x4F4D, 0x53D1, 0x5C55, 0x519C, 0x4E1A,
                                       0x4E1C, 0x4E66, 0x8D28, 0x9886, 0x5BFC, 0x53BF, 0x7EA7 };
    FcCharSet *characters;
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) != FcResultMatch)
        return false;
    for (size_t i = 0; i < sizeof sample / sizeof *sample; i++)
        if (!FcCharSetHasChar(characters, sample[i]))
            return false;
    return true;
}

static bool bears(FcPattern *pattern, const char *name)
{
    FcChar8 *family;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &family) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(family, (const FcChar8 *)name) == 0)
            return true;
    return false;
}

/* The font of that name, or of any for the language when it is NULL; NULL when there is none. */
static FcPattern *match(const char *name, bool bold)
{
    FcPattern *asked = FcPatternCreate();
    FcResult result;
    if (name)
        FcPatternAddString(asked, FC_FAMILY, (const FcChar8 *)name);
    if (bold)
        FcPatternAddInteger(asked, FC_WEIGHT, FC_WEIGHT_BOLD);
    FcPatternAddString(asked, FC_LANG, (const FcChar8 *)"zh-cn");
    FcConfigSubstitute(NULL, asked, FcMatchPattern);
    FcDefaultSubstitute(asked);
    FcPattern *found = FcFontMatch(NULL, asked, &result);
    FcPatternDestroy(asked);
    if (found && ((name && !bears(found, name)) || !has_han(found))) {
        FcPatternDestroy(found);
        found = NULL;
    }
    return found;
}

static bool take(struct fonts *fonts, enum face face, const char *name)
{
    char *family = name ? mem_copy_string(name) : NULL;
    char *colon = family ? strstr(family, ":bold") : NULL;
    if (colon)
        *colon = 0;
    FcPattern *found = match(family, colon != NULL);
    free(family);
    if (!found)
        return false;
    FcChar8 *first = NULL;
    FcPatternGetString(found, FC_FAMILY, 0, &first);
    PangoFontDescription *description = pango_font_description_new();
    struct buf families = { 0 };
    buf_string(&families, (const char *)first);
    /* What this face lacks is looked for in the others of its list, before anything is. */
    for (size_t i = 0; i < NAMES_MAX && table[face].names[i]; i++)
        if (!strchr(table[face].names[i], ':'))
            buf_printf(&families, ",%s", table[face].names[i]);
    pango_font_description_set_family(description, families.at);
    if (colon)
        pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD);
    buf_fini(&families);
    fonts->faces[face] = description;
    fonts->names[face] = mem_copy_string((const char *)first);
    FcPatternDestroy(found);
    return true;
}

static bool find_face(struct fonts *fonts, enum face face)
{
    for (uint32_t i = 0; i < NAMES_MAX && table[face].names[i]; i++) {
        if (!take(fonts, face, table[face].names[i]))
            continue;
        fonts->standing_in[face] = i >= table[face].kin;
        return true;
    }
    fonts->standing_in[face] = true;
    return take(fonts, face, NULL);
}

/* The faces of TeX Live, of which fontconfig is not told.  Its files all claim one weight: the right one of each. */
static void add_fandol(void)
{
    static const char folder[] = "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/";
    static const char *const files[] = { "FandolFang-Regular.otf", "FandolKai-Regular.otf", "FandolHei-Regular.otf",
                                         "FandolSong-Bold.otf" };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct buf path = { 0 };
        buf_printf(&path, "%s%s", folder, files[i]);
        (void)FcConfigAppFontAddFile(NULL, (const FcChar8 *)path.at);
        buf_fini(&path);
    }
}

static bool take_wanted(struct fonts *fonts, struct span wanted, bool must, struct buf *said)
{
    enum face face;
    struct span name;
    for (unsigned seen = 0; wanted.bytes && face_next(&wanted, &seen, &face, &name);) {
        char *family = g_strndup(name.at, name.bytes);
        bool found = take(fonts, face, family);
        if (!found)
            buf_printf(said, _("没有字体“%s”，或者它没有常用汉字"), family);
        if (!found && !must)
            buf_char(said, '\n');
        g_free(family);
        if (!found && must)
            return false;
    }
    return true;
}

static bool find(struct fonts *fonts, const char *wanted, bool must, struct buf *said)
{
    fonts->map = pango_cairo_font_map_new();
    add_fandol();
    pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(fonts->map));
    if (!take_wanted(fonts, span_of(wanted), must, said))
        return false;
    for (enum face face = 0; face < FACES_COUNT; face++) {
        if (fonts->faces[face] || find_face(fonts, face))
            continue;
        buf_string(said, _("系统里没有中文字体，不能做 PDF：请安装一种，例如软件包 fonts-noto-cjk"));
        return false;
    }
    return true;
}

static void forget(struct fonts *fonts)
{
    for (enum face face = 0; face < FACES_COUNT; face++) {
        if (fonts->faces[face])
            pango_font_description_free(fonts->faces[face]);
        free(fonts->names[face]);
    }
    g_object_unref(fonts->map);
    *fonts = (struct fonts){ 0 };
}

struct fonts *fonts_get(const char *wanted, bool must, struct buf *said)
{
    /* Looking for faces takes longer than setting ten pages: many sheets of one run share what was found. */
    static struct fonts found;
    if (found.map)
        return &found;
    if (find(&found, wanted, must, said))
        return &found;
    forget(&found);
    return NULL;
}

void fonts_report(const struct fonts *fonts, struct buf *out)
{
    const char *before = "";
    for (enum face face = 0; face < FACES_COUNT; face++) {
        if (!fonts->standing_in[face])
            continue;
        buf_string(out, *before ? before : _("没有公文的字体，代用："));
        before = _("；");
        buf_printf(out, _("%s用 %s"), fonts_face_name(face), fonts->names[face]);
    }
    buf_string(out, *before ? "\n" : "");
}
