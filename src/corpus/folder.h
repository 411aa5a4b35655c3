/* folder.h - the folder of results: what ura calls its own files there, and who is at work. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_FOLDER_H
#define CORPUS_FOLDER_H

#include "base/base.h"

enum { FOLDER_NAME_SIZE = 128 }; /* bytes of a name that ura gives */

/* Which part of a list a run works on; 0 of 0: all of it. */
struct shard {
    size_t number;
    size_t count;
};

/* "report.jsonl", "report.2-of-8.jsonl". OUT has FOLDER_NAME_SIZE bytes. */
void folder_report_name(struct shard shard, char *out);
/* The shard whose report is called NAME; false if it is no report. */
bool folder_is_report(const char *name, struct shard *out);
/* "learned.lessons", "learned.2-of-8.lessons": what the pairs of a part teach. */
void folder_lessons_name(struct shard shard, char *out);
/* A file that is not yet what it is to become, of the process RUN. NUMBER sets them apart. */
void folder_temporary_name(struct shard shard, long run, size_t number, char *out);
/* Whether a file of this name is a report or a temporary. */
bool folder_owns(const char *name);

/* Opens PATH, making it if it is missing. */
enum ura_status folder_open(const char *path, int *fd, struct ura_error *error);
/* Calls FOUND for every report in the folder FD, in no order. */
enum ura_status folder_reports(int fd,
                               enum ura_status (*found)(const char *name, struct shard shard,
                                                        void *user, struct ura_error *error),
                               void *user, struct ura_error *error);
/* The same for every file of lessons. */
enum ura_status folder_lessons(int fd,
                               enum ura_status (*found)(const char *name, struct shard shard,
                                                        void *user, struct ura_error *error),
                               void *user, struct ura_error *error);
/*
 * Locks the report or lessons FILE for this process; URA_IO if another has it. The lock goes
 * with the process, or with any descriptor of the report that is closed.
 */
enum ura_status folder_lock(int file, struct ura_error *error);
/* Removes the temporaries of runs that are no more. OWN is locked by the caller. */
enum ura_status folder_clear(int fd, struct shard own, struct ura_error *error);

#endif
