/* report.c - report.jsonl: a line that says how the run was made, then a line a pair. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/report.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/corpus.h"

enum { BLOCK = 256 << 10, HASH_SIZE = 20 }; /* bytes written at a time */

static enum ura_status
fail(const struct report *report, int why, struct ura_error *error)
{
    enum ura_status status = error_errno(error, "cannot write", why);

    error_set_file(error, report->name);
    return status;
}

static void
append_field(struct ura_buf *buf, const char *key, struct ura_str value)
{
    buf_append_text(buf, ",\"");
    buf_append_text(buf, key);
    buf_append_text(buf, "\":");
    buf_append_json(buf, value);
}

static void
append_hash(struct ura_buf *buf, const char *key, uint64_t hash)
{
    char digits[HASH_SIZE];

    snprintf(digits, sizeof digits, "%016" PRIx64, hash);
    append_field(buf, key, ura_str_from(digits));
}

static void
append_count(struct ura_buf *buf, const char *key, uint64_t count)
{
    buf_append_text(buf, ",\"");
    buf_append_text(buf, key);
    buf_append_text(buf, "\":");
    buf_append_unsigned(buf, count);
}

/* What the first pass gave: a table, and what it has. */
static void
append_learned(struct ura_buf *buf, const struct ura_batch *batch)
{
    const struct ura_batch_learned *learned = &batch->learned_facts;

    buf_append_text(buf, ",\"learned\":{\"pairs\":");
    buf_append_unsigned(buf, learned->pairs);
    append_count(buf, "source_words", learned->source_words);
    append_count(buf, "target_words", learned->target_words);
    append_count(buf, "translations", learned->translations);
    append_hash(buf, "hash", batch->learned_hash);
    buf_append_byte(buf, '}');
}

/* The first line: what made the results below it. */
static void
append_head(struct ura_buf *buf, const struct ura_batch *batch)
{
    buf_append_text(buf, "{\"record\":\"batch\",\"schema\":");
    buf_append_unsigned(buf, URA_BATCH_SCHEMA);
    append_field(buf, "program", URA_STR("ura"));
    append_field(buf, "version", ura_str_from(ura_version()));
    append_field(buf, "icu", ura_str_from(ura_icu_version()));
    append_hash(buf, "data", batch->data_hash);
    append_field(buf, "options", ura_str_from(batch->settings.ptr));
    append_hash(buf, "list", batch->list.hash);
    buf_append_text(buf, ",\"pairs\":");
    buf_append_unsigned(buf, batch->list.count);
    if (batch->learned)
        append_learned(buf, batch);
    if (batch->shard.count) {
        buf_append_text(buf, ",\"shard\":[");
        buf_append_unsigned(buf, batch->shard.number);
        buf_append_byte(buf, ',');
        buf_append_unsigned(buf, batch->shard.count);
        buf_append_byte(buf, ']');
    }
    buf_append_text(buf, "}\n");
}

/* A report that is being written anew, beside the one that it will replace. */
struct renewal {
    int fd;
    char name[FOLDER_NAME_SIZE];
    struct ura_buf pending;
    uint64_t size;
};

static int
flush(struct renewal *renewal)
{
    int why = renewal->pending.failed
                  ? ENOMEM
                  : file_write(renewal->fd, renewal->pending.ptr, renewal->pending.len);

    buf_clear(&renewal->pending);
    return why;
}

