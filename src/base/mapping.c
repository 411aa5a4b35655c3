/* mapping.c - a file as bytes in memory that are read only where they are looked at. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/mapping.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

static enum ura_status
map(int fd, struct mapping *out, struct ura_error *error)
{
    struct stat found;
    void *bytes;

    if (fstat(fd, &found))
        return error_errno(error, "cannot read", errno);
    if (!S_ISREG(found.st_mode))
        return error_set(error, URA_BAD_INPUT, "is no file; name one");
    if ((uintmax_t)found.st_size > SIZE_MAX / 2)
        return error_set(error, URA_TOO_LARGE, "is larger than memory can be");
    if (found.st_size == 0)
        return URA_OK;
    bytes = mmap(NULL, (size_t)found.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED)
        return error_errno(error, "cannot map", errno);
    out->bytes = (struct ura_str){bytes, (size_t)found.st_size};
    return URA_OK;
}

enum ura_status
mapping_open(const char *path, struct mapping *out, struct ura_error *error)
{
    enum ura_status status;
    int fd;

    *out = (struct mapping){0};
    do
        fd = open(path, O_RDONLY | O_CLOEXEC);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        status = errno == ENOENT ? error_set(error, URA_NOT_FOUND, "is missing")
                                 : error_errno(error, "cannot open", errno);
    } else {
        status = map(fd, out, error);
        close(fd);
    }
    if (status)
        error_set_file(error, path);
    return status;
}

void
mapping_close(struct mapping *mapping)
{
    if (mapping->bytes.len)
        munmap((void *)(uintptr_t)mapping->bytes.ptr, mapping->bytes.len);
    *mapping = (struct mapping){0};
}
