/* anchors.c - pairs of sentences that the user pins. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/anchors.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/records.h"

static const char RIGHT[] =
    "an anchor is the number of a source sentence, a tab, that of a target sentence, from 1";

/* The number FIELD of the current record as an index. */
static bool
take_index(const struct ura_records *records, size_t field, size_t *out)
{
    unsigned long long number;

    if (!number_parse_unsigned(records->fields[field], &number) || !number ||
        number > UINT32_MAX)
        return false;
    *out = (size_t)number - 1;
    return true;
}

static enum ura_status
add_anchor(struct anchors *anchors, size_t *capacity, size_t *lines_capacity,
           const struct ura_records *records, struct ura_error *error)
{
    struct ura_anchor *items =
        array_grow(anchors->items, capacity, anchors->count + 1, sizeof *items);
    size_t *lines =
        array_grow(anchors->lines, lines_capacity, anchors->count + 1, sizeof *lines);
    struct ura_anchor anchor;

    anchors->items = items ? items : anchors->items;
    anchors->lines = lines ? lines : anchors->lines;
    if (!items || !lines)
        return error_memory(error);
    if (records->field_count != 2 || !take_index(records, 0, &anchor.source) ||
        !take_index(records, 1, &anchor.target))
        return records_refuse(records, RIGHT, error);
    if (anchors->count && (anchor.source <= items[anchors->count - 1].source ||
                           anchor.target <= items[anchors->count - 1].target))
        return records_refuse(records, "anchors rise on both sides from line to line", error);
    lines[anchors->count] = records->line;
    items[anchors->count++] = anchor;
    return URA_OK;
}

enum ura_status
anchors_read(const char *path, struct anchors *out, struct ura_error *error)
{
    const char *slash = strrchr(path, '/');
    size_t capacity = 0, lines_capacity = 0;
    struct ura_records records;
    struct ura_buf folder = {0};
    enum ura_status status;

    *out = (struct anchors){.path = path};
    buf_append(&folder, slash ? path : ".", slash ? (size_t)(slash - path) : 1);
    buf_append_byte(&folder, '\0');
    if (folder.failed)
        return error_memory(error);
    status = records_load(folder.ptr, slash ? slash + 1 : path, &records, error);
    buf_release(&folder);
    if (status == URA_NOT_FOUND)
        status = error_set(error, URA_BAD_INPUT, "no such file; give one with anchors");
    while (!status && !(status = records_next(&records, error)))
        status = add_anchor(out, &capacity, &lines_capacity, &records, error);
    records_release(&records);
    if (status == URA_END)
        return URA_OK;
    /* By the name that the user gave it. */
    if (error)
        error->file[0] = '\0';
    error_set_file(error, path);
    return status;
}

static enum ura_status
refuse(const struct anchors *anchors, size_t index, const struct ura_document *document,
       size_t sentence, struct ura_error *error)
{
    enum ura_status status =
        error_set(error, URA_BAD_INPUT, "%s has no sentence %zu; its last is %zu",
                  document->name, sentence + 1, document->sentence_count);

    error_set_file(error, anchors->path);
    if (error)
        error->line = anchors->lines[index];
    return status;
}

enum ura_status
anchors_check(const struct anchors *anchors, const struct ura_document *source,
              const struct ura_document *target, struct ura_error *error)
{
    for (size_t k = 0; k < anchors->count; k++) {
        const struct ura_anchor *anchor = &anchors->items[k];

        if (anchor->source >= source->sentence_count)
            return refuse(anchors, k, source, anchor->source, error);
        if (anchor->target >= target->sentence_count)
            return refuse(anchors, k, target, anchor->target, error);
    }
    return URA_OK;
}

void
anchors_release(struct anchors *anchors)
{
    free(anchors->items);
    free(anchors->lines);
    *anchors = (struct anchors){0};
}
