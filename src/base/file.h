/* file.h - reading and writing files so that nothing is lost; EINTR ends here. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include <ura/status.h>

#include "base/buf.h"

/* Opens PATH for reading ("-": a copy of standard input). Refuses folders. *FD is -1 on
 * failure. */
enum ura_status file_open_read(const char *path, int *fd, struct ura_error *error);
/* Reads at most SIZE bytes, fewer only at the end; *GOT says how many. */
enum ura_status file_read(int fd, void *bytes, size_t size, size_t *got,
                          struct ura_error *error);
/* Appends all of PATH to OUT; URA_TOO_LARGE over LIMIT bytes. LIMIT_NAME is for the message. */
enum ura_status file_load(const char *path, size_t limit, const char *limit_name,
                          struct ura_buf *out, struct ura_error *error);
/* Writes LEN bytes to FD; returns 0 or errno. */
int file_write(int fd, const void *bytes, size_t len);

/*
 * An output that appears whole or not at all: a temporary file in the same folder, fsync,
 * rename. A PATH that is no regular file is written through, a link is followed, NULL and "-"
 * are standard output.
 */
struct ura_output {
    const char *name; /* as errors have it; borrowed from the path that was given */
    int fd;
    bool owned;   /* fd is ours to close */
    char *target; /* the file that will be replaced; NULL where it is written through */
    char *temporary;
    struct ura_buf pending;
    int failed; /* errno of the first write that failed */
};

enum ura_status output_open(const char *path, struct ura_output *out, struct ura_error *error);
/* An ura_sink: USER is the output. Returns 0 or errno. */
int output_write(const void *bytes, size_t len, void *user);
/* Makes it appear. Fails with URA_IO; the file that was there before is then untouched. */
enum ura_status output_close(struct ura_output *output, struct ura_error *error);
/* Drops it; the file that was there before is untouched. Does nothing after output_close. */
void output_abandon(struct ura_output *output);
/* Whether PATH and OTHER are one existing file ("-" is none). */
bool file_same(const char *path, const char *other);

#endif
