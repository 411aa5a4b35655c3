/* report.h - report.jsonl: a line that says how the run was made, then a line a pair. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_REPORT_H
#define CORPUS_REPORT_H

#include "corpus/folder.h"
#include "corpus/record.h"

struct ura_batch;

/* Reports that were read to resume from. */
struct report_texts {
    struct ura_buf *items;
    size_t count, capacity;
};

/* Where the record of a pair stands in the report; no length: nowhere. */
struct record_place {
    uint64_t offset;
    size_t len;
};

/* The report that this run writes; locked while it is open. Zero but for fd, which is -1. */
struct report {
    const struct ura_batch *batch;
    int folder; /* borrowed */
    int fd;
    uint64_t size;
    struct record_place *places;
    size_t next;  /* the pair whose record may follow so that the order is the list's */
    bool ordered; /* every record so far stands where the list has its pair */
    char name[FOLDER_NAME_SIZE];
};

/*
 * Takes the report of the batch for this run: from here on it holds what is kept and nothing
 * else. Fails with URA_IO where another run has it.
 */
enum ura_status report_open(const struct ura_batch *batch, int folder, struct report *out,
                            struct ura_error *error);
/* Appends COUNT records, LENS bytes each, of the pairs INDEXES; then they are durable. */
enum ura_status report_append(struct report *report, const uint32_t *indexes,
                              const size_t *lens, size_t count, struct ura_str text,
                              struct ura_error *error);
/* Puts the records in the order of the list. */
enum ura_status report_finish(struct report *report, struct ura_error *error);
void report_close(struct report *report);

#endif
