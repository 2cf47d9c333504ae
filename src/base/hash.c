/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

enum { WORD_BYTES = 8 };

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
    for (; at + WORD_BYTES <= bytes.bytes; at += WORD_BYTES)
        hash = mix(hash, word_at(bytes.at + at));
    uint64_t tail = 0;
    if (at < bytes.bytes)
        memcpy(&tail, bytes.at + at, bytes.bytes - at);
    return (hash ^ tail) * 0xC4CEB9FE1A85EC53u;
}
