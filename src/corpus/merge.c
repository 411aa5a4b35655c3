/* merge.c - bitexts as one, with an id and the provenance of every pair. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus/bitexts.h"
#include "formats/jsonl_lines.h"

enum { ID_SIZE = 17, PROVENANCE_MAX = 6 }; /* 64 bits in hexadecimal and the end; properties */

/* What a pair is given on its way. */
struct labels {
    char id[ID_SIZE];
    struct ura_property *properties;
    size_t capacity;
    struct ura_buf record; /* of jsonl */
};

static bool
has_property(const struct ura_unit *unit, struct ura_str name)
{
    for (size_t i = 0; i < unit->property_count; i++)
        if (unit->properties[i].side == URA_SIDE_UNIT &&
            ura_str_equal(unit->properties[i].name, name))
            return true;
    return false;
}

/* The hash of texts and place. An id that the pair had tells apart what is else the same. */
static void
make_id(const struct ura_corpus_place *place, const struct ura_unit *unit, char *out)
{
    uint64_t parts[4] = {pair_hash(unit), place->document_hash, place->number,
                         hash_bytes(unit->id.ptr, unit->id.len)};

    snprintf(out, ID_SIZE, "%016" PRIx64, hash_bytes(parts, sizeof parts));
}

/* Gives UNIT its new id and properties, which live in LABELS. */
static enum ura_status
label(struct labels *labels, const struct ura_corpus_place *place, struct ura_unit *unit,
      struct ura_error *error)
{
    const struct ura_corpus_file *file = place->file;
    struct ura_property news[PROVENANCE_MAX] = {
        {URA_SIDE_UNIT, URA_STR("name"), ura_str_from(file->name)},
        {URA_SIDE_UNIT, URA_STR("source"), ura_str_from(file->source)},
        {URA_SIDE_UNIT, URA_STR("licence"), ura_str_from(file->licence)},
        {URA_SIDE_UNIT, URA_STR("address"), ura_str_from(file->address)},
        {URA_SIDE_UNIT, URA_STR("document"), place->document},
        {URA_SIDE_UNIT, URA_STR("original-id"), unit->id},
    };
    enum ura_status status;
    size_t count = unit->property_count;
    struct ura_property *properties = array_grow(labels->properties, &labels->capacity,
                                                 count + PROVENANCE_MAX, sizeof *properties);

    if (!properties)
        return error_memory(error);
    labels->properties = properties;
    if (count)
        memcpy(properties, unit->properties, count * sizeof *properties);
    for (size_t i = 0; i < PROVENANCE_MAX; i++)
        if (news[i].value.len && !has_property(unit, news[i].name))
            properties[count++] = news[i];
    make_id(place, unit, labels->id);
    unit->id = ura_str_from(labels->id);
    unit->properties = properties;
    unit->property_count = count;
    if (!unit->record.len)
        return URA_OK;
    status = jsonl_relabel(unit->record, unit, &labels->record, error);
    unit->record = buf_str(&labels->record);
    return status;
}

enum ura_status
ura_corpus_merge(struct ura_corpus *corpus, struct ura_unit_writer *writer,
                 struct ura_corpus_summary *out, struct ura_error *error)
{
    struct labels labels = {.properties = NULL};
    struct ura_unit unit;
    enum ura_status status = URA_OK;

    *out = (struct ura_corpus_summary){0};
    while (!status && !(status = ura_corpus_next(corpus, &unit, error))) {
        out->read++;
        status = label(&labels, ura_corpus_place(corpus), &unit, error);
        if (!status)
            status = ura_unit_writer_write(writer, &unit, error);
        out->written += !status;
    }
    free(labels.properties);
    buf_release(&labels.record);
    return status == URA_END ? URA_OK : status;
}
