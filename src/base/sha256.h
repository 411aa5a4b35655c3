/* sha256.h - SHA-256 (FIPS 180-4) and base64, as security policies of pages want them. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stdint.h>

#include <ura/str.h>

#include "base/buf.h"

enum { SHA256_SIZE = 32 }; /* bytes of a digest */

void sha256(struct ura_str text, uint8_t digest[SHA256_SIZE]);
/* Appends BYTES in base64 with padding (RFC 4648, section 4). */
void buf_append_base64(struct ura_buf *buf, const uint8_t *bytes, size_t len);

#endif
