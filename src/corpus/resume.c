/* resume.c - what earlier runs did and what of that still holds. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/corpus.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 256 << 10 }; /* bytes; most stories are read with one call */

/* What is read, and with what. */
struct reading {
    struct ura_batch *batch;
    int folder;
    struct ura_buf name, path, bytes; /* scratch */
    uint64_t *keys;                   /* by pair; where it is known */
    bool *keyed;
};

/* One report, as far as it decides whether it can stay as it is. */
struct report_reading {
    const char *name;
    bool own;
    bool tidy;   /* a head, then the pairs of the list in its order, all kept */
    size_t next; /* the pair that comes next in a tidy one */
    size_t line;
};

uint64_t
resume_key(const struct ura_batch *batch, const struct ura_batch_pair *pair,
           uint64_t source_hash, uint64_t target_hash)
{
    const uint64_t all[] = {
        batch->settings_hash, hash_bytes(pair->source, strlen(pair->source)),
        source_hash,          hash_bytes(pair->target, strlen(pair->target)),
        target_hash,
    };

    return hash_bytes(all, sizeof all);
}

void
result_name(const struct ura_batch *batch, const struct ura_batch_pair *pair, char *out)
{
    size_t len = strlen(pair->name);

    memcpy(out, pair->name, len);
    memcpy(out + len, batch->suffix, strlen(batch->suffix) + 1);
}

/* Hash and size of what comes from FD, which BLOCK, a full READ_STEP, is the start of. */
static bool
hash_rest(int fd, struct ura_buf *block, uint64_t *out, size_t *bytes)
{
    struct hash_stream *stream = hash_stream_new();
    size_t got = block->len;
    bool good = stream != NULL;

    *bytes = 0;
    while (good && got > 0) {
        hash_stream_add(stream, block->ptr, got);
        *bytes += got;
        good = !file_read(fd, block->ptr, READ_STEP, &got, NULL);
    }
    if (good)
        *out = hash_stream_value(stream);
    hash_stream_free(stream);
    return good;
}

bool
resume_hash_file(const char *path, struct ura_buf *scratch, uint64_t *out, size_t *bytes)
{
    struct stat found;
    bool good;
    int fd;

    /* A pipe must not even be opened: its writer would take that for the reading. */
    if (stat(path, &found) || !S_ISREG(found.st_mode))
        return false;
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    buf_clear(scratch);
    good = buf_reserve(scratch, READ_STEP) &&
           !file_read(fd, scratch->ptr, READ_STEP, &scratch->len, NULL);
    if (good && scratch->len == READ_STEP) {
        good = hash_rest(fd, scratch, out, bytes);
    } else if (good) {
        *out = hash_bytes(scratch->ptr, scratch->len);
        *bytes = scratch->len;
    }
    close(fd);
    return good;
}

/* The key that a result of pair INDEX has today; false if a text cannot be read. */
static bool
find_key(struct reading *reading, size_t index, uint64_t *out)
{
    struct ura_batch *batch = reading->batch;
    const struct ura_batch_pair *pair = &batch->list.pairs[index];
    uint64_t source, target;
    size_t bytes;

    if (!reading->keyed[index]) {
        if (!list_resolve(&batch->list, pair->source, &reading->path) ||
            !resume_hash_file(reading->path.ptr, &reading->bytes, &source, &bytes) ||
            !list_resolve(&batch->list, pair->target, &reading->path) ||
            !resume_hash_file(reading->path.ptr, &reading->bytes, &target, &bytes))
            return false;
        reading->keys[index] = resume_key(batch, pair, source, target);
        reading->keyed[index] = true;
    }
    *out = reading->keys[index];
    return true;
}

/* What the record LINE says of pair INDEX, seen from today. */
static enum ura_batch_state
judge(struct reading *reading, size_t index, const struct record_line *line)
{
    char result[RESULT_NAME_SIZE];
    struct stat found;
    uint64_t key;

    if (!line->done)
        return URA_BATCH_FAILED;
    if (!find_key(reading, index, &key) || key != line->key)
        return URA_BATCH_CHANGED;
    result_name(reading->batch, &reading->batch->list.pairs[index], result);
    if (fstatat(reading->folder, result, &found, 0) || !S_ISREG(found.st_mode) ||
        (size_t)found.st_size != line->result_bytes)
        return URA_BATCH_LOST;
    return URA_BATCH_KEPT;
}

