/* folder.c - the folder of results: what ura calls its own files there, and who is at work. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char temporary_prefix[] = ".ura-batch.";
static const char report_prefix[] = "report";
static const char report_suffix[] = ".jsonl";
static const char lessons_prefix[] = "learned";
static const char lessons_suffix[] = ".lessons";

/* ".2-of-8", nothing for the whole list. */
static void
write_shard(struct shard shard, char *out, size_t size)
{
    *out = '\0';
    if (shard.count)
        snprintf(out, size, ".%zu-of-%zu", shard.number, shard.count);
}

/* Takes ".2-of-8" off TEXT; what does not begin with that is of the whole list. */
static struct shard
take_shard(struct ura_str *text)
{
    static const char of[] = "-of-";
    unsigned long long numbers[2];
    size_t at = 0;

    for (int i = 0; i < 2; i++) {
        size_t start = at + (i ? sizeof of - 1 : 1), end = start;

        if (start >= text->len || memcmp(text->ptr + at, i ? of : ".", start - at) != 0)
            return (struct shard){0, 0};
        while (end < text->len && text->ptr[end] >= '0' && text->ptr[end] <= '9')
            end++;
        if (!number_parse_unsigned(ura_str_slice(*text, start, end), &numbers[i]))
            return (struct shard){0, 0};
        at = end;
    }
    *text = ura_str_slice(*text, at, text->len);
    return (struct shard){(size_t)numbers[0], (size_t)numbers[1]};
}

void
folder_report_name(struct shard shard, char *out)
{
    char part[FOLDER_NAME_SIZE / 2];

    write_shard(shard, part, sizeof part);
    snprintf(out, FOLDER_NAME_SIZE, "%s%s%s", report_prefix, part, report_suffix);
}

void
folder_lessons_name(struct shard shard, char *out)
{
    char part[FOLDER_NAME_SIZE / 2];

    write_shard(shard, part, sizeof part);
    snprintf(out, FOLDER_NAME_SIZE, "%s%s%s", lessons_prefix, part, lessons_suffix);
}

/* The shard of a file that is called PREFIX, shard, SUFFIX; false where NAME is not so. */
static bool
take_name(const char *name, const char *prefix, const char *suffix, struct shard *out)
{
    struct ura_str rest = ura_str_from(name);
    size_t len = strlen(prefix);

    if (strncmp(name, prefix, len) != 0)
        return false;
    rest = ura_str_slice(rest, len, rest.len);
    *out = take_shard(&rest);
    return ura_str_equal(rest, ura_str_from(suffix));
}

bool
folder_is_report(const char *name, struct shard *out)
{
    return take_name(name, report_prefix, report_suffix, out);
}

static bool
is_lessons(const char *name, struct shard *out)
{
    return take_name(name, lessons_prefix, lessons_suffix, out);
}

void
folder_temporary_name(struct shard shard, long run, size_t number, char *out)
{
    char part[FOLDER_NAME_SIZE / 2];

    write_shard(shard, part, sizeof part);
    snprintf(out, FOLDER_NAME_SIZE, "%s%ld.%zu%s.part", temporary_prefix, run, number, part);
}

/* The shard of the temporary NAME; false if it is none. */
static bool
is_temporary(const char *name, struct shard *out)
{
    struct ura_str rest = ura_str_from(name);

    if (strncmp(name, temporary_prefix, sizeof temporary_prefix - 1) != 0)
        return false;
    for (size_t at = sizeof temporary_prefix - 1, dots = 0; at < rest.len; at++) {
        if (rest.ptr[at] != '.' || ++dots < 2)
            continue;
        rest = ura_str_slice(rest, at, rest.len);
        *out = take_shard(&rest);
        break;
    }
    return true;
}

bool
folder_owns(const char *name)
{
    struct shard shard;

    return folder_is_report(name, &shard) || is_temporary(name, &shard);
}

enum ura_status
folder_open(const char *path, int *fd, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    if (mkdir(path, 0777) && errno != EEXIST)
        status = error_errno(error, "cannot make the folder", errno);
    *fd = status ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (!status && *fd < 0)
        status = error_errno(error, "cannot open the folder", errno);
    if (status)
        error_set_file(error, path);
    return status;
}

/* A stream of its own over the folder FD. */
static DIR *
open_stream(int fd)
{
    int copy = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = copy < 0 ? NULL : fdopendir(copy);

    if (!stream && copy >= 0)
        close(copy);
    return stream;
}

typedef enum ura_status found_file(const char *name, struct shard shard, void *user,
                                   struct ura_error *error);

/* Calls FOUND for every file of the folder FD whose name IS_WANTED takes. */
static enum ura_status
visit(int fd, bool (*is_wanted)(const char *name, struct shard *out), found_file *found,
      void *user, struct ura_error *error)
{
    enum ura_status status = URA_OK;
    DIR *stream = open_stream(fd);
    const struct dirent *entry;
    struct shard shard;

    if (!stream)
        return error_errno(error, "cannot read the folder", errno);
    while (!status && (entry = readdir(stream)))
        if (is_wanted(entry->d_name, &shard))
            status = found(entry->d_name, shard, user, error);
    closedir(stream);
    return status;
}

enum ura_status
folder_reports(int fd, found_file *found, void *user, struct ura_error *error)
{
    return visit(fd, folder_is_report, found, user, error);
}

enum ura_status
folder_lessons(int fd, found_file *found, void *user, struct ura_error *error)
{
    return visit(fd, is_lessons, found, user, error);
}

enum ura_status
folder_lock(int file, struct ura_error *error)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

    if (fcntl(file, F_SETLK, &lock) == 0)
        return URA_OK;
    if (errno == EACCES || errno == EAGAIN)
        return error_set(error, URA_IO,
                         "another run writes this report; wait for it, or give each run a "
                         "--shard of its own");
    return error_errno(error, "cannot lock", errno);
}

/* Whether another process has locked NAME. */
static bool
is_locked(int folder, const char *name)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fd = openat(folder, name, O_RDWR | O_CLOEXEC);
    bool locked;

    if (fd < 0)
        return false;
    locked = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(fd);
    return locked;
}

/* Whether a run is at work on SHARD: what it writes is then locked. */
static bool
is_at_work(int folder, struct shard shard)
{
    char report[FOLDER_NAME_SIZE], lessons[FOLDER_NAME_SIZE];

    folder_report_name(shard, report);
    folder_lessons_name(shard, lessons);
    return is_locked(folder, report) || is_locked(folder, lessons);
}

enum ura_status
folder_clear(int fd, struct shard own, struct ura_error *error)
{
    DIR *stream = open_stream(fd);
    const struct dirent *entry;
    struct shard shard;

    if (!stream)
        return error_errno(error, "cannot read the folder", errno);
    while ((entry = readdir(stream)))
        if (is_temporary(entry->d_name, &shard) &&
            ((shard.number == own.number && shard.count == own.count) ||
             !is_at_work(fd, shard)))
            unlinkat(fd, entry->d_name, 0);
    closedir(stream);
    return URA_OK;
}
