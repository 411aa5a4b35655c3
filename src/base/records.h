/* records.h - data files: a record a line, fields between tabs, # begins a comment line. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_RECORDS_H
#define BASE_RECORDS_H

#include <stddef.h>

#include <ura/status.h>
#include <ura/str.h>

#include "base/buf.h"

enum { RECORD_FIELDS = 8 }; /* the widest data file has fewer */

/* A data file that was loaded, read from start to end. Zero, then records_load. */
struct ura_records {
    struct ura_buf text;
    size_t at;
    size_t line; /* of the current record, from 1 */
    char path[512];
    struct ura_str
        fields[RECORD_FIELDS]; /* of the current record; live as long as the records */
    size_t field_count;
};

/* Loads FOLDER/NAME. URA_NOT_FOUND where it does not exist. */
enum ura_status records_load(const char *folder, const char *name, struct ura_records *records,
                             struct ura_error *error);
/* Loads the file at PATH, of at most LIMIT bytes ("max-file"); errors name it. URA_BAD_INPUT
 * where it does not exist. */
enum ura_status records_open(const char *path, size_t limit, struct ura_records *records,
                             struct ura_error *error);
/* The next record into `fields`; empty lines and comments are passed over. URA_END at the end,
 * URA_SYNTAX where a line has too many fields. */
enum ura_status records_next(struct ura_records *records, struct ura_error *error);
/* URA_SYNTAX with the file and line of the current record. MESSAGE: what would be right. */
enum ura_status records_refuse(const struct ura_records *records, const char *message,
                               struct ura_error *error);
void records_release(struct ura_records *records);

#endif
