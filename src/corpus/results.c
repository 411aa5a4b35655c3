/* results.c - the results of a batch, of all its shards, as bitexts to merge. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus/folder.h"
#include "corpus/record.h"
#include "corpus/sources.h"

enum { NAME_SHOWN = 100 }; /* bytes of a name in a message */

/* A result that a report tells of. */
struct result {
    struct ura_str name; /* in the arena of the sources */
    struct ura_str suffix;
};

struct gathering {
    struct ura_corpus_sources *sources;
    const char *folder;
    struct result *results;
    size_t count, capacity;
    struct ura_corpus_results *totals;
    struct shard *shards; /* of the reports that were read */
    size_t shard_count, shard_capacity;
    struct ura_buf scratch;
};

static enum ura_status
add_result(struct gathering *gathering, const struct record_line *line, struct ura_error *error)
{
    struct ura_arena *arena = &gathering->sources->arena;
    struct result *results = array_grow(gathering->results, &gathering->capacity,
                                        gathering->count + 1, sizeof *results);

    if (!results)
        return error_memory(error);
    gathering->results = results;
    results[gathering->count] =
        (struct result){arena_copy(arena, line->name), arena_copy(arena, line->suffix)};
    if (!results[gathering->count].name.ptr || !results[gathering->count].suffix.ptr)
        return error_memory(error);
    gathering->count++;
    return URA_OK;
}

/* Every line of the report TEXT; its head says how many pairs there must be. */
static enum ura_status
read_records(struct gathering *gathering, struct ura_str text, struct ura_error *error)
{
    size_t wanted = 0, found = 0;
    enum ura_status status = URA_OK;

    while (!status && text.len) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t len = end ? (size_t)(end - text.ptr) : text.len;
        struct record_line line;

        if (record_scan(ura_str_slice(text, 0, len), &gathering->scratch, &line)) {
            wanted = line.is_head ? line.pairs : wanted;
            found += line.is_pair;
            gathering->totals->failed += line.is_pair && !line.done;
            if (line.is_pair && line.done)
                status = add_result(gathering, &line, error);
        }
        text = ura_str_slice(text, end ? len + 1 : len, text.len);
    }
    if (!status && found < wanted)
        status = error_set(error, URA_BAD_INPUT,
                           "has records of %zu of %zu pairs; finish it with ura batch --resume",
                           found, wanted);
    return status;
}

static enum ura_status
read_report(const char *name, struct shard shard, void *user, struct ura_error *error)
{
    struct gathering *gathering = user;
    struct ura_context *context = gathering->sources->context;
    struct shard *shards = array_grow(gathering->shards, &gathering->shard_capacity,
                                      gathering->shard_count + 1, sizeof *shards);
    struct ura_buf path = {0}, text = {0};
    enum ura_status status;

    if (!shards)
        return error_memory(error);
    gathering->shards = shards;
    shards[gathering->shard_count++] = shard;
    buf_append_text(&path, gathering->folder);
    buf_append_byte(&path, '/');
    buf_append(&path, name, strlen(name) + 1);
    status = path.failed ? error_memory(error)
                         : file_load(path.ptr, ura_context_limit(context, URA_LIMIT_FILE),
                                     ura_limit_name(URA_LIMIT_FILE), &text, error);
    if (!status)
        status = read_records(gathering, buf_str(&text), error);
    if (status && path.ptr)
        error_set_file(error, path.ptr);
    buf_release(&path);
    buf_release(&text);
    return status;
}

static bool
has_shard(const struct gathering *gathering, size_t number, size_t count)
{
    for (size_t i = 0; i < gathering->shard_count; i++)
        if (gathering->shards[i].number == number && gathering->shards[i].count == count)
            return true;
    return false;
}

/* A report of the whole list, or one of each shard. */
static enum ura_status
check_shards(const struct gathering *gathering, struct ura_error *error)
{
    size_t count;

    if (!gathering->shard_count)
        return error_set(error, URA_BAD_INPUT,
                         "has no report.jsonl; ura batch makes one where it puts its results");
    if (has_shard(gathering, 0, 0))
        return URA_OK;
    count = gathering->shards[0].count;
    for (size_t number = 1; number <= count; number++)
        if (!has_shard(gathering, number, count))
            return error_set(error, URA_BAD_INPUT,
                             "has no report of shard %zu of %zu; run ura batch --shard %zu/%zu",
                             number, count, number, count);
    return URA_OK;
}

static int
compare(const void *first, const void *second)
{
    const struct result *one = first, *other = second;
    /* Names hold no zero byte, and copies end with one. */
    int order = strcmp(one->name.ptr, other->name.ptr);

    return order ? order : strcmp(one->suffix.ptr, other->suffix.ptr);
}

/* Adds the results in the order of their names, each once: shards change nothing in it. */
static enum ura_status
add_files(struct gathering *gathering, struct ura_error *error)
{
    struct ura_corpus_sources *sources = gathering->sources;
    enum ura_status status = URA_OK;

    if (gathering->count)
        qsort(gathering->results, gathering->count, sizeof *gathering->results, compare);
    for (size_t i = 0; !status && i < gathering->count; i++) {
        const struct result *result = &gathering->results[i];
        struct ura_corpus_file file = {.name = result->name.ptr};
        struct ura_buf path = {0};

        if (i && compare(result, result - 1) == 0)
            continue;
        buf_append_text(&path, gathering->folder);
        buf_append_byte(&path, '/');
        buf_append_str(&path, result->name);
        buf_append_str(&path, result->suffix);
        file.path = path.failed ? NULL : arena_copy(&sources->arena, buf_str(&path)).ptr;
        buf_release(&path);
        if (file.path && access(file.path, F_OK))
            status = error_set(error, URA_BAD_INPUT,
                               "lacks %.*s%s, which the report has; make it again with ura "
                               "batch --resume",
                               NAME_SHOWN, file.name, result->suffix.ptr);
        else
            status = sources_add(sources, &file, error);
        gathering->totals->merged += !status;
    }
    return status;
}

enum ura_status
ura_corpus_sources_add_results(struct ura_corpus_sources *sources, const char *folder,
                               struct ura_corpus_results *out, struct ura_error *error)
{
    struct gathering gathering = {.sources = sources, .folder = folder, .totals = out};
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    enum ura_status status;

    *out = (struct ura_corpus_results){0};
    if (fd < 0) {
        status = error_errno(error, "cannot open the folder", errno);
    } else {
        status = folder_reports(fd, read_report, &gathering, error);
        close(fd);
    }
    if (!status)
        status = check_shards(&gathering, error);
    if (!status)
        status = add_files(&gathering, error);
    if (status)
        error_set_file(error, folder);
    free(gathering.results);
    free(gathering.shards);
    buf_release(&gathering.scratch);
    return status;
}
