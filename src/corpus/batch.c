/* batch.c - a list that was read, and what is to be done of it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/corpus.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus/learning.h"
#include "pair/pair.h"

static const char *const reason_names[URA_BATCH_REASONS] = {
    [URA_BATCH_BAD_INPUT] = "bad-input", [URA_BATCH_LIMIT] = "limit",
    [URA_BATCH_MEMORY] = "memory",       [URA_BATCH_TIMEOUT] = "timeout",
    [URA_BATCH_CRASH] = "crash",         [URA_BATCH_IO] = "io",
    [URA_BATCH_OTHER] = "other",
};

static const char *const state_names[] = {
    [URA_BATCH_NEW] = "new",   [URA_BATCH_FAILED] = "failed", [URA_BATCH_CHANGED] = "changed",
    [URA_BATCH_LOST] = "lost", [URA_BATCH_KEPT] = "kept",
};

const char *
ura_batch_reason_name(enum ura_batch_reason reason)
{
    return (size_t)reason < URA_BATCH_REASONS ? reason_names[reason] : "other";
}

const char *
ura_batch_state_name(enum ura_batch_state state)
{
    return (size_t)state < sizeof state_names / sizeof *state_names ? state_names[state]
                                                                    : "new";
}

static enum ura_status
check_options(const struct ura_batch_options *options, struct ura_error *error)
{
    const struct ura_format *format = options->format;

    if (!options->folder || !format)
        return error_set(error, URA_BAD_ARGUMENT, "a batch needs a folder and a format");
    if (!format->write_bitext &&
        (!ura_format_writes_units(format) || !(format->room & URA_ROOM_TARGET)))
        return error_set(error, URA_BAD_ARGUMENT, "%s holds no pairs; tsv would", format->name);
    if (ura_format_outputs(format) > 1)
        return error_set(error, URA_BAD_ARGUMENT,
                         "%s is several files a pair; choose a format of one file, as tsv, and "
                         "convert that",
                         format->name);
    if (options->shards ? options->shard < 1 || options->shard > options->shards
                        : options->shard != 0)
        return error_set(error, URA_BAD_ARGUMENT,
                         "a shard is one of 1 to the number of shards");
    return URA_OK;
}

/* What a result depends on besides its texts: options, data, tables. */
static enum ura_status
find_settings(struct ura_batch *batch, struct ura_error *error)
{
    buf_clear(&batch->settings);
    settings_append(&batch->settings, &batch->options);
    if (batch->table)
        settings_append_table(&batch->settings, batch->table_hash);
    if (batch->learned)
        settings_append_table(&batch->settings, batch->learned_hash);
    buf_append_byte(&batch->settings, '\0');
    if (batch->settings.failed)
        return error_memory(error);
    batch->settings_hash =
        settings_hash(buf_str(&batch->settings), batch->data_hash, batch->brought_hash);
    if (!batch->learned)
        batch->lesson_hash = batch->settings_hash;
    return URA_OK;
}

enum ura_status
batch_take_learned(struct ura_batch *batch, struct ura_table *table, uint64_t hash,
                   struct ura_error *error)
{
    size_t count = 0;

    ura_table_free(batch->learned);
    batch->learned = table;
    batch->learned_hash = table ? hash : 0;
    batch->learned_facts = (struct ura_batch_learned){0, 0, 0, 0};
    if (batch->table)
        batch->options.pair.tables[count++] = batch->table;
    batch->options.pair.tables[count] = table;
    if (table) {
        struct ura_table_facts facts;

        ura_table_describe(table, &facts);
        batch->learned_facts = (struct ura_batch_learned){facts.pairs, facts.source_words,
                                                          facts.target_words, facts.links};
    }
    return find_settings(batch, error);
}

