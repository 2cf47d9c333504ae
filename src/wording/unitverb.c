/* SPDX-License-Identifier: MIT */
#include "wording/unitverb.h"

#include "wording/unitname.h"

static const struct {
    const char *words;
    enum hint hint;
    bool governs; /* ends what it governs: 负责; 按职责分工 alone as well */
} VERBS[] = {
    { "为牵头单位|为牵头部门|为主办单位|牵头负责|牵头组织实施|牵头组织|牵头落实|牵头实施|牵头推进|牵头抓总|牵头协调|"
      "负责牵头|总牵头|牵头|主办|主责|为主",
      HINT_LEAD, true },
    { "为配合单位|为配合部门|为协办单位|为参与单位|协同配合|密切配合|全力配合|予以配合|积极配合|支持配合|参与配合|"
      "配合落实|配合|参与|参加|协助|协办|协同|支持|指导督促|指导|督导|督促",
      HINT_SUPPORT, true },
    { "为责任单位|为责任部门|为落实单位|统筹协调|综合协调|组织协调|研究制定|研究提出|研究落实|跟踪落实|抓落实|按月调度|"
      "定期调度|调度|负责落实|负责实施|负责推进|贯彻落实|抓好落实|组织落实|组织实施|具体实施|推进落实|推动落实|"
      "具体落实|做好落实|做好组织实施|抓好组织实施|做好相关工作|做好有关工作|抓好相关工作|做好工作|组织开展|组织推进|"
      "负责|落实|实施|承办|主抓|抓好|推进|推动|执行|承担",
      HINT_NONE, true },
    { "按照职责分工|按职责分工|根据职责分工|依据职责分工|依职责分工|按职能分工|按各自职责分工|按各自职责|按照各自职责|"
      "根据各自职责|按照职责|根据职责|依据职责|按职责|依职责|按职能|按照工作职责|按工作职责|依照职责|依法依规|按照权限|"
      "按权限|按任务分工|按照任务分工|按分工|按照分工|结合职责|在各自职责范围内|各负其责|分工",
      HINT_NONE, true },
    { "分别|共同|联合|具体|一起|协作|单位|结合实际|结合各自实际|结合工作实际|结合本地实际|因地制宜|根据实际|认真|积极|"
      "切实|统筹|扎实|全力|严格|按要求|按规定|按程序|主动|予以|另行|参照|共同",
      HINT_NONE, false },
};

bool unitverb_strip(const struct keyed *k, uint32_t from, uint32_t *to, enum hint *hint)
{
    bool found = false;
    *hint = HINT_NONE;
    for (bool again = true; again;) {
        again = false;
        keyed_trim(k, &from, to);
        for (size_t v = 0; v < sizeof VERBS / sizeof VERBS[0]; v++) {
            uint32_t bytes = keyed_ends(k, from, *to, VERBS[v].words);
            if (!bytes || (!VERBS[v].governs && !found))
                continue;
            if (VERBS[v].governs && VERBS[v].hint == HINT_NONE && !found && unitname_complete(k, from, *to))
                continue;
            /* …负责单位 would be a label; 单位 is stripped only behind a verb that is gone. */
            if (!VERBS[v].governs && keyed_ends(k, from, *to, "单位"))
                continue;
            if (keyed_ends(k, from, *to, "政协办|科协办|作协办|侨协办")) /* an office, no 协办 */
                continue;
            *to -= bytes;
            if (VERBS[v].hint != HINT_NONE && (*hint == HINT_NONE || VERBS[v].hint == HINT_LEAD))
                *hint = VERBS[v].hint;
            found = again = true;
            break;
        }
    }
    return found;
}
