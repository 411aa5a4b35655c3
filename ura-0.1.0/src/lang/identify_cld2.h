/* identify_cld2.h - what libcld2 thinks of a text; the only door to it. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_IDENTIFY_CLD2_H
#define LANG_IDENTIFY_CLD2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { CLD2_GUESSES = 2 };

/* One verdict. Codes are libcld2's own, lower case, "und" where it knows none. */
struct cld2_verdict {
    char codes[CLD2_GUESSES][16]; /* the likeliest first */
    double score; /* of the first: about 1000 is usual for good text, under 300 gibberish */
    bool sure;    /* it would say so of itself; false: its best effort on too little text */
};

/*
 * Ask libcld2, without hints, about LEN bytes. Bytes that are not valid UTF-8 give "und". Needs
 * no set-up and may be called by many threads at once. False when out of memory.
 */
bool cld2_detect(const char *text, size_t len, struct cld2_verdict *out);

#ifdef __cplusplus
}
#endif
#endif
