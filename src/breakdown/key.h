/* SPDX-License-Identifier: MIT */
/*
 * Keys: what another file (a log of progress, marks, the history) holds on to a part by, beside the shown id, which moves
 * when a task is put in before it.  Six characters of 0-9 a-z without i l o u, the first a letter, made of the part's text
 * alone: punctuation, blanks and neighbours do not matter, a changed word or figure does.  Computed when asked, never
 * stored in the file.
 *
 * The rule, for other programs (fengong-breakdown(5) has it, too): SHA-256 of the bare text (text/bare.h) in UTF-8; its
 * first eight bytes as one number n, most significant first; the first character is letter n mod 22 of
 * abcdefghjkmnpqrstvwxyz, n is divided by 22, and each of the other five is n mod 32 of 0-9 and these letters, n divided
 * by 32 each time.
 */
#ifndef BREAKDOWN_KEY_H
#define BREAKDOWN_KEY_H

#include "breakdown/breakdown.h"

enum { KEY_CHARS = 6 };

struct task_key {
    char text[KEY_CHARS + 1]; /* NUL-terminated */
};

struct task_key key_of_text(struct text text);
struct task_key part_key(const struct breakdown *b, uint32_t part_idx);
/* Of all the parts' texts together; of a task with one part it is the part's. */
struct task_key task_key(const struct breakdown *b, uint32_t task_idx);

/* What another file says it means: an id as it was shown (with or without the volume: 2020:2.7, 2.7), and a key. */
struct key_ref {
    struct text id;
    struct task_key key;
};

/* What has become of it.  Nothing is guessed: what is not certain is for a person to say. */
enum key_fate {
    KEY_SAME,       /* that part has that id still */
    KEY_RENUMBERED, /* it has another id now */
    KEY_REWORDED, /* no part has the key; the id is at a part that nothing else refers to: perhaps the same, reworded */
    KEY_SEVERAL,  /* several parts have the key, none of them the id */
    KEY_GONE      /* neither */
};

struct key_found {
    enum key_fate fate;
    uint32_t part_idx; /* of KEY_SAME and KEY_RENUMBERED the part; of KEY_REWORDED the candidate; else NO_IDX */
};

/*
 * Resolves all references of another file at once: only together do they show that what now bears an id is some other
 * part that moved there.
 */
void key_resolve(const struct breakdown *b, const struct key_ref *refs, uint32_t count, struct key_found *found);

/* Calls with each part that has the key of an earlier one of its volume, and that one. */
void key_each_twice(const struct breakdown *b, void (*with)(void *context, uint32_t part_idx, uint32_t earlier_idx),
                    void *context);

#endif
