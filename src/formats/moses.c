/* moses.c - a pair of files, line by line, as Moses and most corpora have them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/raw_lines.h"

#include <stdlib.h>

struct moses {
    struct ura_input *input; /* the target's */
    struct raw_lines source, target;
};

enum { SUFFIX_MIN = 2, SUFFIX_MAX = 3 }; /* letters of a language code: sq, sqi */

/* What stands behind the last dot of PATH, without the ending of a packer. */
static struct ura_str
suffix_of(struct ura_str path, struct ura_str *stem)
{
    static const char *const packers[] = {".gz", ".zst"};
    size_t dot;

    for (size_t i = 0; i < sizeof packers / sizeof *packers; i++) {
        size_t len = strlen(packers[i]);

        if (path.len > len && memcmp(path.ptr + path.len - len, packers[i], len) == 0)
            path.len -= len;
    }
    for (dot = path.len; dot > 0 && path.ptr[dot - 1] != '.';)
        dot--;
    *stem = ura_str_slice(path, 0, dot);
    return ura_str_slice(path, dot, path.len);
}

/* NAME.sq and NAME.en say which languages they are in. */
static void
find_languages(struct ura_units *units)
{
    struct ura_str stems[2], suffixes[2];

    suffixes[0] = suffix_of(ura_str_from(units->options.name), &stems[0]);
    suffixes[1] = suffix_of(ura_str_from(units->options.companions[0]), &stems[1]);
    if (!ura_str_equal(stems[0], stems[1]) || !stems[0].len)
        return;
    for (int side = 0; side < 2; side++) {
        if (suffixes[side].len < SUFFIX_MIN || suffixes[side].len > SUFFIX_MAX)
            return;
        for (size_t i = 0; i < suffixes[side].len; i++)
            if (suffixes[side].ptr[i] < 'a' || suffixes[side].ptr[i] > 'z')
                return;
    }
    units->header.source_language = suffixes[0];
    units->header.target_language = suffixes[1];
}

static enum ura_status
open_target(struct ura_units *units, struct moses *moses, struct ura_error *error)
{
    const char *path = units->options.companions[0];
    enum ura_status status = ura_input_open(path, NULL, &moses->input, error);

    if (!status)
        status = raw_lines_open_input(units, moses->input, path, units->options.encoding,
                                      &moses->target, error);
    if (status)
        error_set_file(error, path);
    return status;
}

static enum ura_status
open_moses(struct ura_units *units, struct ura_error *error)
{
    struct moses *moses = calloc(1, sizeof *moses);
    enum ura_status status;

    units->state = moses;
    if (!moses)
        return error_memory(error);
    status = raw_lines_open(units, units->options.encoding, &moses->source, error);
    if (!status)
        status = open_target(units, moses, error);
    find_languages(units);
    if (units->options.source_language)
        units->header.source_language = ura_str_from(units->options.source_language);
    if (units->options.target_language)
        units->header.target_language = ura_str_from(units->options.target_language);
    return status;
}

/* Where one file has ended: counts the lines of the other, LONGER, and says how many there are.
 */
static enum ura_status
refuse_counts(const struct ura_units *units, struct raw_lines *longer, struct ura_error *error)
{
    const struct moses *moses = units->state;
    size_t first = longer->line;
    struct ura_str line;
    enum ura_status status;

    while (!(status = raw_lines_next(longer, &line, error)))
        ;
    if (status != URA_END)
        return status;
    error_set(error, URA_SYNTAX,
              "has %zu lines and %s has %zu; line n of one must be that of the other",
              moses->source.line, units->options.companions[0], moses->target.line);
    if (error)
        error->line = first;
    return URA_SYNTAX;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct moses *moses = units->state;
    enum ura_status source = raw_lines_next(&moses->source, &out->source, error), target;

    if (source < 0)
        return source;
    target = raw_lines_next(&moses->target, &out->target, error);
    if (target < 0) {
        error_set_file(error, units->options.companions[0]);
        return target;
    }
    if (source != target)
        return refuse_counts(units, source ? &moses->target : &moses->source, error);
    out->has_target = true;
    out->line = moses->source.line;
    return source;
}

static void
close_moses(struct ura_units *units)
{
    struct moses *moses = units->state;

    if (!moses)
        return;
    raw_lines_close(&moses->source);
    raw_lines_close(&moses->target);
    ura_input_free(moses->input);
    free(moses);
}

/* LF ends a line, and a CR before it would go with it; all else may stand in one. */
static void
append_line(struct ura_buf *buf, struct ura_str text)
{
    size_t from = buf->len;

    buf_append_str(buf, text);
    for (size_t i = from; i < buf->len; i++)
        if (buf->ptr[i] == '\n' || buf->ptr[i] == '\r')
            buf->ptr[i] = ' ';
    buf_append_byte(buf, '\n');
}

static enum ura_status
write_pair(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_buf *source = &writer->outputs[0].buf, *target = &writer->outputs[1].buf;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    append_line(source, unit->source);
    append_line(target, unit->has_target ? unit->target : URA_STR(""));
    return source->failed || target->failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_moses = {
    .name = "moses",
    .summary = "two files, line n of one is that of the other",
    .holds = "texts; their languages in the names of the files",
    .loses = "line ends inside a text, scores, ids, everything else",
    .room = URA_ROOM_TARGET | URA_ROOM_LANGUAGE,
    .content = URA_CONTENT_PAIRS,
    .companions = 1,
    .open = open_moses,
    .next = next,
    .close = close_moses,
    .write = write_pair,
    .output_suffixes = {"%s", "%t"},
};
