/* gold.c - a gold alignment, its cells found in the texts, and what a bitext scores against it.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "gold.h"

#include <stdlib.h>

#include "base/base.h"

enum {
    CELLS = 3,
    FILE_LIMIT = 1 << 20,
    THOUSAND = 1000
}; /* FILE_LIMIT: bytes of a gold file */

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

        if (!bead->source_count || !bead->target_count)
            continue;
        status = add_bead(out,
                          (struct gold_bead){
                              .source = sentence_range(bitext->source, source,
                                                       bead->source_first, bead->source_count),
                              .target = sentence_range(bitext->target, target,
                                                       bead->target_first, bead->target_count)},
                          error);
    }
    return status;
}

static bool
meet(struct gold_range first, struct gold_range second)
{
    return first.start < second.end && second.start < first.end;
}

static bool
equal(struct gold_range first, struct gold_range second)
{
    return first.start == second.start && first.end == second.end && first.end > 0;
}

static bool
inside(struct gold_range inner, struct gold_range outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* Whether BEAD is only furniture on both sides, or lies in beads that changed places. */
static bool
is_left_out(const struct alignment *gold, const struct gold_bead *bead)
{
    bool source_text = false, target_text = false, source_crosses = false,
         target_crosses = false;

    for (size_t i = 0; i < gold->count; i++) {
        const struct gold_bead *other = &gold->beads[i];

        source_text |= meet(bead->source, other->source);
        target_text |= meet(bead->target, other->target);
        source_crosses |= other->crossing && inside(bead->source, other->source);
        target_crosses |= other->crossing && inside(bead->target, other->target);
    }
    return (!source_text && !target_text) || (source_crosses && target_crosses);
}

static void
count_right(const struct alignment *gold, const struct alignment *predicted,
            struct gold_score *score)
{
    for (size_t i = 0; i < predicted->count; i++) {
        const struct gold_bead *bead = &predicted->beads[i];
        bool strict = false, lax = false;

        if (is_left_out(gold, bead))
            continue;
        for (size_t k = 0; k < gold->count; k++) {
            const struct gold_bead *other = &gold->beads[k];

            if (other->null || other->crossing)
                continue;
            strict |= equal(bead->source, other->source) && equal(bead->target, other->target);
            lax |= meet(bead->source, other->source) && meet(bead->target, other->target);
        }
        score->predicted++;
        score->strict_right += strict;
        score->lax_right += lax;
    }
    for (size_t k = 0; k < gold->count; k++) {
        const struct gold_bead *bead = &gold->beads[k];
        bool found = false;

        if (bead->null || bead->crossing)
            continue;
        for (size_t i = 0; i < predicted->count; i++)
            found |= meet(bead->source, predicted->beads[i].source) &&
                     meet(bead->target, predicted->beads[i].target);
        score->gold++;
        score->lax_found += found;
    }
}

enum ura_status
gold_score_bitext(const char *path, const struct ura_bitext *bitext, struct gold_score *out,
                  struct ura_error *error)
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
        count_right(&gold, &predicted, out);
    free(predicted.beads);
    free(gold.beads);
    close_side(&target);
    close_side(&source);
    buf_release(&text);
    return status;
}

/* 2PR/(P+R) with P = right/predicted and R = found/gold. */
static unsigned
f1(size_t right, size_t found, size_t predicted, size_t gold)
{
    double precision, recall;

    if (!right || !found || !predicted || !gold)
        return 0;
    precision = (double)right / (double)predicted;
    recall = (double)found / (double)gold;
    return (unsigned)(THOUSAND * 2 * precision * recall / (precision + recall) + 1e-9);
}

unsigned
gold_strict_f1(const struct gold_score *score)
{
    return f1(score->strict_right, score->strict_right, score->predicted, score->gold);
}

unsigned
gold_lax_f1(const struct gold_score *score)
{
    return f1(score->lax_right, score->lax_found, score->predicted, score->gold);
}
