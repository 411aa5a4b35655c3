/* gold.c - a gold alignment, its cells found in the texts, and what a bitext scores against it.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "gold.h"

#include <stdlib.h>

#include "base/base.h"

enum { CELLS = 3, FILE_LIMIT = 1 << 20 }; /* FILE_LIMIT: bytes of a gold file */

/* One side: its flow text folded, and where each byte of the flow went. */
struct side {
    struct ura_buf folded;
    size_t *at;    /* by offset in the flow text; one more than it has bytes */
    size_t cursor; /* gold cells in order are sought from here */
};

struct alignment {
    struct gold_bead *beads;
    size_t count;
    size_t capacity;
};

/* What a character of LEN bytes at TEXT is compared as; NULL: it is left out. */
static const char *
fold_character(const char *text, size_t len)
{
    static const char *const doubles[] = {"“", "”", "„", "‟", "«", "»", NULL};
    static const char *const singles[] = {"‘", "’", "‚", "‛", "‹", "›", "`", "´", NULL};
    static const char *const dashes[] = {"‐", "‑", "‒", "–", "—", "―", "−", NULL};
    static const char *const nothing[] = {" ",      "\t",     "\n",     "\f",     "\r",
                                          "\u00a0", "\u2009", "\u202f", "\u00ad", "\u200b",
                                          "\u2060", "\ufeff", NULL};
    static const struct {
        const char *const *characters;
        const char *folded;
    } classes[] = {{doubles, "\""}, {singles, "'"}, {dashes, "-"}, {nothing, NULL}};

    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        for (const char *const *one = classes[i].characters; *one; one++)
            if (strlen(*one) == len && memcmp(*one, text, len) == 0)
                return classes[i].folded;
    return text;
}

static size_t
character_len(struct ura_str text, size_t at)
{
    size_t len = 1;

    while (at + len < text.len && ((unsigned char)text.ptr[at + len] & 0xc0) == 0x80)
        len++;
    return len;
}

/* Appends TEXT folded to OUT; AT (may be NULL) gets the place of each of its bytes there. */
static void
fold(struct ura_str text, struct ura_buf *out, size_t *at)
{
    for (size_t i = 0, len; i < text.len; i += len) {
        const char *folded;

        len = character_len(text, i);
        folded = fold_character(text.ptr + i, len);
        for (size_t k = 0; at && k < len; k++)
            at[i + k] = out->len;
        if (folded)
            buf_append(out, folded, folded == text.ptr + i ? len : strlen(folded));
    }
    if (at)
        at[text.len] = out->len;
}

static bool
open_side(const struct ura_document *document, struct side *out)
{
    *out = (struct side){.at = malloc((document->flow.len + 1) * sizeof *out->at)};
    if (!out->at)
        return false;
    fold(document->flow, &out->folded, out->at);
    return !out->folded.failed;
}

static void
close_side(struct side *side)
{
    buf_release(&side->folded);
    free(side->at);
}

/* Where CELL stands at or behind FROM; an empty range if nowhere. */
static struct gold_range
find_cell(const struct side *side, struct ura_str cell, size_t from)
{
    struct gold_range range = {0, 0};
    struct ura_buf folded = {0};

    fold(cell, &folded, NULL);
    for (size_t i = from; folded.len && i + folded.len <= side->folded.len; i++) {
        if (memcmp(side->folded.ptr + i, folded.ptr, folded.len) == 0) {
            range = (struct gold_range){i, i + folded.len};
            break;
        }
    }
    buf_release(&folded);
    return range;
}

/* Finds CELL in SIDE: in order, or anywhere where it is IN_ORDER for no side. */
static struct gold_range
place_cell(struct side *side, struct ura_str cell, bool in_order, size_t *lost)
{
    struct gold_range range = find_cell(side, cell, in_order ? side->cursor : 0);

    if (range.end && in_order)
        side->cursor = range.end;
    if (!range.end && cell.len)
        ++*lost;
    return range;
}

static enum ura_status
add_bead(struct alignment *alignment, struct gold_bead bead, struct ura_error *error)
{
    struct gold_bead *grown =
        array_grow(alignment->beads, &alignment->capacity, alignment->count + 1, sizeof *grown);

    if (!grown)
        return error_memory(error);
    alignment->beads = grown;
    grown[alignment->count++] = bead;
    return URA_OK;
}

