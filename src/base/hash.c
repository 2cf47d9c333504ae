/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

enum { WORD_BYTES = 8, LANES = 4 };

static uint64_t word_at(const char *at)
{
    uint64_t word;
    memcpy(&word, at, WORD_BYTES);
    return word;
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
    return hash ^ hash >> 32;
}

uint64_t hash_of(struct span bytes)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ bytes.bytes;
    size_t at = 0;
    /* Each step waits for the one before it: long stretches go side by side. */
    if (bytes.bytes >= WORD_BYTES * LANES) {
        uint64_t lanes[LANES] = { hash, hash + 1, hash + 2, hash + 3 };
        for (; at + WORD_BYTES * LANES <= bytes.bytes; at += WORD_BYTES * LANES)
            for (size_t i = 0; i < LANES; i++)
                lanes[i] = mix(lanes[i], word_at(bytes.at + at + i * WORD_BYTES));
        for (size_t i = 0; i < LANES; i++)
            hash = mix(hash, lanes[i]);
    }
    for (; at + WORD_BYTES <= bytes.bytes; at += WORD_BYTES)
        hash = mix(hash, word_at(bytes.at + at));
    uint64_t tail = 0;
    if (at < bytes.bytes)
        memcpy(&tail, bytes.at + at, bytes.bytes - at);
    return (hash ^ tail) * 0xC4CEB9FE1A85EC53u;
}
