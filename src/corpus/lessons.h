/* lessons.h - the files in the folder that keep what each pair teaches. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_LESSONS_H
#define CORPUS_LESSONS_H

#include "corpus/folder.h"

/* Where a lesson stands. */
struct lesson_place {
    uint64_t key; /* of all that it depends on */
    int fd;       /* of its file */
    uint64_t offset;
    size_t len;
};

/*
 * learned.lessons, or learned.K-of-N.lessons of a shard: this run's, which grows, and those of
 * other runs, which are read. Zero but for fd, which is -1.
 */
struct lessons {
    int fd; /* its own; -1 while it is only looked at */
    uint64_t size;
    int *fds; /* of all files */
    size_t fd_count, fd_capacity;
    struct lesson_place *places; /* in the order of their keys */
    size_t count, capacity;
    bool sorted;
    struct ura_buf pending; /* added, not yet written */
};

/* Reads what stands in FOLDER and changes nothing. */
enum ura_status lessons_look(int folder, struct lessons *out, struct ura_error *error);
/*
 * The same, to add to the file of SHARD, which is locked for this process and loses what was
 * cut off at its end. Where not KEEPING it begins empty, and others are not read.
 */
enum ura_status lessons_open(int folder, struct shard shard, bool keeping, struct lessons *out,
                             struct ura_error *error);
/* The lesson with KEY, NULL if there is none. */
const struct lesson_place *lessons_find(struct lessons *lessons, uint64_t key);
/* Adds LESSON; it can be loaded after the next flush. */
enum ura_status lessons_add(struct lessons *lessons, uint64_t key, struct ura_str lesson,
                            struct ura_error *error);
/* Makes what was added durable. */
enum ura_status lessons_flush(struct lessons *lessons, struct ura_error *error);
/* Reads the lesson at PLACE into OUT, whatever that held before. */
enum ura_status lessons_load(const struct lesson_place *place, struct ura_buf *out,
                             struct ura_error *error);
void lessons_close(struct lessons *lessons);

#endif
