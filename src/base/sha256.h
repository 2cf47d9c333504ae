/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4, 6.2). */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stdint.h>

#include "base/span.h"

enum { SHA256_BYTES = 32 };

void sha256(struct span message, uint8_t digest[SHA256_BYTES]);

#endif
