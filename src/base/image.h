/* image.h - tables laid out in a file as they are used in memory, and checked before that. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include <stddef.h>
#include <stdint.h>

#include <ura/status.h>
#include <ura/str.h>

#include "base/buf.h"

enum { IMAGE_PARTS = 32 }; /* the image with the most has fewer */

/* The files that are made when ura is built end so; what they say stands in other data files.
 */
#define IMAGE_SUFFIX ".image"

/* What an image is of. */
struct image_kind {
    const char *name; /* at most 8 bytes */
    uint32_t version; /* of the layout, and of the rules by which it is made */
};

/*
 * An image is a head (name, version, byte order, sizes, the hash of the rest) and parts, each
 * at a multiple of eight bytes. It holds numbers and bytes, no addresses, so that to open it is
 * to map it.
 */
struct image {
    uint64_t stamp; /* a hash of what it was made from, as its maker took it */
    size_t count;
    struct ura_str parts[IMAGE_PARTS]; /* borrowed from the bytes it was read from */
};

/* Appends an image of COUNT PARTS to OUT; a failure stays in OUT->failed. */
void image_write(const struct image_kind *kind, uint64_t stamp, const struct ura_str *parts,
                 size_t count, struct ura_buf *out);
/*
 * Reads BYTES (aligned to eight) as an image. Fails with URA_SYNTAX where they are none, of
 * another kind, version or byte order, cut off or damaged; the message says which.
 */
enum ura_status image_read(struct ura_str bytes, const struct image_kind *kind,
                           struct image *out, struct ura_error *error);

/* PART as COUNT numbers, each under LIMIT; NULL if it is anything else. */
const uint32_t *image_numbers(struct ura_str part, size_t count, size_t limit);
/* PART as where COUNT lists begin in one array of TOTAL items, and where the last one ends: not
 * falling, from 0 to TOTAL; NULL if it is anything else. */
const uint32_t *image_starts(struct ura_str part, size_t count, size_t total);
/* PART as COUNT shares of one, none of them 0; NULL if it is anything else. */
const float *image_shares(struct ura_str part, size_t count);
/* How many numbers PART can hold. */
size_t image_count(struct ura_str part);

/* PREVIOUS with NAME and the bytes of FOLDER/NAME; a file that is missing counts as that. Fails
 * with URA_IO. BYTES is room that is used again. */
enum ura_status stamp_add_file(uint64_t *stamp, const char *folder, const char *name,
                               struct ura_buf *bytes, struct ura_error *error);
void stamp_add_text(uint64_t *stamp, const char *text);

#endif
