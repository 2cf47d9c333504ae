/* SPDX-License-Identifier: MIT */
#include "format/keys.h"

#include <stddef.h>

#include "base/i18n.h"

static const struct key document_keys[KEYS_MAX] = {
    [DOCUMENT_FORMAT] = { "format", KEY_NUMBER, true, N_("格式的版本，写 1") },
    [DOCUMENT_TITLE] = { "title", KEY_PROSE, true, N_("标题") },
    [DOCUMENT_ISSUER] = { "issuer", KEY_PROSE, false, N_("发文机关") },
    [DOCUMENT_YEAR] = { "year", KEY_NUMBER, false, N_("政府工作报告的年份") },
    [DOCUMENT_LEAD_RULE] = { "lead-rule", KEY_PROSE, false, N_("通知自己说谁牵头的话") },
    [DOCUMENT_UNITS] = { "units", KEY_MAPS, false, N_("单位的登记，按通知的次序") },
    [DOCUMENT_SECTIONS] = { "sections", KEY_MAPS, true, N_("各部分") },
};

static const struct key unit_keys[KEYS_MAX] = {
    [UNIT_NAME] = { "name", KEY_TEXT, true, N_("简称，与通知一字不差") },
    [UNIT_FULL] = { "full", KEY_TEXT, false, N_("全称") },
    [UNIT_ALIASES] = { "aliases", KEY_TEXTS, false, N_("别称") },
    [UNIT_KIND] = { "kind", KEY_WORD, false, N_("类别") },
    [UNIT_COVERAGE] = { "coverage", KEY_WORD, false, N_("集合单位：all 成员都有责任，some 部分成员有责任") },
    [UNIT_MEMBERS] = { "members", KEY_TEXTS, false, N_("集合单位的成员") },
    [UNIT_MEMBER_KINDS] = { "member-kinds", KEY_WORDS, false, N_("这些类别的单位都是成员") },
    [UNIT_OTHERS] = { "others", KEY_FLAG, false, N_("还有通知没有列出的成员") },
};

static const struct key section_keys[KEYS_MAX] = {
    [SECTION_NO] = { "no", KEY_TEXT, false, N_("序号，照原文") },
    [SECTION_KIND] = { "kind", KEY_WORD, false, N_("leader 领导，livelihood 民生实事，general 无领导的标题") },
    [SECTION_HEADING] = { "heading", KEY_PROSE, true, N_("小标题，照原文") },
    [SECTION_UNDER] = { "under", KEY_TEXTS, false, N_("上面各级标题，由外到内") },
    [SECTION_LEADER_NAME] = { "leader", KEY_TEXT, false, N_("领导的姓名") },
    [SECTION_TITLE] = { "title", KEY_TEXT, false, N_("领导的职务") },
    [SECTION_ROLE] = { "role", KEY_TEXT, false, N_("标题里的“主抓”“牵头”") },
    [SECTION_TASKS] = { "tasks", KEY_MAPS, false, N_("任务") },
};

/* clang-format off */
#define PART_KEYS                                                                                                      \
    [PART_TEXT] = { "text", KEY_PROSE, true, N_("正文，不带编号") },                                                      \
    [PART_LABEL] = { "label", KEY_TEXT, false, N_("名单前的词，如“责任单位”") },                                           \
    [PART_UNITS] = { "units", KEY_TEXTS, false, N_("名单，按通知的次序；谁牵头由标签定") },                                  \
    [PART_LEAD] = { "lead", KEY_TEXTS, false, N_("通知自己分了牵头、参与的，牵头的单位") },                                  \
    [PART_SUPPORT] = { "support", KEY_TEXTS, false, N_("参与的单位") },                                                  \
    [PART_WORDING] = { "wording", KEY_PROSE, false, N_("名单的原文，与各名称以顿号相连不同时才写") },                         \
    [PART_NOTES] = { "notes", KEY_TEXTS, false, N_("名单后面的说明") },                                                  \
    [PART_OPEN] = { "open", KEY_FLAG, false, N_("名单以“等”结尾") }
/* clang-format on */

static const struct key part_keys[KEYS_MAX] = { PART_KEYS };

static const struct key task_keys[KEYS_MAX] = {
    PART_KEYS,
    [TASK_NO] = { "no", KEY_NUMBER, true, N_("编号，照原文") },
    [TASK_PARTS] = { "parts", KEY_MAPS, false, N_("分项，代替任务自己的 text 和名单") },
    [TASK_INLINE] = { "inline", KEY_FLAG, false, N_("名单写在正文里的括号中") },
    [TASK_DUE] = { "due", KEY_TEXT, false, N_("完成时限") },
    [TASK_LEADER] = { "leader", KEY_TEXT, false, N_("牵头领导") },
    [TASK_CONTACT] = { "contact", KEY_TEXT, false, N_("联系人") },
};

const struct key *keys_of(enum key_map map)
{
    static const struct key *const groups[MAPS_COUNT] = { document_keys, unit_keys, section_keys, part_keys,
                                                          task_keys };
    return groups[map];
}

const char *keys_word(enum key_map map, int key)
{
    return keys_of(map)[key].word;
}

int keys_find(enum key_map map, struct span word)
{
    const struct key *keys = keys_of(map);
    for (int i = 0; keys[i].word; i++)
        if (span_equal(word, span_of(keys[i].word)))
            return i;
    return -1;
}

const struct key *keys_any(struct span word)
{
    for (enum key_map map = 0; map < MAPS_COUNT; map++) {
        int key = keys_find(map, word);
        if (key >= 0)
            return &keys_of(map)[key];
    }
    return NULL;
}

const char *keys_type_name(enum key_type type)
{
    static const char *const names[] = { N_("文字"),   N_("文字"),     N_("整数"),   N_("true 或 false"),
                                         N_("一个词"), N_("文字列表"), N_("词列表"), N_("键组列表") };
    return names[type];
}

const char *keys_map_name(enum key_map map)
{
    static const char *const names[MAPS_COUNT] = { N_("文件的键"), N_("单位的键"), N_("部分的键"), N_("分项的键"),
                                                   N_("任务的键") };
    return names[map];
}
