/* arena.h - memory that lives and dies together. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include <ura/str.h>

struct arena_page;

/* Zero is an empty arena. Items are aligned for any type and never move. */
struct ura_arena {
    struct arena_page *page;
    size_t allocated; /* bytes in all pages */
};

/* COUNT zeroed items of SIZE bytes; NULL on overflow or when out of memory. */
void *arena_new(struct ura_arena *arena, size_t count, size_t size);
/* A copy of TEXT with a terminating NUL; ptr is NULL when out of memory. */
struct ura_str arena_copy(struct ura_arena *arena, struct ura_str text);
/* Forgets everything; the memory of the newest page is used again. */
void arena_clear(struct ura_arena *arena);
/* Frees everything. */
void arena_release(struct ura_arena *arena);

#endif
