/* lessons.c - the files in the folder that keep what each pair teaches. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/lessons.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* In front of each lesson in a file. MAGIC also tells files of another byte order. */
static const uint32_t MAGIC = 0x4C415255; /* "URAL" */
struct head {
    uint32_t magic;
    uint32_t len; /* of what follows */
    uint64_t key;
    uint64_t hash; /* of what follows: a lesson that was cut off is none */
};

/* Reads LEN bytes at OFFSET; false where they are not there. */
static bool
read_at(int fd, void *bytes, size_t len, uint64_t offset)
{
    size_t done = 0;

    while (done < len) {
        ssize_t got = pread(fd, (char *)bytes + done, len - done, (off_t)(offset + done));

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

static bool
add_place(struct lessons *lessons, struct lesson_place place)
{
    struct lesson_place *grown =
        array_grow(lessons->places, &lessons->capacity, lessons->count + 1, sizeof *grown);

    if (!grown)
        return false;
    lessons->places = grown;
    grown[lessons->count++] = place;
    lessons->sorted = false;
    return true;
}

/* Notes what stands in the file FD up to the first lesson that is not whole; *END is there. */
static enum ura_status
scan(struct lessons *lessons, int fd, uint64_t *end, struct ura_error *error)
{
    struct ura_buf bytes = {0};
    enum ura_status status = URA_OK;
    struct stat found;
    struct head head;

    *end = 0;
    if (fstat(fd, &found))
        return error_errno(error, "cannot read what was learned", errno);
    while (!status && read_at(fd, &head, sizeof head, *end) && head.magic == MAGIC &&
           head.len <= (uint64_t)found.st_size) {
        struct lesson_place place = {head.key, fd, *end + sizeof head, head.len};

        buf_clear(&bytes);
        if (!buf_reserve(&bytes, head.len + 1) ||
            !read_at(fd, bytes.ptr, head.len, place.offset) ||
            hash_bytes(bytes.ptr, head.len) != head.hash)
            break;
        if (!add_place(lessons, place))
            status = error_memory(error);
        *end = place.offset + head.len;
    }
    buf_release(&bytes);
    return status;
}

static bool
keep_file(struct lessons *lessons, int fd)
{
    int *grown =
        array_grow(lessons->fds, &lessons->fd_capacity, lessons->fd_count + 1, sizeof *grown);

    if (!grown) {
        close(fd);
        return false;
    }
    lessons->fds = grown;
    grown[lessons->fd_count++] = fd;
    return true;
}

/* What lessons_look and lessons_open do with each file. */
struct visit {
    struct lessons *lessons;
    int folder;
    const char *own; /* "": none is this run's */
};

static enum ura_status
read_file(const char *name, struct shard shard, void *user, struct ura_error *error)
{
    struct visit *visit = user;
    uint64_t end;
    int fd;

    (void)shard;
    /* Closing a second descriptor of the own file would give up its lock. */
    if (strcmp(name, visit->own) == 0)
        return URA_OK;
    fd = openat(visit->folder, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT ? URA_OK
                               : error_errno(error, "cannot read what was learned", errno);
    if (!keep_file(visit->lessons, fd))
        return error_memory(error);
    return scan(visit->lessons, fd, &end, error);
}

enum ura_status
lessons_look(int folder, struct lessons *out, struct ura_error *error)
{
    struct visit visit = {out, folder, ""};

    *out = (struct lessons){.fd = -1};
    return folder_lessons(folder, read_file, &visit, error);
}

enum ura_status
lessons_open(int folder, struct shard shard, bool keeping, struct lessons *out,
             struct ura_error *error)
{
    char name[FOLDER_NAME_SIZE];
    struct visit visit = {out, folder, name};
    enum ura_status status;

    *out = (struct lessons){.fd = -1};
    folder_lessons_name(shard, name);
    out->fd = openat(folder, name, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (out->fd < 0)
        status = error_errno(error, "cannot write what is learned", errno);
    else if (!keep_file(out, out->fd))
        status = error_memory(error);
    else
        status = folder_lock(out->fd, error);
    if (!status && keeping)
        status = scan(out, out->fd, &out->size, error);
    if (!status && ftruncate(out->fd, (off_t)out->size))
        status = error_errno(error, "cannot write what is learned", errno);
    if (!status && keeping)
        status = folder_lessons(folder, read_file, &visit, error);
    if (status)
        error_set_file(error, name);
    return status;
}

static int
compare_places(const void *first, const void *second)
{
    const struct lesson_place *one = first, *other = second;

    return (one->key > other->key) - (one->key < other->key);
}

const struct lesson_place *
lessons_find(struct lessons *lessons, uint64_t key)
{
    struct lesson_place wanted = {.key = key};

    if (!lessons->count)
        return NULL;
    if (!lessons->sorted)
        qsort(lessons->places, lessons->count, sizeof *lessons->places, compare_places);
    lessons->sorted = true;
    return bsearch(&wanted, lessons->places, lessons->count, sizeof wanted, compare_places);
}

enum ura_status
lessons_add(struct lessons *lessons, uint64_t key, struct ura_str lesson,
            struct ura_error *error)
{
    struct head head = {MAGIC, (uint32_t)lesson.len, key, hash_bytes(lesson.ptr, lesson.len)};
    struct lesson_place place = {
        key, lessons->fd, lessons->size + lessons->pending.len + sizeof head, lesson.len};

    buf_append(&lessons->pending, &head, sizeof head);
    buf_append_str(&lessons->pending, lesson);
    return lessons->pending.failed || !add_place(lessons, place) ? error_memory(error) : URA_OK;
}

enum ura_status
lessons_flush(struct lessons *lessons, struct ura_error *error)
{
    int why;

    if (!lessons->pending.len)
        return URA_OK;
    why = file_write(lessons->fd, lessons->pending.ptr, lessons->pending.len);
    if (!why && fdatasync(lessons->fd))
        why = errno;
    if (why) {
        /* Half a lesson is dropped by the next run, should it stay. */
        (void)!ftruncate(lessons->fd, (off_t)lessons->size);
        return error_errno(error, "cannot write what is learned", why);
    }
    lessons->size += lessons->pending.len;
    buf_clear(&lessons->pending);
    return URA_OK;
}

enum ura_status
lessons_load(const struct lesson_place *place, struct ura_buf *out, struct ura_error *error)
{
    buf_clear(out);
    if (!buf_reserve(out, place->len + 1))
        return error_memory(error);
    if (!read_at(place->fd, out->ptr, place->len, place->offset))
        return error_set(error, URA_IO, "cannot read what was learned; another run has cut it");
    out->len = place->len;
    return URA_OK;
}

void
lessons_close(struct lessons *lessons)
{
    for (size_t i = 0; i < lessons->fd_count; i++)
        close(lessons->fds[i]);
    free(lessons->fds);
    free(lessons->places);
    buf_release(&lessons->pending);
    *lessons = (struct lessons){.fd = -1};
}
