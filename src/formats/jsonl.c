/* jsonl.c - one object a line, everything known of it; the pipe between commands. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/jsonl.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

enum {
    FEW_SPANS = 16,   /* spans of a sentence that need no second look-up */
    REAL_DIGITS = 9,  /* with which a float comes back as it was */
    HASH_DIGITS = 17, /* 64 bits in hexadecimal, and the end */
};

static int
take_bytes(const char *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return ((struct ura_buf *)user)->failed ? -1 : 0;
}

/* Appends OBJECT, which may be NULL (out of memory), as a line; drops it. */
static enum ura_status
append_object(struct writer *writer, json_t *object)
{
    int failed = !object || json_dump_callback(object, take_bytes, &writer->buf,
                                               JSON_COMPACT | JSON_REAL_PRECISION(REAL_DIGITS));

    json_decref(object);
    if (failed)
        return error_memory(writer->error);
    buf_append_byte(&writer->buf, '\n');
    return writer_step(writer);
}

static json_t *
text_of(struct ura_str text)
{
    return json_stringn(text.ptr, text.len);
}

/* [[start, end], ...]: where FLOW came from in the file as it came. */
static json_t *
spans_of(const struct ura_document *document, struct ura_span flow)
{
    struct ura_span few[FEW_SPANS], *spans = few;
    size_t count = ura_document_origin(document, flow, few, FEW_SPANS);
    json_t *list = json_array();

    if (count > FEW_SPANS) {
        spans = array_new(count, sizeof *spans);
        if (!spans) {
            json_decref(list);
            return NULL;
        }
        ura_document_origin(document, flow, spans, count);
    }
    for (size_t i = 0; i < count; i++)
        json_array_append_new(
            list, json_pack("[I,I]", (json_int_t)spans[i].start, (json_int_t)spans[i].end));
    if (spans != few)
        free(spans);
    return list;
}

static json_t *
side_of(const struct ura_document *document, size_t first, size_t count)
{
    json_t *indexes = json_array(), *texts = json_array(), *spans = json_array();

    for (size_t i = 0; i < count; i++) {
        struct ura_span flow = document->sentences[first + i].flow;

        json_array_append_new(indexes, json_integer((json_int_t)(first + i)));
        json_array_append_new(texts, text_of(ura_document_text(document, flow)));
        json_array_append_new(spans, spans_of(document, flow));
    }
    return json_pack("{s:o,s:o,s:o}", "sentences", indexes, "texts", texts, "spans", spans);
}

/* What is known of a document before its sentences. */
static json_t *
document_record(const struct ura_document *document)
{
    return json_pack("{s:s,s:s,s:s,s:s}", "name", document->name, "language",
                     document->language, "encoding", document->encoding, "layout",
                     ura_layout_name(document->layout));
}

/* What is known only once all of it was read. */
static json_t *
add_totals(json_t *record, const struct ura_document *document)
{
    char hash[HASH_DIGITS];

    snprintf(hash, sizeof hash, "%016" PRIx64, document->hash);
    json_object_set_new(record, "hash", json_string(hash));
    json_object_set_new(record, "bytes", json_integer((json_int_t)document->size));
    json_object_set_new(
        record, "sentences",
        json_integer((json_int_t)(document->sentence_base + document->sentence_count)));
    return record;
}

static json_t *
aside_record(const struct ura_document *document, size_t index, const char *side)
{
    const struct ura_aside *aside = &document->asides[index];
    json_t *record = json_pack("{s:s,s:s,s:o,s:o}", "record", "furniture", "kind",
                               ura_furniture_name(aside->kind), "text",
                               text_of(ura_document_text(document, aside->flow)), "spans",
                               spans_of(document, aside->flow));

    if (side)
        json_object_set_new(record, "side", json_string(side));
    return record;
}

static const char *
kind_of(const struct ura_bead *bead)
{
    if (bead->moved)
        return "moved";
    return bead->source_count && bead->target_count ? "pair" : "null";
}

static json_t *
bead_record(const struct ura_bitext *bitext, size_t index)
{
    const struct ura_bead *bead = &bitext->beads[index];

    return json_pack("{s:s,s:I,s:s,s:f,s:f,s:o,s:o}", "record", "bead", "bead",
                     (json_int_t)index, "kind", kind_of(bead), "score", (double)bead->score,
                     "confidence", (double)bead->probability, "source",
                     side_of(bitext->source, bead->source_first, bead->source_count), "target",
                     side_of(bitext->target, bead->target_first, bead->target_count));
}

