/* record.c - what a report says of a pair. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/record.h"

#include <inttypes.h>
#include <stdio.h>

enum { HASH_SIZE = 20, CONFIDENCE_DECIMALS = 4, SECONDS_DECIMALS = 4, PEAK_DECIMALS = 1 };

void
record_release(struct pair_record *record)
{
    buf_release(&record->warnings);
}

static void
append_key(struct ura_buf *buf, const char *key)
{
    buf_append_text(buf, ",\"");
    buf_append_text(buf, key);
    buf_append_text(buf, "\":");
}

static void
append_text(struct ura_buf *buf, const char *key, const char *value)
{
    append_key(buf, key);
    buf_append_json(buf, ura_str_from(value));
}

static void
append_number(struct ura_buf *buf, const char *key, size_t value)
{
    append_key(buf, key);
    buf_append_unsigned(buf, value);
}

static void
append_hash(struct ura_buf *buf, const char *key, uint64_t value)
{
    char digits[HASH_SIZE];

    snprintf(digits, sizeof digits, "%016" PRIx64, value);
    append_text(buf, key, digits);
}

static void
append_real(struct ura_buf *buf, const char *key, double value, int decimals)
{
    append_key(buf, key);
    buf_append_fixed(buf, value, decimals);
}

static void
append_side(struct ura_buf *buf, const char *key, const char *path,
            const struct record_side *side)
{
    append_key(buf, key);
    buf_append_text(buf, "{\"path\":");
    buf_append_json(buf, ura_str_from(path));
    if (side->hashed) {
        append_hash(buf, "hash", side->hash);
        append_number(buf, "bytes", side->bytes);
    }
    if (side->read) {
        append_text(buf, "language", side->language);
        append_text(buf, "encoding", side->encoding);
        append_text(buf, "layout", ura_layout_name(side->layout));
        append_number(buf, "sentences", side->sentences);
    }
    buf_append_byte(buf, '}');
}

static void
append_beads(struct ura_buf *buf, const struct pair_record *record)
{
    append_key(buf, "beads");
    buf_append_text(buf, "{\"pair\":");
    buf_append_unsigned(buf, record->pairs);
    append_number(buf, "null", record->nulls);
    append_number(buf, "moved", record->moved);
    buf_append_byte(buf, '}');
    append_number(buf, "one_to_one", record->one_to_one);
    append_real(buf, "confidence", record->confidence, CONFIDENCE_DECIMALS);
    append_real(buf, "translation", record->translation, CONFIDENCE_DECIMALS);
    append_number(buf, "left_out", record->left_out);
}

void
record_append_error(struct ura_buf *buf, const struct ura_error *error)
{
    buf_append_text(buf, error->file);
    if (error->line) {
        buf_append_text(buf, error->file[0] ? ":" : "line ");
        buf_append_unsigned(buf, error->line);
    }
    if (error->file[0] || error->line)
        buf_append_text(buf, ": ");
    buf_append_text(buf, error->message);
    if (error->has_offset) {
        buf_append_text(buf, " (byte ");
        buf_append_unsigned(buf, error->offset);
        buf_append_byte(buf, ')');
    }
}

static void
append_error(struct ura_buf *buf, const struct pair_record *record)
{
    append_key(buf, "error");
    buf_append_text(buf, "{\"reason\":");
    buf_append_json(buf, ura_str_from(ura_batch_reason_name(record->reason)));
    append_text(buf, "message", record->error.message);
    if (record->error.file[0])
        append_text(buf, "file", record->error.file);
    if (record->error.line)
        append_number(buf, "line", record->error.line);
    if (record->error.has_offset)
        append_number(buf, "offset", record->error.offset);
    buf_append_byte(buf, '}');
}

void
record_append(struct ura_buf *buf, const struct ura_batch_pair *pair,
              const struct pair_record *record)
{
    buf_append_text(buf, "{\"record\":\"pair\"");
    append_text(buf, "name", pair->name);
    append_text(buf, "status", record->failed ? "failed" : "done");
    if (!record->failed) {
        append_hash(buf, "key", record->key);
        append_text(buf, "result", record->result);
        append_number(buf, "bytes", record->result_bytes);
    }
    append_side(buf, "source", pair->source, &record->source);
    append_side(buf, "target", pair->target, &record->target);
    if (record->failed)
        append_error(buf, record);
    else
        append_beads(buf, record);
    append_key(buf, "warnings");
    buf_append_byte(buf, '[');
    buf_append_str(buf, buf_str(&record->warnings));
    buf_append_byte(buf, ']');
    append_real(buf, "seconds", record->seconds, SECONDS_DECIMALS);
    append_real(buf, "peak_mib", record->peak, PEAK_DECIMALS);
    buf_append_text(buf, "}\n");
}