static int
begin(const struct report *report, struct renewal *renewal)
{
    *renewal = (struct renewal){.fd = -1};
    folder_temporary_name(report->batch->shard, (long)getpid(), report->batch->list.count,
                          renewal->name);
    renewal->fd = openat(report->folder, renewal->name,
                         O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
    if (renewal->fd < 0)
        return errno;
    append_head(&renewal->pending, report->batch);
    renewal->size = renewal->pending.len;
    return folder_lock(renewal->fd, NULL) ? EAGAIN : 0;
}

/* Appends the record of pair INDEX; PLACES says where it is now. */
static int
add(struct renewal *renewal, struct ura_str text, struct record_place *place)
{
    buf_append_str(&renewal->pending, text);
    *place = (struct record_place){renewal->size, text.len};
    renewal->size += text.len;
    return renewal->pending.len >= BLOCK || renewal->pending.failed ? flush(renewal) : 0;
}

/* Makes the new report the report; after WHY, an error, drops it. */
static int
install(struct report *report, struct renewal *renewal, int why)
{
    if (!why)
        why = flush(renewal);
    if (!why && fsync(renewal->fd))
        why = errno;
    if (!why && renameat(report->folder, renewal->name, report->folder, report->name))
        why = errno;
    buf_release(&renewal->pending);
    if (why) {
        if (renewal->fd >= 0) {
            close(renewal->fd);
            unlinkat(report->folder, renewal->name, 0);
        }
        return why;
    }
    close(report->fd);
    report->fd = renewal->fd;
    report->size = renewal->size;
    return fsync(report->folder) && errno != EINVAL ? errno : 0;
}

/* Opens and locks the report as it stands at PATH now, or an empty one. */
static enum ura_status
lock(struct report *report, struct ura_error *error)
{
    for (;;) {
        struct stat opened, there;
        enum ura_status status;

        report->fd = openat(report->folder, report->name, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (report->fd < 0)
            return fail(report, errno, error);
        status = folder_lock(report->fd, error);
        if (status) {
            error_set_file(error, report->name);
            return status;
        }
        /* Another run may have put a new one there between the opening and the locking. */
        if (fstat(report->fd, &opened) == 0 &&
            fstatat(report->folder, report->name, &there, 0) == 0 &&
            opened.st_ino == there.st_ino && opened.st_dev == there.st_dev)
            return URA_OK;
        close(report->fd);
    }
}

enum ura_status
report_open(const struct ura_batch *batch, int folder, struct report *out,
            struct ura_error *error)
{
    struct renewal renewal;
    enum ura_status status;
    int why;

    *out = (struct report){.batch = batch, .folder = folder, .fd = -1, .ordered = true};
    folder_report_name(batch->shard, out->name);
    out->places = array_new(batch->list.count + 1, sizeof *out->places);
    if (!out->places)
        return error_memory(error);
    status = lock(out, error);
    if (status)
        return status;
    why = begin(out, &renewal);
    for (size_t i = 0; !why && i < batch->list.count; i++) {
        if (batch->list.pairs[i].state == URA_BATCH_KEPT) {
            why = add(&renewal, batch->kept[i], &out->places[i]);
            out->ordered = out->ordered && i == out->next;
            out->next = i + 1;
        }
    }
    why = install(out, &renewal, why);
    return why ? fail(out, why, error) : URA_OK;
}

enum ura_status
report_append(struct report *report, const uint32_t *indexes, const size_t *lens, size_t count,
              struct ura_str text, struct ura_error *error)
{
    int why = file_write(report->fd, text.ptr, text.len);

    if (!why && fdatasync(report->fd))
        why = errno;
    if (why) {
        /* Half a record must not stay in front of those that a later run appends. */
        if (ftruncate(report->fd, (off_t)report->size))
            why = errno;
        return fail(report, why, error);
    }
    for (size_t i = 0; i < count; i++) {
        report->places[indexes[i]] = (struct record_place){report->size, lens[i]};
        report->size += lens[i];
        report->ordered = report->ordered && indexes[i] == report->next;
        report->next = indexes[i] + 1;
    }
    return URA_OK;
}

/* Adds the record at PLACE of the old report to the new one. */
static int
move(const struct report *report, struct renewal *renewal, struct record_place *place,
     struct ura_buf *line)
{
    buf_clear(line);
    if (!buf_reserve(line, place->len))
        return ENOMEM;
    while (line->len < place->len) {
        ssize_t got = pread(report->fd, line->ptr + line->len, place->len - line->len,
                            (off_t)(place->offset + line->len));

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got ? errno : EIO;
        line->len += (size_t)got;
    }
    return add(renewal, buf_str(line), place);
}

enum ura_status
report_finish(struct report *report, struct ura_error *error)
{
    struct renewal renewal;
    struct ura_buf line = {0};
    int why;

    if (report->ordered)
        return URA_OK;
    why = begin(report, &renewal);
    for (size_t i = 0; !why && i < report->batch->list.count; i++)
        if (report->places[i].len)
            why = move(report, &renewal, &report->places[i], &line);
    buf_release(&line);
    why = install(report, &renewal, why);
    return why ? fail(report, why, error) : URA_OK;
}

void
report_close(struct report *report)
{
    if (report->fd >= 0)
        close(report->fd);
    free(report->places);
    *report = (struct report){.fd = -1};
}
