/* reading.h - what the tests of the reader share: read bytes whole and in windows, and compare.
 */
/* SPDX-License-Identifier: MIT */
#ifndef TEST_READING_H
#define TEST_READING_H

#include "text/text.h"

#include "base/base.h"

/* All that came out of one reader. */
struct reading {
    struct ura_buf text;
    struct ura_map map;
    struct ura_error error;
    enum ura_status status; /* URA_END, or the error */
    const char *encoding;
    bool guessed;
    size_t chunks;
    size_t size;
    uint64_t hash;
};

/* The context of the tests of this program; group fixtures. */
extern struct ura_context *context;
int open_context(void **state);
int close_context(void **state);

void read_bytes(const char *bytes, size_t len, const struct ura_reader_options *options,
                struct reading *out);
void reading_release(struct reading *reading);
/* BYTES in ENCODING (NULL: to be found) give CLEAN, whole and in windows of every size, with
 * the same way back. */
void assert_clean(const char *bytes, size_t len, const char *encoding, const char *clean);
/* BYTES are refused at OFFSET in LINE with a message that has WORDS, in windows of any size. */
void assert_refused(const char *bytes, size_t len, const char *encoding, size_t offset,
                    size_t line, const char *words);

#define ASSERT_CLEAN(literal, clean) assert_clean(literal, sizeof(literal) - 1, NULL, clean)
#define ASSERT_REFUSED(literal, offset, line, words)                                           \
    assert_refused(literal, sizeof(literal) - 1, NULL, offset, line, words)

#endif