/* Splits LINE at tabs; cells that are not there are empty. */
static void
split(struct ura_str line, struct ura_str cells[CELLS])
{
    size_t start = 0, cell = 0;

    for (size_t i = 0; i < CELLS; i++)
        cells[i] = (struct ura_str){"", 0};
    for (size_t i = 0; i <= line.len && cell < CELLS; i++) {
        if (i == line.len || line.ptr[i] == '\t') {
            cells[cell++] = ura_str_slice(line, start, i);
            start = i + 1;
        }
    }
}

static enum ura_status
read_gold(struct ura_str text, struct side *source, struct side *target, struct alignment *gold,
          struct gold_score *score, struct ura_error *error)
{
    enum ura_status status = URA_OK;
    struct ura_str cells[CELLS];

    for (size_t start = 0, end; !status && start < text.len; start = end + 1) {
        struct gold_bead bead = {0};

        for (end = start; end < text.len && text.ptr[end] != '\n';)
            end++;
        split(ura_str_slice(text, start, end), cells);
        if (end == start || text.ptr[start] == '#')
            continue;
        bead.crossing = ura_str_equal(cells[2], URA_STR("x"));
        bead.null = !cells[0].len || !cells[1].len;
        /* The target's order is that of the file; the source's too, x rows apart. */
        bead.source = place_cell(source, cells[0], !bead.crossing, &score->lost_source_cells);
        bead.target = place_cell(target, cells[1], true, &score->lost_target_cells);
        status = add_bead(gold, bead, error);
    }
    return status;
}

/* The folded range of COUNT sentences from FIRST. */
static struct gold_range
sentence_range(const struct ura_document *document, const struct side *side, size_t first,
               size_t count)
{
    if (!count)
        return (struct gold_range){0, 0};
    return (struct gold_range){
        side->at[document->sentences[first].flow.start],
        side->at[document->sentences[first + count - 1].flow.end],
    };
}

static enum ura_status
read_predicted(const struct ura_bitext *bitext, const struct side *source,
               const struct side *target, struct alignment *out, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    for (size_t i = 0; !status && i < bitext->bead_count; i++) {
        const struct ura_bead *bead = &bitext->beads[i];

        status = add_bead(
            out,
            (struct gold_bead){.source = sentence_range(bitext->source, source,
                                                        bead->source_first, bead->source_count),
                               .target = sentence_range(bitext->target, target,
                                                        bead->target_first, bead->target_count),
                               .null = !bead->source_count || !bead->target_count},
            error);
    }
    return status;
}

static bool
meet(struct gold_range first, struct gold_range second)
{
    return first.start < second.end && second.start < first.end;
}

/* Whether INNER is empty or lies inside OUTER. */
static bool
inside(struct gold_range inner, struct gold_range outer)
{
    return !inner.end || (inner.start >= outer.start && inner.end <= outer.end);
}

/* Whether BEAD is only furniture on both sides, or lies in beads that changed places. */
static bool
is_left_out(const struct alignment *gold, const struct gold_bead *bead)
{
    bool source_text = false, target_text = false, source_crosses = !bead->source.end,
         target_crosses = !bead->target.end;

    for (size_t i = 0; i < gold->count; i++) {
        const struct gold_bead *other = &gold->beads[i];

        source_text |= meet(bead->source, other->source);
        target_text |= meet(bead->target, other->target);
        source_crosses |= other->crossing && inside(bead->source, other->source);
        target_crosses |= other->crossing && inside(bead->target, other->target);
    }
    return (!source_text && !target_text) || (source_crosses && target_crosses);
}

/*
 * The places where any range of a side begins or ends, ascending: what lies between two of them
 * is a piece, and ranges are pieces in a row, so that they can be scored as sentences are.
 */
struct pieces {
    size_t *cuts;
    size_t count;
    size_t *numbers; /* 0, 1, 2, ... */
};

static int
compare_numbers(const void *one, const void *other)
{
    const size_t *a = one, *b = other;

    return (*a > *b) - (*a < *b);
}

static bool
make_pieces(const struct alignment *const alignments[2], bool target, struct ura_arena *arena,
            struct pieces *out)
{
    size_t most = 2 * (alignments[0]->count + alignments[1]->count), kept = 0;

