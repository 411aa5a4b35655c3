/* archive.c - the parts of a zip archive, unpacked into memory within limits. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/archive.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include <archive.h>
#include <archive_entry.h>

enum { READ_STEP = 1 << 16 }; /* bytes read, and unpacked, at a time */

enum ura_status
input_take_all(struct ura_units *units, size_t limit, struct ura_buf *out,
               struct ura_error *error)
{
    size_t most = ura_context_limit(units->context, URA_LIMIT_FILE), got = READ_STEP;

    while (got == READ_STEP) {
        enum ura_status status;

        if (out->len > most)
            return error_set(error, URA_TOO_LARGE,
                             "is larger than %zu bytes; raise --%s to read it", most,
                             ura_limit_name(URA_LIMIT_FILE));
        if (out->len > limit)
            return error_set(error, URA_TOO_LARGE,
                             "is larger than %zu bytes, which no %s is; cut it in parts", limit,
                             units->format->name);
        if (!buf_reserve(out, READ_STEP))
            return error_memory(error);
        status = ura_input_read(units->input, out->ptr + out->len, READ_STEP, &got, error);
        if (status)
            return status;
        out->len += got;
    }
    return URA_OK;
}

enum ura_status
archive_open(struct ura_units *units, struct archive_file *out, struct ura_error *error)
{
    enum ura_status status;

    *out = (struct archive_file){.context = units->context};
    status = input_take_all(units, SIZE_MAX, &out->packed, error);
    if (status)
        return status;
    if (zip_look(buf_str(&out->packed), units->options.name) == ZIP_NONE)
        return error_set(error, URA_BAD_INPUT, "is no zip archive, which every %s file is",
                         units->format->name);
    return URA_OK;
}

enum ura_status
archive_blame(struct ura_str name, enum ura_status status, struct ura_error *error)
{
    char message[sizeof error->message];

    if (status >= 0 || !error)
        return status;
    memcpy(message, error->message, sizeof message);
    snprintf(error->message, sizeof error->message, "in %.*s: %.150s",
             (int)(name.len < 80 ? name.len : 80), name.ptr, message);
    return status;
}

/* NAME with ASCII letters in lower case, at the end of BUF's other use. */
static struct ura_str
fold_name(struct ura_buf *buf, struct ura_str name)
{
    buf_clear(buf);
    buf_append_str(buf, name);
    for (size_t i = 0; i < buf->len; i++)
        if (buf->ptr[i] >= 'A' && buf->ptr[i] <= 'Z')
            buf->ptr[i] = (char)(buf->ptr[i] - 'A' + 'a');
    return buf_str(buf);
}

const struct archive_part *
archive_find(const struct archive_file *archive, struct ura_str name)
{
    struct ura_buf folded = {0};
    uint32_t number = intern_find(&archive->names, fold_name(&folded, name));

    buf_release(&folded);
    return number == INTERN_NONE ? NULL : &archive->parts[number];
}

static enum ura_status
refuse_damage(struct archive *reader, struct ura_error *error)
{
    const char *why = archive_error_string(reader);

    return error_set(error, URA_BAD_INPUT, "the archive is damaged or cut off (%s); %s",
                     why ? why : "its list of parts cannot be read", "get the file again");
}

static enum ura_status
check_size(const struct archive_file *archive, struct ura_str name, struct ura_error *error)
{
    size_t limit = ura_context_limit(archive->context, URA_LIMIT_FILE);

    if (archive->unpacked > limit)
        return error_set(error, URA_TOO_LARGE,
                         "its parts unpack to more than %zu bytes; raise --%s to read it",
                         limit, ura_limit_name(URA_LIMIT_FILE));
    if (archive->unpacked > ARCHIVE_RATIO_FROM &&
        archive->unpacked / ARCHIVE_RATIO_MAX > archive->packed.len)
        return error_set(error, URA_TOO_LARGE,
                         "%.*s unpacks to more than %d times the archive; no document does",
                         (int)(name.len < 80 ? name.len : 80), name.ptr, ARCHIVE_RATIO_MAX);
    return URA_OK;
}

