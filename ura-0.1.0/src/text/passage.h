/* passage.h - a stretch of text inside one line, character by character, while it is cleaned.
 */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_PASSAGE_H
#define TEXT_PASSAGE_H

#include <ura/text.h>

#include <unicode/unorm2.h>

#include "base/base.h"
#include "text/unify.h"

/* A character and the bytes of the passage it came from. */
struct cell {
    uint32_t c;
    uint32_t start;
    uint32_t end;
    bool joined; /* came out of the same bytes as the cell before, as one unit */
};

struct cells {
    struct cell *items;
    size_t count;
    size_t capacity;
};

/* Zero is an empty passage; its memory is used again for the next one. */
struct passage {
    struct cells now;
    struct cells next; /* what a step makes of them where it is no step in place */
    /* Told of every change, START is a byte of the passage; may be NULL. */
    void (*changed)(enum ura_change change, size_t start, void *user);
    void *user;
};

/*
 * Splits LEN bytes (under 4 GiB) at TEXT into cells. URA_BAD_INPUT where at *BAD no UTF-8 or a
 * NUL is, URA_NO_MEMORY.
 */
enum ura_status passage_read(struct passage *passage, const char *text, size_t len,
                             size_t *bad);
/* Drops what cannot be seen, and makes odd spaces blanks. FIRST: the input begins here. */
void passage_tidy(struct passage *passage, bool first);
/* Composes (NFC); false when out of memory. */
bool passage_compose(struct passage *passage, const UNormalizer2 *nfc);
/* Quotation marks, dashes and apostrophes, on request. */
void passage_unify(struct passage *passage, struct unify_requests requests);

/* For the steps: says that CHANGE was made at byte START; makes `next` the passage. */
void passage_tell(const struct passage *passage, enum ura_change change, size_t start);
void passage_swap(struct passage *passage);
void passage_release(struct passage *passage);

#endif