    out->cuts = arena_new(arena, most, sizeof *out->cuts);
    /* Behind the pieces one for each gold text that was not found. */
    out->numbers = arena_new(arena, 2 * most, sizeof *out->numbers);
    if (!out->cuts || !out->numbers)
        return false;
    for (int k = 0; k < 2; k++) {
        for (size_t i = 0; i < alignments[k]->count; i++) {
            const struct gold_bead *bead = &alignments[k]->beads[i];
            struct gold_range range = target ? bead->target : bead->source;

            out->cuts[out->count++] = range.start;
            out->cuts[out->count++] = range.end;
        }
    }
    qsort(out->cuts, out->count, sizeof *out->cuts, compare_numbers);
    for (size_t i = 0; i < out->count; i++)
        if (!kept || out->cuts[kept - 1] != out->cuts[i])
            out->cuts[kept++] = out->cuts[i];
    out->count = kept;
    for (size_t i = 0; i < 2 * most; i++)
        out->numbers[i] = i;
    return true;
}

/* The pieces of RANGE; where it is empty and EXPECTED to be something, piece MISSING. */
static struct ura_score_side
pieces_of(const struct pieces *pieces, struct gold_range range, bool expected, size_t missing)
{
    const size_t *start, *end;

    if (!range.end)
        return (struct ura_score_side){pieces->numbers + pieces->count + missing, expected};
    start =
        bsearch(&range.start, pieces->cuts, pieces->count, sizeof range.start, compare_numbers);
    end = bsearch(&range.end, pieces->cuts, pieces->count, sizeof range.end, compare_numbers);
    return (struct ura_score_side){pieces->numbers + (start - pieces->cuts),
                                   (size_t)(end - start)};
}

static enum ura_status
count_right(const struct alignment *gold, const struct alignment *predicted,
            enum gold_verdict *verdicts, struct gold_score *score, struct ura_error *error)
{
    const struct alignment *const both[2] = {gold, predicted};
    struct ura_arena arena = {0};
    struct ura_score_bead *wanted = arena_new(&arena, gold->count, sizeof *wanted);
    struct ura_score_bead *given = arena_new(&arena, predicted->count, sizeof *given);
    bool *right = arena_new(&arena, predicted->count, sizeof *right);
    size_t *of = arena_new(&arena, predicted->count, sizeof *of);
    struct pieces source = {0}, target = {0};
    size_t wanted_count = 0, given_count = 0;
    enum ura_status status = URA_NO_MEMORY;

    if (wanted && given && right && of && make_pieces(both, false, &arena, &source) &&
        make_pieces(both, true, &arena, &target)) {
        for (size_t i = 0; i < gold->count; i++) {
            const struct gold_bead *bead = &gold->beads[i];

            if (!bead->crossing)
                wanted[wanted_count++] =
                    (struct ura_score_bead){pieces_of(&source, bead->source, !bead->null, i),
                                            pieces_of(&target, bead->target, !bead->null, i)};
        }
        for (size_t i = 0; i < predicted->count; i++) {
            const struct gold_bead *bead = &predicted->beads[i];

            if (is_left_out(gold, bead))
                continue;
            of[given_count] = i;
            given[given_count++] =
                (struct ura_score_bead){pieces_of(&source, bead->source, false, 0),
                                        pieces_of(&target, bead->target, false, 0)};
        }
        status = ura_score_add_beads(wanted, wanted_count, given, given_count, right,
                                     &score->beads, error);
    }
    for (size_t i = 0; verdicts && i < predicted->count; i++)
        verdicts[i] = GOLD_LEFT_OUT;
    for (size_t i = 0; !status && verdicts && i < given_count; i++)
        verdicts[of[i]] = right[i] ? GOLD_RIGHT : GOLD_WRONG;
    arena_release(&arena);
    return status ? error_memory(error) : URA_OK;
}

enum ura_status
gold_score_bitext(const char *path, const struct ura_bitext *bitext,
                  enum gold_verdict *verdicts, struct gold_score *out, struct ura_error *error)
{
    struct side source = {.at = NULL}, target = {.at = NULL};
    struct alignment gold = {0}, predicted = {0};
    struct ura_buf text = {0};
    enum ura_status status;

    *out = (struct gold_score){0};
    status = file_load(path, FILE_LIMIT, "max-file", &text, error);
    if (!status && (!open_side(bitext->source, &source) || !open_side(bitext->target, &target)))
        status = error_memory(error);
    if (!status)
        status = read_gold(buf_str(&text), &source, &target, &gold, out, error);
    if (!status)
        status = read_predicted(bitext, &source, &target, &predicted, error);
    if (!status)
        status = count_right(&gold, &predicted, verdicts, out, error);
    free(predicted.beads);
    free(gold.beads);
    close_side(&target);
    close_side(&source);
    buf_release(&text);
    return status;
}
