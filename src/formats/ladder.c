/* ladder.c - hunalign's ladders: rungs of line numbers, a bead between each two. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/companions.h"
#include "formats/raw_lines.h"
#include "formats/table_shape.h"
#include "formats/text_lines.h"

#include <stdlib.h>

enum { QUALITY_DECIMALS = 6 };

/* How many lines of each text lie before it; the quality is of the bead that begins here. */
struct rung {
    size_t source, target;
    bool has_quality;
    double quality;
    uint64_t line;
};

struct ladder {
    struct raw_lines lines;
    struct companions texts;
    struct numbers source, target;
    struct moves before;
    struct rung last;
    bool begun;
};

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The next word of LINE; empty at its end. */
static struct ura_str
take_word(struct ura_str *line)
{
    size_t start = 0, end;
    struct ura_str word;

    while (start < line->len && is_blank(line->ptr[start]))
        start++;
    end = start;
    while (end < line->len && !is_blank(line->ptr[end]))
        end++;
    word = ura_str_slice(*line, start, end);
    *line = ura_str_slice(*line, end, line->len);
    return word;
}

static bool
parse_rung(struct ura_str line, struct rung *out)
{
    unsigned long long source, target;
    struct ura_str quality;

    if (!number_parse_unsigned(take_word(&line), &source) ||
        !number_parse_unsigned(take_word(&line), &target) || source > SIZE_MAX ||
        target > SIZE_MAX)
        return false;
    quality = take_word(&line);
    *out = (struct rung){
        .source = (size_t)source, .target = (size_t)target, .has_quality = quality.len > 0};
    return (!quality.len || number_parse_real(quality, &out->quality)) &&
           take_word(&line).len == 0;
}

/* A first rung, and a second that lies no lower. */
static int
bid(struct ura_str head, const char *name)
{
    struct rung first, second;
    struct ura_str line;

    (void)name;
    if (!head_take_line(&head, &line) || !parse_rung(line, &first) || first.source ||
        first.target)
        return 0;
    return head_take_line(&head, &line) && parse_rung(line, &second) ? 70 : 0;
}

static enum ura_status
open_ladder(struct ura_units *units, struct ura_error *error)
{
    struct ladder *ladder = calloc(1, sizeof *ladder);
    enum ura_status status;

    units->state = ladder;
    if (!ladder)
        return error_memory(error);
    status = raw_lines_open(units, NULL, &ladder->lines, error);
    return status ? status : companions_open(units, &ladder->texts, error);
}

/* Whether nothing but empty lines stands in TEXT from line FROM on. */
static bool
is_empty_from(const struct companion *text, size_t from)
{
    for (size_t i = from; i < text->count; i++)
        if (companion_sentence(text, i).len)
            return false;
    return true;
}

static enum ura_status
check_end(const struct ladder *ladder, struct ura_error *error)
{
    const struct rung *last = &ladder->last;
    const struct companions *texts = &ladder->texts;

    if (texts->source.absent)
        return URA_END;
    if (is_empty_from(&texts->source, last->source) &&
        is_empty_from(&texts->target, last->target))
        return URA_END;
    return error_set(
        error, URA_SYNTAX,
        "the last rung is %zu %zu, but the texts have %zu and %zu lines; is it cut "
        "off, or made from other texts?",
        last->source, last->target, texts->source.count, texts->target.count);
}

static enum ura_status
check_rung(const struct ladder *ladder, const struct rung *rung, struct ura_error *error)
{
    const struct companions *texts = &ladder->texts;

    if (!ladder->begun && (rung->source || rung->target))
        return error_set(error, URA_SYNTAX, "the first rung is %zu %zu; 0 0 would be right",
                         rung->source, rung->target);
    if (ladder->begun &&
        (rung->source < ladder->last.source || rung->target < ladder->last.target))
        return error_set(error, URA_SYNTAX,
                         "rung %zu %zu stands behind %zu %zu; rungs only go up", rung->source,
                         rung->target, ladder->last.source, ladder->last.target);
    if (!texts->source.absent &&
        (rung->source > texts->source.count || rung->target > texts->target.count))
        return error_set(error, URA_SYNTAX,
                         "rung %zu %zu leads behind the end of the texts, which have %zu and "
                         "%zu lines; are they those that this was made from?",
                         rung->source, rung->target, texts->source.count, texts->target.count);
    return URA_OK;
}

static enum ura_status
read_rung(struct ladder *ladder, struct rung *out, struct ura_error *error)
{
    struct ura_str line;
    enum ura_status status;

    do
        status = raw_lines_next(&ladder->lines, &line, error);
    while (!status && str_is_blank(line));
    if (status == URA_END)
        return check_end(ladder, error);
    if (status)
        return status;
    if (!parse_rung(line, out))
        status = error_set(error, URA_SYNTAX,
                           "this is no rung; lines of the source before it, of the target, and "
                           "a quality would be right: 12 13 0.5");
    out->line = ladder->lines.line;
    return status ? status : check_rung(ladder, out, error);
}

