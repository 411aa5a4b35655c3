/* file.c - reading and writing files so that nothing is lost; EINTR ends here. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

enum { OUTPUT_BLOCK = 64 << 10, LOAD_STEP = 256 << 10 }; /* bytes a write and a read */

enum ura_status
file_open_read(const char *path, int *fd, struct ura_error *error)
{
    struct stat status;

    if (strcmp(path, "-") == 0)
        *fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    else
        do
            *fd = open(path, O_RDONLY | O_CLOEXEC);
        while (*fd < 0 && errno == EINTR);
    if (*fd < 0)
        return error_set(error, URA_BAD_INPUT, "cannot open: %s", strerror(errno));
    if (fstat(*fd, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(*fd);
        *fd = -1;
        return error_set(error, URA_BAD_INPUT, "is a folder; name a file in it");
    }
    return URA_OK;
}

enum ura_status
file_read(int fd, void *bytes, size_t size, size_t *got, struct ura_error *error)
{
    *got = 0;
    while (*got < size) {
        ssize_t n = read(fd, (char *)bytes + *got, size - *got);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_errno(error, "cannot read", errno);
        if (n == 0)
            break;
        *got += (size_t)n;
    }
    return URA_OK;
}

enum ura_status
file_load(const char *path, size_t limit, const char *limit_name, struct ura_buf *out,
          struct ura_error *error)
{
    size_t before = out->len, got;
    enum ura_status status;
    int fd;

    status = file_open_read(path, &fd, error);
    if (status)
        return status;
    do {
        if (!buf_reserve(out, LOAD_STEP)) {
            status = error_memory(error);
            break;
        }
        status = file_read(fd, out->ptr + out->len, LOAD_STEP, &got, error);
        if (status)
            break;
        out->len += got;
        if (out->len - before > limit)
            status =
                error_set(error, URA_TOO_LARGE,
                          "is larger than %zu bytes; raise --%s to read it", limit, limit_name);
    } while (!status && got == LOAD_STEP);
    close(fd);
    return status;
}

int
file_write(int fd, const void *bytes, size_t len)
{
    const char *at = bytes;

    while (len > 0) {
        ssize_t n = write(fd, at, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        at += n;
        len -= (size_t)n;
    }
    return 0;
}

/* Opens a temporary file beside TARGET with the rights TARGET has or would have. */
static enum ura_status
open_temporary(struct ura_output *out, const struct stat *existing, struct ura_error *error)
{
    size_t len = strlen(out->target) + sizeof ".XXXXXX";
    mode_t mask = umask(0);

    umask(mask);
    out->temporary = malloc(len);
    if (!out->temporary)
        return error_memory(error);
    snprintf(out->temporary, len, "%s.XXXXXX", out->target);
    out->fd = mkstemp(out->temporary);
    if (out->fd < 0) {
        int why = errno;

        free(out->temporary);
        out->temporary = NULL;
        return error_errno(error, "cannot write", why);
    }
    out->owned = true;
    fcntl(out->fd, F_SETFD, FD_CLOEXEC);
    fchmod(out->fd, existing ? existing->st_mode & 07777 : 0666 & ~mask);
    return URA_OK;
}

enum ura_status
output_open(const char *path, struct ura_output *out, struct ura_error *error)
{
    struct stat existing;
    enum ura_status status;
    bool exists;

    *out = (struct ura_output){.name = path, .fd = -1};
    if (!path || strcmp(path, "-") == 0) {
        out->name = "standard output";
        out->fd = STDOUT_FILENO;
        return URA_OK;
    }
    exists = stat(path, &existing) == 0;
    if (exists && S_ISDIR(existing.st_mode))
        return error_set(error, URA_IO, "is a folder; name a file to write");
    if (exists && !S_ISREG(existing.st_mode)) {
        out->fd = open(path, O_WRONLY | O_CLOEXEC);
        if (out->fd < 0)
            return error_errno(error, "cannot write", errno);
        out->owned = true;
        return URA_OK;
    }
    out->target = exists ? realpath(path, NULL) : strdup(path);
    if (!out->target)
        return error_memory(error);
    status = open_temporary(out, exists ? &existing : NULL, error);
    if (status) {
        free(out->target);
        out->target = NULL;
    }
    return status;
}

static int
flush_pending(struct ura_output *output)
{
    if (!output->failed)
        output->failed = file_write(output->fd, output->pending.ptr, output->pending.len);
    output->pending.len = 0;
    return output->failed;
}

int
output_write(const void *bytes, size_t len, void *user)
{
    struct ura_output *output = user;

    buf_append(&output->pending, bytes, len);
    if (output->pending.failed)
        return output->failed = ENOMEM;
    return output->pending.len >= OUTPUT_BLOCK ? flush_pending(output) : output->failed;
}

/* Makes the rename itself durable. Folders that cannot be synced are no error. */
static void
sync_folder(const char *target)
{
    char *copy = strdup(target);
    int fd;

    if (!copy)
        return;
    fd = open(dirname(copy), O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    free(copy);
}

enum ura_status
output_close(struct ura_output *output, struct ura_error *error)
{
    int why = flush_pending(output);

    if (!why && output->target && fsync(output->fd))
        why = errno;
    if (output->owned && close(output->fd) && !why)
        why = errno;
    output->owned = false;
    if (!why && output->target && rename(output->temporary, output->target))
        why = errno;
    if (!why && output->target) {
        sync_folder(output->target);
        free(output->temporary);
        output->temporary = NULL;
    }
    output_abandon(output);
    return why ? error_errno(error, "cannot write", why) : URA_OK;
}

void
output_abandon(struct ura_output *output)
{
    if (output->owned)
        close(output->fd);
    if (output->temporary)
        unlink(output->temporary);
    free(output->temporary);
    free(output->target);
    buf_release(&output->pending);
    *output = (struct ura_output){.fd = -1};
}

bool
file_same(const char *path, const char *other)
{
    struct stat first, second;

    return strcmp(path, "-") != 0 && strcmp(other, "-") != 0 && stat(path, &first) == 0 &&
           stat(other, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}
