/* batch.c - a list that was read, and what is to be done of it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/corpus.h"

#include <stdlib.h>

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

/* What a result depends on besides its texts. */
static enum ura_status
find_settings(struct ura_batch *batch, struct ura_error *error)
{
    uint64_t brought;
    enum ura_status status =
        settings_hash_data(ura_context_data_folder(batch->context), &batch->data_hash, error);

    if (!status)
        status = pair_check_options(batch->context, &batch->options.pair, &brought, error);
    if (status)
        return status;
    settings_append(&batch->settings, &batch->options);
    buf_append_byte(&batch->settings, '\0');
    if (batch->settings.failed)
        return error_memory(error);
    batch->settings_hash = settings_hash(buf_str(&batch->settings), batch->data_hash, brought);
    return URA_OK;
}

static enum ura_status
read_all(struct ura_batch *batch, const char *path, struct ura_error *error)
{
    enum ura_status status = find_settings(batch, error);

    batch->suffix[0] = '.';
    strncpy(batch->suffix + 1, batch->options.format->name, sizeof batch->suffix - 2);
    if (!status)
        status = list_load(path, ura_context_limit(batch->context, URA_LIMIT_FILE),
                           batch->shard, batch->suffix, &batch->list, error);
    if (status)
        return status;
    batch->kept = array_new(batch->list.count + 1, sizeof *batch->kept);
    if (!batch->kept)
        return error_memory(error);
    return batch->options.resume ? resume_read(batch, error) : URA_OK;
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
    buf_release(&batch->settings);
    list_release(&batch->list);
    free(batch);
}
