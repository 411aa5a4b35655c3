/* source.h - the bytes of one input as they came: looked at first, then taken. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include "base/base.h"
#include "base/input.h"

/* A file, a pipe, another stream, or bytes in memory. Zero, then source_open. */
struct source {
    const char *bytes; /* what is at hand; moves with every source_fill */
    size_t len;
    size_t offset;           /* of bytes[0] in the whole input */
    bool ended;              /* nothing comes after what is at hand */
    size_t size;             /* bytes read so far */
    int fd;                  /* -1: memory or another stream */
    struct ura_input *input; /* the other stream, borrowed; or NULL */
    struct ura_buf buf;
    struct hash_stream *hash;
};

/* Opens PATH ("-": standard input); fails as file_open_read does. */
enum ura_status source_open(const char *path, struct source *out, struct ura_error *error);
/* LEN bytes that outlive the source. */
enum ura_status source_open_bytes(const void *bytes, size_t len, struct source *out,
                                  struct ura_error *error);
/* What INPUT, which outlives the source, has left. */
enum ura_status source_open_input(struct ura_input *input, struct source *out,
                                  struct ura_error *error);
/* Has at least WANTED bytes at hand, fewer only where the input ends. */
enum ura_status source_fill(struct source *source, size_t wanted, struct ura_error *error);
/* All of the input at hand; URA_TOO_LARGE over LIMIT bytes, which LIMIT_NAME names. */
enum ura_status source_fill_all(struct source *source, size_t limit, const char *limit_name,
                                struct ura_error *error);
/* Takes the first LEN of the bytes at hand away. */
void source_take(struct source *source, size_t len);
/*
 * Where the first byte over 0x7F lies at or after offset FROM, without taking anything: only a
 * regular file and memory can tell. false where there is none or the input cannot be looked
 * into.
 */
bool source_find_high(const struct source *source, size_t from, size_t *out);
/* Up to SIZE bytes from offset FROM on of a regular file or memory, without taking them. */
size_t source_peek(const struct source *source, size_t from, void *out, size_t size);
void source_release(struct source *source);

#endif
