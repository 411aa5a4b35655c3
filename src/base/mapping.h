/* mapping.h - a file as bytes in memory that are read only where they are looked at. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_MAPPING_H
#define BASE_MAPPING_H

#include <ura/status.h>
#include <ura/str.h>

/* A file that is mapped for reading. Zero is none. What it holds is not checked: image.h does
 * that. */
struct mapping {
    struct ura_str bytes; /* begin at a page; live until mapping_close */
};

/* Maps PATH, a regular file. URA_NOT_FOUND where there is none; fails with URA_BAD_INPUT,
 * URA_IO. Errors name the file. */
enum ura_status mapping_open(const char *path, struct mapping *out, struct ura_error *error);
void mapping_close(struct mapping *mapping);

#endif
