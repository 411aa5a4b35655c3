/* str.h - a borrowed view of bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_STR_H
#define URA_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/*
 * LEN bytes at PTR: UTF-8 where nothing else is said, may hold NUL, is not terminated. It owns
 * nothing; the header that hands one out says how long it lives.
 */
struct ura_str {
    const char *ptr;
    size_t len;
};

/* A view of a string literal. */
#define URA_STR(literal)                                                                       \
    (struct ura_str)                                                                           \
    {                                                                                          \
        literal, sizeof(literal) - 1                                                           \
    }

/* A view of the terminated string TEXT, which may be NULL. */
static inline struct ura_str
ura_str_from(const char *text)
{
    return (struct ura_str){text, text ? strlen(text) : 0};
}

/* Whether both views hold the same bytes. */
static inline bool
ura_str_equal(struct ura_str first, struct ura_str second)
{
    return first.len == second.len &&
           (first.len == 0 || memcmp(first.ptr, second.ptr, first.len) == 0);
}

/* The bytes [START, END) of TEXT. */
static inline struct ura_str
ura_str_slice(struct ura_str text, size_t start, size_t end)
{
    /* An empty view may have no bytes at all, and C adds nothing to NULL, not even 0. */
    return (struct ura_str){start ? text.ptr + start : text.ptr, end - start};
}

#endif
