/* list.h - the list of a batch: source TAB target [TAB name] a line. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_LIST_H
#define CORPUS_LIST_H

#include <ura/batch.h>

#include "base/base.h"
#include "corpus/folder.h"

/* Zero, then list_load. */
struct list {
    struct ura_arena arena;
    char
        *folder; /* that its paths are relative to, with a slash at the end; "" where it is . */
    uint64_t hash;                /* of its bytes */
    struct ura_batch_pair *pairs; /* those of the shard */
    size_t count;
    size_t capacity;
    struct ura_batch_pair *all; /* those of all shards; their states say nothing */
    size_t all_count, all_capacity;
    struct ura_intern names; /* of all lines: no name may stand twice, whatever the shard */
    uint32_t *of_name; /* by number of the name: index of the pair, INTERN_NONE if it is of
                          another shard */
    size_t *line_of_name;
    size_t name_capacity, line_capacity;
};

/*
 * Reads the list at PATH. Empty lines and those that begin with # are passed over. SUFFIX is
 * what results end with (".tsv"). Fails with URA_SYNTAX (error->line), URA_BAD_INPUT,
 * URA_TOO_LARGE (over LIMIT bytes), URA_IO, URA_NO_MEMORY.
 */
enum ura_status list_load(const char *path, size_t limit, struct shard shard,
                          const char *suffix, struct list *out, struct ura_error *error);
/* The pair called NAME, INTERN_NONE where there is none in the shard. */
uint32_t list_find(const struct list *list, struct ura_str name);
/* PATH of the list as the system finds it; false when out of memory. OUT is emptied first. */
bool list_resolve(const struct list *list, const char *path, struct ura_buf *out);
void list_release(struct list *list);

#endif
