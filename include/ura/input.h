/* input.h - a stream of bytes that can be looked at before it is read. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_INPUT_H
#define URA_INPUT_H

#include <ura/context.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A file, a pipe, or bytes in memory; what is compressed (gzip, zstd) comes out plain. */
struct ura_input;

/*
 * Open PATH ("-": standard input). Its first bytes say whether it is compressed. Fails with
 * URA_BAD_INPUT (missing, a folder), URA_IO, URA_NO_MEMORY; *OUT is then NULL. NAME is how
 * errors name it; NULL: PATH. Both outlive the input.
 */
URA_API enum ura_status ura_input_open(const char *path, const char *name,
                                       struct ura_input **out, struct ura_error *error);
/* The same over LEN bytes that outlive the input. */
URA_API enum ura_status ura_input_open_bytes(const void *bytes, size_t len, const char *name,
                                             struct ura_input **out, struct ura_error *error);
/*
 * At least WANTED bytes that were not read yet, fewer only where the input ends; nothing is
 * taken. OUT lives until the next call on INPUT. Fails with URA_IO, URA_BAD_INPUT (damaged
 * compression), URA_NO_MEMORY.
 */
URA_API enum ura_status ura_input_peek(struct ura_input *input, size_t wanted,
                                       struct ura_str *out, struct ura_error *error);
/* Takes up to SIZE bytes; *GOT is smaller only at the end. Fails as ura_input_peek does. */
URA_API enum ura_status ura_input_read(struct ura_input *input, void *bytes, size_t size,
                                       size_t *got, struct ura_error *error);
/* Bytes taken so far, and the XXH3 hash of those. */
URA_API size_t ura_input_offset(const struct ura_input *input);
URA_API uint64_t ura_input_hash(const struct ura_input *input);
URA_API const char *ura_input_name(const struct ura_input *input);
/* The file that INPUT reads, where it could be opened again and is not compressed; else NULL.
 */
URA_API const char *ura_input_path(const struct ura_input *input);
URA_API void ura_input_free(struct ura_input *input);

#ifdef __cplusplus
}
#endif
#endif
