/* seen.h - what was written before, where a format wants everything once. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_SEEN_H
#define FORMATS_SEEN_H

#include "base/base.h"

/* A set of hashes, 16 bytes an item. Zero is empty. */
struct seen {
    uint64_t *slots;
    size_t capacity, count;
};

/* Adds TEXT; *KNOWN is whether it was there. false when out of memory. */
bool seen_take(struct seen *seen, struct ura_str text, bool *known);
void seen_release(struct seen *seen);

#endif