/* Opens the table that was asked for, and hashes the data. */
static enum ura_status
open_data(struct ura_batch *batch, struct ura_error *error)
{
    const char *path = batch->options.table;
    enum ura_status status =
        settings_hash_data(ura_context_data_folder(batch->context), &batch->data_hash, error);
    struct ura_buf bytes = {0};

    if (!status)
        status = pair_check_options(batch->context, &batch->options.pair, &batch->brought_hash,
                                    error);
    if (!status && path) {
        status = ura_table_open(batch->context, path, &batch->table, error);
        if (!status)
            status = file_load(path, SIZE_MAX / 2, "", &bytes, error);
        batch->table_hash = hash_bytes(bytes.ptr, bytes.len);
        buf_release(&bytes);
    }
    return status ? status : batch_take_learned(batch, NULL, 0, error);
}

enum ura_status
batch_resume(struct ura_batch *batch, struct ura_error *error)
{
    batch_drop_kept(batch);
    batch->kept_count = 0;
    batch->complete = false;
    for (size_t i = 0; i < batch->list.count; i++)
        batch->list.pairs[i].state = URA_BATCH_NEW;
    batch->kept = array_new(batch->list.count + 1, sizeof *batch->kept);
    return batch->kept ? resume_read(batch, error) : error_memory(error);
}

/* Finds what the first pass of earlier runs left, and the table that was made from it. */
static enum ura_status
recall(struct ura_batch *batch, struct ura_error *error)
{
    int folder = open(batch->options.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct learning learning;
    struct ura_table *table;
    enum ura_status status;
    uint64_t hash = 0;

    batch->unsure = true;
    if (folder < 0)
        return URA_OK; /* nothing was learned yet */
    status = learning_open(batch, folder, false, &learning, error);
    if (!status)
        status = learning_find_table(&learning, &table, &hash, error);
    if (!status && table) {
        batch->unsure = learning.missing > 0;
        status = batch_take_learned(batch, table, hash, error);
    }
    learning_close(&learning);
    close(folder);
    return status;
}

static enum ura_status
read_all(struct ura_batch *batch, const char *path, struct ura_error *error)
{
    enum ura_status status = open_data(batch, error);

    batch->suffix[0] = '.';
    strncpy(batch->suffix + 1, batch->options.format->name, sizeof batch->suffix - 2);
    if (!status)
        status = list_load(path, ura_context_limit(batch->context, URA_LIMIT_FILE),
                           batch->shard, batch->suffix, &batch->list, error);
    if (status)
        return status;
    if (batch->options.resume && learning_wanted(batch))
        status = recall(batch, error);
    if (!status && batch->options.resume)
        return batch_resume(batch, error);
    batch->kept = array_new(batch->list.count + 1, sizeof *batch->kept);
    return status || batch->kept ? status : error_memory(error);
}

enum ura_status
ura_batch_open(struct ura_context *context, const char *path,
               const struct ura_batch_options *options, struct ura_batch **out,
               struct ura_error *error)
{
    enum ura_status status = check_options(options, error);
    struct ura_batch *batch;

    *out = NULL;
    if (status)
        return status;
    batch = calloc(1, sizeof *batch);
    if (!batch)
        return error_memory(error);
    batch->context = context;
    batch->options = *options;
    batch->shard = (struct shard){options->shard, options->shards};
    status = read_all(batch, path, error);
    if (status) {
        ura_batch_free(batch);
        return status;
    }
    *out = batch;
    return URA_OK;
}

const struct ura_batch_pair *
ura_batch_at(const struct ura_batch *batch, size_t index)
{
    return index < batch->list.count ? &batch->list.pairs[index] : NULL;
}

void
batch_drop_kept(struct ura_batch *batch)
{
    for (size_t i = 0; i < batch->texts.count; i++)
        buf_release(&batch->texts.items[i]);
    free(batch->texts.items);
    free(batch->kept);
    batch->texts = (struct report_texts){NULL, 0, 0};
    batch->kept = NULL;
}

void
ura_batch_free(struct ura_batch *batch)
{
    if (!batch)
        return;
    batch_drop_kept(batch);
    ura_table_free(batch->table);
    ura_table_free(batch->learned);
    buf_release(&batch->settings);
    list_release(&batch->list);
    free(batch);
}