/* The bytes of the member that READER stands at. */
static enum ura_status
unpack(struct archive_file *archive, struct archive *reader, struct archive_part *part,
       struct ura_error *error)
{
    for (;;) {
        enum ura_status status = check_size(archive, part->name, error);
        la_ssize_t got;

        if (status)
            return status;
        if (!buf_reserve(&part->bytes, READ_STEP))
            return error_memory(error);
        got = archive_read_data(reader, part->bytes.ptr + part->bytes.len, READ_STEP);
        if (got < 0)
            return refuse_damage(reader, error);
        if (got == 0)
            return URA_OK;
        part->bytes.len += (size_t)got;
        archive->unpacked += (size_t)got;
    }
}

/* The member ENTRY, whose name is NAME, becomes a part. */
static enum ura_status
add_part(struct archive_file *archive, struct archive *reader, struct archive_entry *entry,
         struct ura_str name, struct ura_error *error)
{
    struct archive_part *grown =
        array_grow(archive->parts, &archive->capacity, archive->count + 1, sizeof *grown);
    struct ura_buf folded = {0};
    uint32_t number;

    if (!grown)
        return error_memory(error);
    archive->parts = grown;
    if (archive_entry_is_data_encrypted(entry) == 1)
        return error_set(error, URA_BAD_INPUT,
                         "%.*s is encrypted; save the document without a password",
                         (int)(name.len < 80 ? name.len : 80), name.ptr);
    number = intern_take(&archive->names, fold_name(&folded, name));
    buf_release(&folded);
    if (number == INTERN_NONE)
        return error_memory(error);
    grown[archive->count] = (struct archive_part){arena_copy(&archive->arena, name), {0}};
    archive->count++;
    return unpack(archive, reader, &grown[archive->count - 1], error);
}

static enum ura_status
take_members(struct archive_file *archive, struct archive *reader, archive_wanted *wanted,
             const void *user, struct ura_error *error)
{
    struct archive_entry *entry;

    for (size_t members = 0;; members++) {
        int result = archive_read_next_header(reader, &entry);
        struct ura_str name;
        enum ura_status status = URA_OK;

        if (result == ARCHIVE_EOF)
            return URA_OK;
        if (result < ARCHIVE_WARN)
            return refuse_damage(reader, error);
        if (members == ARCHIVE_MEMBERS_MAX)
            return error_set(error, URA_TOO_LARGE,
                             "the archive has more than %d members; no document does",
                             ARCHIVE_MEMBERS_MAX);
        name = ura_str_from(archive_entry_pathname_utf8(entry));
        if (!name.len)
            name = ura_str_from(archive_entry_pathname(entry));
        if (name.len && wanted(name, user) && !archive_find(archive, name))
            status = add_part(archive, reader, entry, name, error);
        if (status)
            return status;
    }
}

static enum ura_status
take_from(struct archive_file *archive, struct archive *reader, archive_wanted *wanted,
          const void *user, struct ura_error *error)
{
    archive_read_support_format_zip(reader);
    /* Names without a flag are in whatever the packer spoke, which is UTF-8 nearly always. */
    archive_read_set_option(reader, "zip", "hdrcharset", "UTF-8");
    if (archive_read_open_memory(reader, archive->packed.ptr, archive->packed.len))
        return refuse_damage(reader, error);
    return take_members(archive, reader, wanted, user, error);
}

/*
 * libarchive gives names in the encoding of the locale, and those that it has no letters for
 * not at all. So this thread has one with UTF-8 as long as it reads; where the system has none,
 * only ASCII names are found.
 */
enum ura_status
archive_take(struct archive_file *archive, archive_wanted *wanted, const void *user,
             struct ura_error *error)
{
    struct archive *reader = archive_read_new();
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    enum ura_status status =
        reader ? take_from(archive, reader, wanted, user, error) : error_memory(error);

    archive_read_free(reader);
    if (utf8) {
        uselocale(before);
        freelocale(utf8);
    }
    return status;
}

void
archive_close(struct archive_file *archive)
{
    for (size_t i = 0; i < archive->count; i++)
        buf_release(&archive->parts[i].bytes);
    free(archive->parts);
    buf_release(&archive->packed);
    intern_release(&archive->names);
    arena_release(&archive->arena);
    *archive = (struct archive_file){0};
}