/* Takes one line, with its line end, of REPORT. */
static void
take_line(struct reading *reading, struct report_reading *report, struct ura_str text)
{
    struct ura_batch *batch = reading->batch;
    struct record_line line;
    uint32_t index;

    report->line++;
    if (!record_scan(ura_str_slice(text, 0, text.len - 1), &reading->name, &line)) {
        report->tidy = false;
        context_report(batch->context, URA_REPORT_WARNING,
                       "%s:%zu: is no record of a pair and is dropped", report->name,
                       report->line);
        return;
    }
    if (!line.is_pair) {
        report->tidy = report->tidy && report->line == 1;
        return;
    }
    index = list_find(&batch->list, line.name);
    if (index == INTERN_NONE || batch->list.pairs[index].state == URA_BATCH_KEPT) {
        report->tidy = false;
        return;
    }
    batch->list.pairs[index].state = judge(reading, index, &line);
    report->tidy = report->tidy && batch->list.pairs[index].state == URA_BATCH_KEPT &&
                   index == report->next++;
    if (batch->list.pairs[index].state == URA_BATCH_KEPT) {
        batch->kept[index] = text;
        batch->kept_count++;
    }
}

/* Takes all lines of a report; what stands after the last line end was cut off when its run was
 * killed, or is not yet written whole by one that is at work. */
static void
take_lines(struct reading *reading, struct report_reading *report, struct ura_str text)
{
    size_t at = 0;

    while (at < text.len) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t stop = end ? (size_t)(end - text.ptr) + 1 : text.len;

        if (end) {
            take_line(reading, report, ura_str_slice(text, at, stop));
        } else {
            report->tidy = false;
            if (report->own)
                context_report(reading->batch->context, URA_REPORT_NOTE,
                               "%s: its last line was cut off and is dropped", report->name);
        }
        at = stop;
    }
}

static enum ura_status
read_report(const char *name, struct shard shard, void *user, struct ura_error *error)
{
    struct reading *reading = user;
    struct ura_batch *batch = reading->batch;
    struct report_reading report = {.name = name, .tidy = true};
    struct ura_buf path = {0}, *texts;
    enum ura_status status;

    texts = array_grow(batch->texts.items, &batch->texts.capacity, batch->texts.count + 1,
                       sizeof *texts);
    if (!texts)
        return error_memory(error);
    batch->texts.items = texts;
    texts += batch->texts.count++;
    *texts = (struct ura_buf){0};
    buf_append_text(&path, batch->options.folder);
    buf_append_byte(&path, '/');
    buf_append(&path, name, strlen(name) + 1);
    if (path.failed)
        status = error_memory(error);
    else
        status = file_load(path.ptr, SIZE_MAX / 2, "", texts, error);
    buf_release(&path);
    if (status) {
        error_set_file(error, name);
        return status;
    }
    report.own = shard.number == batch->shard.number && shard.count == batch->shard.count;
    take_lines(reading, &report, buf_str(texts));
    if (report.own)
        batch->complete = report.tidy && report.next == batch->list.count;
    return URA_OK;
}

enum ura_status
resume_read(struct ura_batch *batch, struct ura_error *error)
{
    struct reading reading = {.batch = batch};
    enum ura_status status = URA_OK;

    reading.folder = open(batch->options.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (reading.folder < 0)
        return URA_OK; /* nothing was done yet; the run will say what is wrong with the folder
                        */
    reading.keys = array_new(batch->list.count + 1, sizeof *reading.keys);
    reading.keyed = array_new(batch->list.count + 1, sizeof *reading.keyed);
    if (!reading.keys || !reading.keyed)
        status = error_memory(error);
    if (!status)
        status = folder_reports(reading.folder, read_report, &reading, error);
    free(reading.keys);
    free(reading.keyed);
    buf_release(&reading.name);
    buf_release(&reading.path);
    buf_release(&reading.bytes);
    close(reading.folder);
    return status;
}
