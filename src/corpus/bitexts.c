/* bitexts.c - many bitexts as one stream of pairs. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/bitexts.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/input.h"
#include "formats/jsonl_lines.h"

static const double FRACTION_UNIT = 0x1p-53; /* a double holds so many bits */
enum { FRACTION_BITS = 53, HASH_BITS = 64 };

uint64_t
pair_hash(const struct ura_unit *unit)
{
    uint64_t sides[2] = {hash_bytes(unit->source.ptr, unit->source.len),
                         hash_bytes(unit->target.ptr, unit->target.len)};

    return hash_bytes(sides, sizeof sides);
}

double
hash_fraction(uint64_t hash, uint64_t seed)
{
    uint64_t both[2] = {seed, hash};

    return (double)(hash_bytes(both, sizeof both) >> (HASH_BITS - FRACTION_BITS)) *
           FRACTION_UNIT;
}

static void
close_stream(struct bitext_stream *stream)
{
    ura_units_free(stream->units);
    ura_input_free(stream->input);
    *stream = (struct bitext_stream){0};
}

/* A corpus is made of pairs in one file each. */
static enum ura_status
check_format(const struct ura_format *format, struct ura_error *error)
{
    if (format->companions)
        return error_set(error, URA_BAD_ARGUMENT,
                         "%s is more than one file; make it one with ura convert --from %s",
                         format->name, format->name);
    return URA_OK;
}

static enum ura_status
check_content(const struct ura_units *units, struct ura_error *error)
{
    const struct ura_units_header *header = ura_units_header(units);

    if (header->content == URA_CONTENT_PAIRS)
        return URA_OK;
    return error_set(error, URA_BAD_INPUT,
                     "holds no pairs of texts, it is %s; ura align makes them of two documents",
                     header->format);
}

static enum ura_status
open_stream(struct ura_corpus *corpus, const struct ura_corpus_file *file,
            struct bitext_stream *out, struct ura_error *error)
{
    const struct ura_format *format = corpus->options.from;
    struct ura_units_options options = {
        .encoding = corpus->options.encoding,
        .source_language = corpus->options.source_language,
        .target_language = corpus->options.target_language,
    };
    enum ura_status status = ura_input_open(file->path, NULL, &out->input, error);

    if (!status && !format)
        status = ura_format_guess(out->input, false, &format, error);
    if (!status)
        status = check_format(format, error);
    if (!status)
        status =
            ura_units_open(corpus->context, out->input, format, &options, &out->units, error);
    if (!status)
        status = check_content(out->units, error);
    if (status) {
        error_set_file(error, file->path);
        close_stream(out);
        return status;
    }
    corpus->facts[file - corpus->options.files] = (struct bitext_facts){.format = format};
    return URA_OK;
}

static struct bitext_stream *
current_stream(struct ura_corpus *corpus)
{
    return corpus->index == 0 && !corpus->rewound ? &corpus->first : &corpus->next;
}

/* The file that is read from here on. */
static void
enter_file(struct ura_corpus *corpus)
{
    corpus->place = (struct ura_corpus_place){
        .file = &corpus->options.files[corpus->index],
        .file_index = corpus->index,
    };
    buf_clear(&corpus->document);
    corpus->headed = false;
}

enum ura_status
ura_corpus_open(struct ura_context *context, const struct ura_corpus_options *options,
                struct ura_corpus **out, struct ura_error *error)
{
    struct ura_corpus *corpus = calloc(1, sizeof *corpus);
    enum ura_status status;

    *out = NULL;
    if (!corpus)
        return error_memory(error);
    corpus->context = context;
    corpus->options = *options;
    corpus->facts = array_new(options->file_count, sizeof *corpus->facts);
    if (!options->file_count)
        status = error_set(error, URA_BAD_ARGUMENT, "no file is named");
    else if (!corpus->facts)
        status = error_memory(error);
    else
        status = open_stream(corpus, options->files, &corpus->first, error);
    if (status) {
        ura_corpus_free(corpus);
        return status;
    }
    corpus->header = *ura_units_header(corpus->first.units);
    if (options->file_count > 1) {
        /* What the first file says of itself is not so of the others. */
        corpus->header.original = (struct ura_str){NULL, 0};
        corpus->header.target_original = (struct ura_str){NULL, 0};
        corpus->header.record = (struct ura_str){NULL, 0};
        /* Lines without that head are given one of their own. */
        if (strcmp(corpus->header.format, "jsonl") == 0)
            corpus->header.format = "";
        corpus->header.properties = NULL;
        corpus->header.property_count = 0;
    }
    enter_file(corpus);
    *out = corpus;
    return URA_OK;
}

const struct ura_units_header *
ura_corpus_header(const struct ura_corpus *corpus)
{
    return &corpus->header;
}

/* Notes what is known now that all of the file is read, and goes on to the next. */
static enum ura_status
leave_file(struct ura_corpus *corpus, struct ura_error *error)
{
    struct bitext_stream *stream = current_stream(corpus);
    struct bitext_facts *facts = &corpus->facts[corpus->index];
    enum ura_status status = input_drain(stream->input, error);
    const struct ura_loss *losses;
    size_t count;

    if (status)
        return status;
    facts->hash = ura_input_hash(stream->input);
    facts->bytes = ura_input_offset(stream->input);
    losses = ura_units_losses(stream->units, &count);
    for (size_t i = 0; i < count; i++)
        losses_add(&corpus->losses, losses[i].what, losses[i].count);
    close_stream(&corpus->next);
    corpus->index++;
    if (corpus->index == corpus->options.file_count)
        return URA_END;
    status = open_stream(corpus, &corpus->options.files[corpus->index], &corpus->next, error);
    if (!status)
        enter_file(corpus);
    return status;
}

