/* image.c - tables laid out in a file as they are used in memory, and checked before that. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/image.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "base/intern.h"

enum { ALIGNMENT = 8, NAME_BYTES = 8 };

static const uint32_t BYTE_ORDER_MARK = UINT32_C(0x01020304);
static const uint32_t BYTE_ORDER_TURNED = UINT32_C(0x04030201);

struct head {
    char name[NAME_BYTES];
    uint32_t version;
    uint32_t order; /* BYTE_ORDER_MARK as the writer's machine has it */
    uint64_t size;  /* of all, this head too */
    uint64_t hash;  /* of what follows it, up to the end */
    uint64_t stamp;
    uint64_t count; /* of parts; so many places follow */
};

/* Where the hashed bytes begin: all that a reader believes is in them. */
enum { HASHED = offsetof(struct head, stamp) };

struct place {
    uint64_t start;
    uint64_t size;
};

static size_t
align(size_t at)
{
    return (at + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static void
set_name(char out[NAME_BYTES], const struct image_kind *kind)
{
    memset(out, 0, NAME_BYTES);
    memcpy(out, kind->name, strnlen(kind->name, NAME_BYTES));
}

void
image_write(const struct image_kind *kind, uint64_t stamp, const struct ura_str *parts,
            size_t count, struct ura_buf *out)
{
    static const char padding[ALIGNMENT];
    struct head head = {
        .version = kind->version, .order = BYTE_ORDER_MARK, .stamp = stamp, .count = count};
    size_t first = out->len, at = sizeof head + count * sizeof(struct place);

    set_name(head.name, kind);
    buf_append(out, &head, sizeof head);
    for (size_t i = 0; i < count; i++) {
        struct place place = {at, parts[i].len};

        buf_append(out, &place, sizeof place);
        at = align(at + parts[i].len);
    }
    for (size_t i = 0; i < count; i++) {
        buf_append_str(out, parts[i]);
        buf_append(out, padding, align(parts[i].len) - parts[i].len);
    }
    if (out->failed)
        return;
    head.size = at;
    head.hash = hash_bytes(out->ptr + first + HASHED, at - HASHED);
    memcpy(out->ptr + first, &head, sizeof head);
}

static enum ura_status
check_head(struct ura_str bytes, const struct image_kind *kind, const struct head *head,
           struct ura_error *error)
{
    char name[NAME_BYTES];

    set_name(name, kind);
    if (memcmp(head->name, name, sizeof name) != 0)
        return error_set(error, URA_SYNTAX, "is no file of kind %s", kind->name);
    if (head->order == BYTE_ORDER_TURNED)
        return error_set(error, URA_SYNTAX,
                         "was made on a machine with another order of bytes; make it here");
    if (head->order != BYTE_ORDER_MARK)
        return error_set(error, URA_SYNTAX, "is damaged: its head says no order of bytes");
    if (head->version != kind->version)
        return error_set(error, URA_SYNTAX,
                         "has version %lu of its kind, and this ura reads %lu; make it again",
                         (unsigned long)head->version, (unsigned long)kind->version);
    if (head->size != bytes.len)
        return error_set(error, URA_SYNTAX,
                         "has %zu bytes, and should have %llu; it is cut off", bytes.len,
                         (unsigned long long)head->size);
    if (head->count > IMAGE_PARTS ||
        sizeof *head + head->count * sizeof(struct place) > bytes.len ||
        head->hash != hash_bytes(bytes.ptr + HASHED, bytes.len - HASHED))
        return error_set(error, URA_SYNTAX, "is damaged: its bytes are not those written");
    return URA_OK;
}

enum ura_status
image_read(struct ura_str bytes, const struct image_kind *kind, struct image *out,
           struct ura_error *error)
{
    struct head head;
    enum ura_status status;

    *out = (struct image){0};
    if (bytes.len < sizeof head)
        return error_set(error, URA_SYNTAX, "is no file of kind %s: it is too short",
                         kind->name);
    memcpy(&head, bytes.ptr, sizeof head);
    status = check_head(bytes, kind, &head, error);
    if (status)
        return status;
    for (size_t i = 0; i < head.count; i++) {
        struct place place;

        memcpy(&place, bytes.ptr + sizeof head + i * sizeof place, sizeof place);
        if (place.start > bytes.len || place.size > bytes.len - place.start ||
            place.start % ALIGNMENT) {
            *out = (struct image){0};
            return error_set(error, URA_SYNTAX, "is damaged: part %zu is not inside it", i);
        }
        out->parts[i] = (struct ura_str){bytes.ptr + place.start, (size_t)place.size};
    }
    out->stamp = head.stamp;
    out->count = (size_t)head.count;
    return URA_OK;
}

size_t
image_count(struct ura_str part)
{
    return part.len / sizeof(uint32_t);
}

const uint32_t *
image_numbers(struct ura_str part, size_t count, size_t limit)
{
    const uint32_t *numbers = (const void *)part.ptr;

    if (part.len % sizeof *numbers || image_count(part) != count)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (numbers[i] >= limit)
            return NULL;
    return numbers;
}

const uint32_t *
image_starts(struct ura_str part, size_t count, size_t total)
{
    const uint32_t *starts = image_numbers(part, count + 1, total + 1);

    if (!starts || starts[0] != 0 || starts[count] != total)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (starts[i] > starts[i + 1])
            return NULL;
    return starts;
}

const float *
image_shares(struct ura_str part, size_t count)
{
    const float *shares = (const void *)part.ptr;

    if (part.len != count * sizeof *shares)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (!(shares[i] > 0 && shares[i] <= 1))
            return NULL;
    return shares;
}

static void
add_bytes(uint64_t *stamp, const void *bytes, size_t len)
{
    uint64_t both[2] = {*stamp, hash_bytes(bytes, len)};

    *stamp = hash_bytes(both, sizeof both);
}

void
stamp_add_text(uint64_t *stamp, const char *text)
{
    add_bytes(stamp, text, strlen(text));
}

enum ura_status
stamp_add_file(uint64_t *stamp, const char *folder, const char *name, struct ura_buf *bytes,
               struct ura_error *error)
{
    enum ura_status status;
    struct stat found;
    char path[512];
    int len = snprintf(path, sizeof path, "%s/%s", folder, name);

    if (len < 0 || (size_t)len >= sizeof path)
        return error_set(error, URA_BAD_ARGUMENT, "path of data file %s is too long", name);
    stamp_add_text(stamp, name);
    if (stat(path, &found)) {
        stamp_add_text(stamp, "missing");
        return URA_OK;
    }
    buf_clear(bytes);
    status = file_load(path, SIZE_MAX / 2, "max-file", bytes, error);
    if (status)
        error_set_file(error, path);
    else
        add_bytes(stamp, bytes->ptr, bytes->len);
    return status;
}
