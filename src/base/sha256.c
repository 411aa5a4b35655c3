/* sha256.c - SHA-256, which a page's security policy names its parts by. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/sha256.h"

enum {
    BLOCK = 64,       /* bytes that are mixed in at a time */
    ROUNDS = 64,      /* per block */
    LENGTH_FIELD = 8, /* bytes at the end of the last block that hold the length in bits */
    STATE_WORDS = 8,  /* of 32 bits */
    BLOCK_WORDS = 16, /* of 32 bits */
};

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2).
 */
static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2,
};

/* The same of the square roots of the first eight (5.3.3). */
static const uint32_t start[STATE_WORDS] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static uint32_t
rotate(uint32_t word, int by)
{
    return word >> by | word << (32 - by);
}

/* Words of the message and those that follow from them (6.2.2, step 1). */
static void
schedule(const uint8_t *block, uint32_t words[ROUNDS])
{
    for (int i = 0; i < BLOCK_WORDS; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                   (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = BLOCK_WORDS; i < ROUNDS; i++) {
        uint32_t early = words[i - 15], late = words[i - 2];

        words[i] = words[i - 16] + (rotate(early, 7) ^ rotate(early, 18) ^ early >> 3) +
                   words[i - 7] + (rotate(late, 17) ^ rotate(late, 19) ^ late >> 10);
    }
}

static void
mix(uint32_t state[STATE_WORDS], const uint8_t *block)
{
    uint32_t words[ROUNDS], v[STATE_WORDS];

    schedule(block, words);
    memcpy(v, state, sizeof v);
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
        uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        uint32_t first = v[7] + (rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)) +
                         choice + constants[i] + words[i];
        uint32_t second = (rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)) + majority;

        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += first;
        v[0] = first + second;
    }
    for (int i = 0; i < STATE_WORDS; i++)
        state[i] += v[i];
}

void
sha256(struct ura_str text, uint8_t digest[SHA256_SIZE])
{
    uint8_t last[2 * BLOCK] = {0};
    size_t whole = text.len / BLOCK * BLOCK, rest = text.len - whole;
    size_t padded = rest + 1 + LENGTH_FIELD > BLOCK ? 2 * BLOCK : BLOCK;
    uint64_t bits = (uint64_t)text.len * 8;
    uint32_t state[STATE_WORDS];

    memcpy(state, start, sizeof state);
    for (size_t i = 0; i < whole; i += BLOCK)
        mix(state, (const uint8_t *)text.ptr + i);
    if (rest)
        memcpy(last, text.ptr + whole, rest);
    last[rest] = 0x80;
    for (size_t i = 0; i < LENGTH_FIELD; i++)
        last[padded - 1 - i] = (uint8_t)(bits >> 8 * i);
    for (size_t i = 0; i < padded; i += BLOCK)
        mix(state, last + i);
    for (size_t i = 0; i < SHA256_SIZE; i++)
        digest[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}

void
buf_append_base64(struct ura_buf *buf, const uint8_t *bytes, size_t len)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < len; i += 3) {
        uint32_t three = (uint32_t)bytes[i] << 16 |
                         (i + 1 < len ? (uint32_t)bytes[i + 1] << 8 : 0) |
                         (i + 2 < len ? (uint32_t)bytes[i + 2] : 0);

        buf_append_byte(buf, digits[three >> 18]);
        buf_append_byte(buf, digits[three >> 12 & 63]);
        buf_append_byte(buf, i + 1 < len ? digits[three >> 6 & 63] : '=');
        buf_append_byte(buf, i + 2 < len ? digits[three & 63] : '=');
    }
}