/* What the unit's document is called: by itself, else by its file; empty: nobody says. */
static struct ura_str
document_of(const struct ura_corpus *corpus, const struct ura_unit *unit,
            const struct ura_units_header *header)
{
    for (size_t i = 0; i < unit->property_count; i++)
        if (unit->properties[i].side == URA_SIDE_UNIT &&
            ura_str_equal(unit->properties[i].name, URA_STR("document")))
            return unit->properties[i].value;
    return corpus->headed ? buf_str(&corpus->head) : header->original;
}

static uint64_t
document_hash(const struct ura_corpus_file *file, struct ura_str document)
{
    struct ura_str name = ura_str_from(file->name ? file->name : file->path);
    uint64_t parts[2] = {hash_bytes(name.ptr, name.len),
                         hash_bytes(document.ptr, document.len)};

    return hash_bytes(parts, sizeof parts);
}

static enum ura_status
note_place(struct ura_corpus *corpus, const struct ura_unit *unit,
           const struct ura_units_header *header, struct ura_error *error)
{
    struct ura_str document = document_of(corpus, unit, header);
    struct ura_corpus_place *place = &corpus->place;

    corpus->facts[corpus->index].pairs++;
    if (place->number == 0 || !ura_str_equal(document, buf_str(&corpus->document))) {
        buf_clear(&corpus->document);
        buf_append_str(&corpus->document, document);
        if (corpus->document.failed)
            return error_memory(error);
        place->document = buf_str(&corpus->document);
        place->document_hash = document_hash(place->file, document);
        place->number = 0;
    }
    place->number++;
    return URA_OK;
}

/*
 * What stands behind a unit of jsonl and is none says of those that follow which document they
 * are of. It does not go with this one: its neighbours may be left out or stand elsewhere.
 */
static enum ura_status
cut_record(struct ura_corpus *corpus, struct ura_unit *unit, struct ura_error *error)
{
    const char *end =
        unit->record.len ? memchr(unit->record.ptr, '\n', unit->record.len) : NULL;
    size_t len = end ? (size_t)(end - unit->record.ptr) : 0;

    if (!end)
        return URA_OK;
    corpus->headed |= jsonl_find_document(
        ura_str_slice(unit->record, len + 1, unit->record.len), &corpus->head);
    unit->record.len = len;
    return corpus->head.failed ? error_memory(error) : URA_OK;
}

/* A unit of a later file among those of the first: it says what that file's header does not. */
static void
adapt(struct ura_corpus *corpus, const struct ura_units_header *header, struct ura_unit *unit)
{
    const struct ura_units_header *common = &corpus->header;

    if (!unit->source_language.len &&
        !ura_str_equal(header->source_language, common->source_language))
        unit->source_language = header->source_language;
    if (!unit->target_language.len &&
        !ura_str_equal(header->target_language, common->target_language))
        unit->target_language = header->target_language;
    if ((unit->source_markup.ptr || unit->target_markup.ptr) &&
        strcmp(header->format, common->format) != 0) {
        losses_add(&corpus->losses, "inline codes of another format than the first file's", 1);
        unit->source_markup = unit->target_markup = (struct ura_str){NULL, 0};
    }
}

enum ura_status
ura_corpus_next(struct ura_corpus *corpus, struct ura_unit *out, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    while (!status) {
        const struct bitext_stream *stream = current_stream(corpus);

        if (corpus->index == corpus->options.file_count)
            return URA_END;
        if (corpus->options.stopped && corpus->options.stopped(corpus->options.user))
            return URA_STOPPED;
        status = ura_units_next(stream->units, out, error);
        if (status == URA_END) {
            status = leave_file(corpus, error);
        } else if (!status && out->kind == URA_BLOCK_FURNITURE) {
            losses_add(&corpus->losses, "blocks of furniture", 1);
            status = cut_record(corpus, out, error);
        } else if (!status) {
            const struct ura_units_header *header = ura_units_header(stream->units);

            adapt(corpus, header, out);
            status = note_place(corpus, out, header, error);
            return status ? status : cut_record(corpus, out, error);
        }
    }
    return status;
}

const struct ura_corpus_place *
ura_corpus_place(const struct ura_corpus *corpus)
{
    return &corpus->place;
}

const struct ura_loss *
ura_corpus_losses(const struct ura_corpus *corpus, size_t *count)
{
    *count = corpus->losses.count;
    return corpus->losses.items;
}

enum ura_status
corpus_check_rereadable(const struct ura_corpus *corpus, struct ura_error *error)
{
    for (size_t i = 0; i < corpus->options.file_count; i++) {
        const char *path = corpus->options.files[i].path;
        struct stat about;

        /* A file that is missing is told where it is opened. */
        if (strcmp(path, "-") != 0 && (stat(path, &about) || S_ISREG(about.st_mode)))
            continue;
        error_set(error, URA_BAD_INPUT, "is read twice; write what a pipe gives to a file");
        error_set_file(error, strcmp(path, "-") == 0 ? "standard input" : path);
        return URA_BAD_INPUT;
    }
    return URA_OK;
}

enum ura_status
corpus_rewind(struct ura_corpus *corpus, struct ura_error *error)
{
    enum ura_status status;

    close_stream(&corpus->next);
    corpus->rewound = true;
    corpus->index = 0;
    corpus->losses = (struct losses){.count = 0};
    status = open_stream(corpus, corpus->options.files, &corpus->next, error);
    if (!status)
        enter_file(corpus);
    return status;
}

void
ura_corpus_free(struct ura_corpus *corpus)
{
    if (!corpus)
        return;
    close_stream(&corpus->first);
    close_stream(&corpus->next);
    buf_release(&corpus->document);
    buf_release(&corpus->head);
    free(corpus->facts);
    free(corpus);
}
