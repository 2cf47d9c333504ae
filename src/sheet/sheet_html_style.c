/* SPDX-License-Identifier: MIT */
/*
 * The page's looks.  Faces by the names that Windows, macOS, Kylin and Linux have for them; on paper the type area of
 * GB/T 9704-2012 (37 mm above, 28 mm left, 156 by 225 mm), the table's lying down.
 */
#include "sheet/sheet_html.h"

#define FANG                                                                                                                  \
    "FangSong, FangSong_GB2312, 仿宋, 仿宋_GB2312, STFangsong, FZFangSong-Z02, \"方正仿宋_GBK\", FandolFang, \"Noto " \
    "Serif CJK SC\", serif"
#define KAI                                                                                                                  \
    "KaiTi, KaiTi_GB2312, 楷体, 楷体_GB2312, STKaiti, \"Kaiti SC\", FZKai-Z03, \"方正楷体_GBK\", FandolKai, \"Noto " \
    "Serif CJK SC\", serif"
#define HEI                                                                                                            \
    "SimHei, 黑体, STHeiti, \"Heiti SC\", FZHei-B01, \"方正黑体_GBK\", FandolHei, \"Noto Sans CJK SC\", sans-serif"
#define SONG                                                                                                                     \
    "FZXiaoBiaoSong-B05S, \"方正小标宋_GBK\", \"方正小标宋简体\", STZhongsong, \"Songti SC\", SimSun, \"Noto Serif " \
    "CJK SC\", serif"

const char sheet_html_page_list[] =
    "@page { size: A4; margin: 37mm 26mm 35mm 28mm }\n"
    "@page :right { @bottom-right { content: \"— \" counter(page) \" —\"; font: 14pt SimSun, serif } }\n"
    "@page :left { @bottom-left { content: \"— \" counter(page) \" —\"; font: 14pt SimSun, serif } }\n";

const char sheet_html_page_table[] =
    "@page { size: A4 landscape; margin: 27mm 36mm; "
    "@bottom-right { content: \"— \" counter(page) \" —\"; font: 14pt SimSun, serif } }\n";

const char sheet_html_style[] =
    "body { max-width: 156mm; margin: 2em auto; padding: 0 1em; color: #000; background: #fff;\n"
    "  font: 16pt/29pt " FANG "; text-align: justify; overflow-wrap: anywhere }\n"
    /* As on paper, but smaller where the window is narrower than that. */
    "body.wide { max-width: 225mm; font-size: min(12pt, 1.88vw); line-height: 1.42 }\n"
    "h1 { font: 22pt/32pt " SONG "; text-align: center; text-wrap: balance; margin: 0 }\n"
    ".subtitle, .about { font-family: " KAI "; text-align: center; text-indent: 0; word-break: keep-all }\n"
    "header { margin-bottom: 29pt }\n"
    "h2 { font: inherit; font-family: " HEI " }\n"
    "h3, h4, h5, h6 { font: inherit; font-family: " KAI " }\n"
    "h2, h3, h4, h5, h6 { margin: 14pt 0 0; text-indent: 2em; break-after: avoid }\n"
    "p { margin: 0; text-indent: 2em; orphans: 2; widows: 2 } p.remark { break-before: avoid }\n"
    ".remark, .fact { font-family: " KAI " }\n"
    ".label { font-family: " HEI " }\n"
    "a { color: inherit; text-decoration: underline dotted }\n"
    "nav ul { list-style: none; padding: 0 2em; columns: 18em }\n"
    ":target { background: #fff3bf }\n"
    "table { width: 100%; table-layout: fixed; border-collapse: collapse }\n"
    "th, td { border: 1px solid #000; padding: 4pt 3pt; text-align: left; vertical-align: top }\n"
    "th { font-weight: normal; font-family: " HEI " }\n"
    "tr { break-inside: avoid }\n"
    ".span h2, .span h3 { margin: 0; text-indent: 0 }\n"
    "td.lead { font-family: " HEI " } td.lead, td.units { word-break: keep-all }\n"
    "dl { columns: 20em; font-size: 12pt; line-height: 18pt }\n"
    "dt { font-family: " HEI "; break-after: avoid } dd { margin: 0 0 0 1em; break-inside: avoid }\n"
    "@media (max-width: 40em) {\n"
    "  body, body.wide { font-size: 1rem; line-height: 1.7; margin: 0 auto; text-align: left }\n"
    "  h1 { font-size: 1.4rem; line-height: 1.4 }\n"
    "  table, tbody, tr, td { display: block; width: auto } thead { display: none }\n"
    "  tr { border: 1px solid #888; margin: 0 0 .8em; padding: .3em .6em } td { border: 0; padding: .1em 0; width: "
    "auto !important }\n"
    "  td:empty { display: none } .units::before, .lead::before, .short::before { content: attr(data-head) \"：\"; "
    "font-family: " HEI " }\n"
    "  .span, .span th { display: block; border: 0; padding: .2em 0 }\n"
    "}\n"
    "@media print {\n"
    "  body, body.wide { margin: 0; padding: 0; max-width: none } nav, #units { display: none } a { text-decoration: "
    "none } body.wide { font-size: 12pt; line-height: 17pt }\n"
    "}\n";