/* The bead between the last rung and the next one that lies higher. */
static enum ura_status
read_bead(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct ladder *ladder = units->state;
    struct rung from, rung;
    enum ura_status status;

    for (;;) {
        status = read_rung(ladder, &rung, error);
        if (status)
            return status;
        from = ladder->last;
        ladder->last = rung;
        if (!ladder->begun)
            ladder->begun = true;
        else if (rung.source > from.source || rung.target > from.target)
            break;
        else
            losses_add(&units->losses, "links of nothing with nothing", 1);
    }
    out->line = from.line;
    out->has_score = from.has_quality;
    out->score = from.quality;
    if (!numbers_set_range(&ladder->source, from.source, rung.source) ||
        !numbers_set_range(&ladder->target, from.target, rung.target))
        return error_memory(error);
    return companions_take(&ladder->texts, &ladder->source, &ladder->target, &ladder->before,
                           &units->unit_arena, out, error);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    const struct ladder *ladder = units->state;
    enum ura_status status = read_bead(units, out, error);

    if (status < 0 && error && !error->line)
        error->line = ladder->lines.line;
    return status;
}

static void
close_ladder(struct ura_units *units)
{
    struct ladder *ladder = units->state;

    if (!ladder)
        return;
    raw_lines_close(&ladder->lines);
    companions_release(&ladder->texts);
    numbers_release(&ladder->source);
    numbers_release(&ladder->target);
    free(ladder);
}

/* Where the writing stands. */
struct climb {
    size_t source, target; /* sentences that are below */
    size_t source_end;     /* behind the last sentence that any unit had */
    bool scored;           /* rungs have a quality */
};

static enum ura_status
begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    writer->state = calloc(1, sizeof(struct climb));
    return writer->state ? URA_OK : error_memory(error);
}

/* A rung where the writing stands. SCORE: NULL for what no unit says. */
static void
append_rung(struct ura_unit_writer *writer, const double *score)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    struct climb *climb = writer->state;

    climb->scored |= score != NULL;
    buf_append_unsigned(buf, climb->source);
    buf_append_byte(buf, '\t');
    buf_append_unsigned(buf, climb->target);
    if (climb->scored) {
        buf_append_byte(buf, '\t');
        buf_append_fixed(buf, score ? *score : 0, QUALITY_DECIMALS);
    }
    buf_append_byte(buf, '\n');
}

/*
 * A ladder only goes up. Where a unit does not begin where the writing stands, what lies
 * between becomes a bead without the other side; a unit whose source lies below stands with its
 * target alone.
 */
static enum ura_status
write_rung(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct climb *climb = writer->state;
    const struct ura_place *place = &unit->place;
    bool source = place->source_count > 0, target = place->target_count > 0;
    enum ura_status status;

    if (unit->kind == URA_BLOCK_FURNITURE)
        return URA_OK;
    status = require_place(writer, unit, error);
    if (status)
        return status;
    if (source && place->source_first + place->source_count > climb->source_end)
        climb->source_end = place->source_first + place->source_count;
    if (source && (unit->moved || place->source_first < climb->source)) {
        losses_add(&writer->losses, "moved pairs", 1);
        source = false;
    }
    if (target && place->target_first < climb->target) {
        losses_add(&writer->losses, "pairs out of the target's order", 1);
        target = false;
    }
    if (!source && !target)
        return URA_OK;
    if ((source && place->source_first > climb->source) ||
        (target && place->target_first > climb->target)) {
        append_rung(writer, NULL);
        if (source)
            climb->source = place->source_first;
        if (target)
            climb->target = place->target_first;
    }
    append_rung(writer, unit->has_score ? &unit->score : NULL);
    climb->source += source ? place->source_count : 0;
    climb->target += target ? place->target_count : 0;
    return writer->outputs[0].buf.failed ? error_memory(error) : URA_OK;
}

static enum ura_status
end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    struct climb *climb = writer->state;

    if (whole && climb) {
        if (climb->source_end > climb->source) {
            append_rung(writer, NULL);
            climb->source = climb->source_end;
        }
        append_rung(writer, NULL);
    }
    free(climb);
    return whole && writer->outputs[0].buf.failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_ladder = {
    .name = "ladder",
    .summary = "hunalign's rungs: source and target lines before a bead, quality",
    .holds = "which lines belong together, a quality",
    .loses = "texts, furniture, passages that changed places",
    .room = URA_ROOM_TARGET | URA_ROOM_SCORE | URA_ROOM_PLACE | URA_ROOM_LINES,
    .content = URA_CONTENT_LINKS,
    .companions = 2,
    .bid = bid,
    .open = open_ladder,
    .next = next,
    .close = close_ladder,
    .begin = begin,
    .write = write_rung,
    .end = end,
};