static json_t *
row_record(const struct ura_bitext *bitext, const struct row *row)
{
    switch (row->kind) {
    case ROW_SOURCE_ASIDE:
        return aside_record(bitext->source, row->index, "source");
    case ROW_TARGET_ASIDE:
        return aside_record(bitext->target, row->index, "target");
    case ROW_BEAD:
        break;
    }
    return bead_record(bitext, row->index);
}

static enum ura_status
write_bitext(const struct ura_bitext *bitext, const struct ura_write_options *options,
             ura_sink *sink, void *user, struct ura_error *error)
{
    struct writer writer = {.sink = sink, .user = user, .error = error};
    struct row_walk walk = {.bitext = bitext, .asides = true};
    enum ura_status status;
    struct row row;

    status = append_object(
        &writer,
        json_pack("{s:s,s:i,s:s,s:s,s:s,s:f,s:o,s:o}", "record", "bitext", "schema",
                  JSONL_SCHEMA, "program", "ura", "version", ura_version(), "command",
                  options->command ? options->command : "", "translation",
                  (double)bitext->translation, "source",
                  add_totals(document_record(bitext->source), bitext->source), "target",
                  add_totals(document_record(bitext->target), bitext->target)));
    while (!status && row_walk_next(&walk, &row))
        status = append_object(&writer, row_record(bitext, &row));
    return writer_close(&writer, status);
}

static json_t *
sentence_record(const struct ura_document *document, size_t index)
{
    struct ura_span flow = document->sentences[index].flow;

    return json_pack("{s:s,s:I,s:o,s:o}", "record", "sentence", "sentence",
                     (json_int_t)(document->sentence_base + index), "text",
                     text_of(ura_document_text(document, flow)), "spans",
                     spans_of(document, flow));
}

static enum ura_status
append_window(struct writer *writer, const struct ura_document *document)
{
    enum ura_status status = URA_OK;
    size_t aside = 0;

    for (size_t i = 0; !status && i <= document->sentence_count; i++) {
        for (; !status && aside < document->aside_count && document->asides[aside].before <= i;
             aside++)
            status = append_object(writer, aside_record(document, aside, NULL));
        if (!status && i < document->sentence_count)
            status = append_object(writer, sentence_record(document, i));
    }
    return status;
}

static enum ura_status
write_sentences(const struct ura_document *document, const struct ura_write_options *options,
                ura_sink *sink, void *user, struct ura_error *error)
{
    struct writer writer = {.sink = sink, .user = user, .error = error};
    enum ura_status status = URA_OK;

    if (!options->follows)
        status = append_object(&writer, json_pack("{s:s,s:i,s:s,s:s,s:s,s:o}", "record",
                                                  "document", "schema", JSONL_SCHEMA, "program",
                                                  "ura", "version", ura_version(), "command",
                                                  options->command ? options->command : "",
                                                  "document", document_record(document)));
    if (!status)
        status = append_window(&writer, document);
    if (!status && !options->unfinished)
        status =
            append_object(&writer, add_totals(json_pack("{s:s}", "record", "end"), document));
    return writer_close(&writer, status);
}

const struct ura_format format_jsonl = {
    .name = "jsonl",
    .summary = "one object a line, everything known of it",
    .holds = "texts, indexes, byte spans, scores, confidence, kinds, furniture, provenance",
    .loses = "nothing",
    .room = URA_ROOM_TARGET | URA_ROOM_ID | URA_ROOM_LANGUAGE | URA_ROOM_STATE |
            URA_ROOM_SCORE | URA_ROOM_PLACE | URA_ROOM_PROPERTIES | URA_ROOM_LINES |
            URA_ROOM_FURNITURE | URA_ROOM_MARKUP | URA_ROOM_ANY_MARKUP,
    .content = URA_CONTENT_EITHER,
    .bid = jsonl_bid,
    .open = jsonl_open,
    .next = jsonl_next,
    .close = jsonl_close,
    .begin = jsonl_write_begin,
    .write = jsonl_write_unit,
    .write_bitext = write_bitext,
    .write_sentences = write_sentences,
};
