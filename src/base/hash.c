/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <stdbool.h>
#include <sys/random.h>
#include <time.h>

enum { WORD_BYTES = 8 };

static uint64_t left(uint64_t x, unsigned bits)
{
    return x << bits | x >> (64 - bits);
}

static void mix(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = left(v[1], 13) ^ v[0];
    v[3] = left(v[3], 16) ^ v[2];
    v[0] = left(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = left(v[1], 17) ^ v[2];
    v[3] = left(v[3], 21) ^ v[0];
    v[2] = left(v[2], 32);
}

static void take(uint64_t v[4], uint64_t word)
{
    v[3] ^= word;
    mix(v);
    v[0] ^= word;
}

uint64_t hash_keyed(const uint64_t key[2], struct span bytes)
{
    uint64_t v[4] = { key[0] ^ UINT64_C(0x736f6d6570736575), key[1] ^ UINT64_C(0x646f72616e646f6d),
                      key[0] ^ UINT64_C(0x6c7967656e657261), key[1] ^ UINT64_C(0x7465646279746573) };
    uint64_t word;
    size_t at = 0;
    for (; at + WORD_BYTES <= bytes.bytes; at += WORD_BYTES) {
        memcpy(&word, bytes.at + at, WORD_BYTES);
        take(v, word);
    }
    word = 0;
    if (at < bytes.bytes)
        memcpy(&word, bytes.at + at, bytes.bytes - at);
    take(v, word | (uint64_t)bytes.bytes << 56);
    v[2] ^= 0xFF;
    for (int i = 0; i < 3; i++)
        mix(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

uint64_t hash_of(struct span bytes)
{
    static uint64_t key[2];
    static bool drawn;
    if (!drawn) {
        /* Before the system has any randomness, the clock and where it has put us must do. */
        if (getrandom(key, sizeof key, GRND_NONBLOCK) != (ssize_t)sizeof key) {
            struct timespec now;
            clock_gettime(CLOCK_REALTIME, &now);
            key[0] = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec;
            key[1] = (uint64_t)(uintptr_t)&now;
        }
        drawn = true;
    }
    return hash_keyed(key, bytes);
}
