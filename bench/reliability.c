/* reliability.c - how far the probabilities of beads can be believed, measured on gold. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "../tests/gold/gold.h"
#include "base/base.h"

/*
 * usage: reliability [--rows] [--posterior] [--crossed] [--languages SOURCE,TARGET] FOLDER...
 *
 * Every folder at or below FOLDER is a document that has source.txt, target.txt and gold.tsv
 * (texts, as corpora/ has them) or src.txt, tgt.txt and gold.align (lines, beads of vecalign).
 * --posterior: as the search has it, before it is calibrated. --rows: a line a bead instead of
 * the table: document, sentences of source and target, characters of both, probability, score,
 * moved, verdict (1 right, 0 wrong, - left out), and the document's probability that it is a
 * translation. --crossed: each document's source with every other one's target, so that no pair
 * is a translation; only what is said of pairs counts then.
 */

enum { PATH_SIZE = 4096, CODE_SIZE = 16, KINDS = 2 };

/* A bead with what it said of itself. */
struct outcome {
    double probability;
    bool right;
};

struct outcomes {
    struct outcome *items;
    size_t count, capacity;
};

struct measuring {
    struct ura_context *context;
    struct ura_pair_options options;
    char source[CODE_SIZE], target[CODE_SIZE]; /* "": found */
    bool rows;
    bool crossed;
    struct outcomes kinds[KINDS]; /* with two sides; with one */
    struct outcomes pairs;        /* of documents: right, since they are translations, or not */
    char **folders;
    size_t folder_count, folder_capacity;
};

static bool
add_outcome(struct outcomes *outcomes, struct outcome outcome)
{
    struct outcome *grown =
        array_grow(outcomes->items, &outcomes->capacity, outcomes->count + 1, sizeof *grown);

    if (!grown)
        return false;
    outcomes->items = grown;
    grown[outcomes->count++] = outcome;
    return true;
}

static size_t
characters(const struct ura_document *document, size_t first, size_t count)
{
    size_t sum = 0;

    for (size_t i = first; i < first + count; i++) {
        struct ura_str text = ura_document_text(document, document->sentences[i].flow);

        for (size_t k = 0; k < text.len; k++)
            sum += text.ptr[k] != ' ' && ((unsigned char)text.ptr[k] & 0xc0) != 0x80;
    }
    return sum;
}

static void
print_row(const char *folder, const char *other, const struct ura_bitext *bitext, size_t index,
          enum gold_verdict verdict)
{
    const struct ura_bead *bead = &bitext->beads[index];

    printf("%s\t%s\t%zu\t%zu\t%zu\t%zu\t%.7f\t%.4f\t%d\t%s\t%.4f\n", folder, other,
           bead->source_count, bead->target_count,
           characters(bitext->source, bead->source_first, bead->source_count),
           characters(bitext->target, bead->target_first, bead->target_count),
           (double)bead->probability, (double)bead->score, bead->moved,
           verdict == GOLD_LEFT_OUT ? "-"
           : verdict == GOLD_RIGHT  ? "1"
                                    : "0",
           (double)bitext->translation);
}

/* The numbers of COUNT sentences from FIRST, of NUMBERS 0, 1, 2, ... */
static struct ura_score_side
numbers_of(const size_t *numbers, size_t first, size_t count)
{
    return (struct ura_score_side){numbers + first, count};
}

/* The beads of vecalign in PATH, in ARENA. */
static enum ura_status
read_beads(struct ura_context *context, const char *path, struct ura_arena *arena,
           struct ura_score_bead **out, size_t *count, struct ura_error *error)
{
    struct ura_units_options reading = {.places_only = true};
    struct ura_input *input = NULL;
    struct ura_units *units = NULL;
    struct ura_unit unit;
    size_t capacity = 0;
    enum ura_status status = ura_input_open(path, NULL, &input, error);

    *out = NULL;
    *count = 0;
    if (!status)
        status = ura_units_open(context, input, ura_format_find("vecalign"), &reading, &units,
                                error);
    while (!status && !(status = ura_units_next(units, &unit, error))) {
        const struct ura_numbers sides[2] = {unit.source_numbers, unit.target_numbers};
        struct ura_score_side taken[2];
        struct ura_score_bead *grown = array_grow(*out, &capacity, *count + 1, sizeof *grown);

        for (int k = 0; k < 2; k++) {
            size_t *numbers = arena_new(arena, sides[k].count, sizeof *numbers);

            if (!numbers || !grown)
                abort();
            if (sides[k].count)
                memcpy(numbers, sides[k].items, sides[k].count * sizeof *numbers);
            taken[k] = (struct ura_score_side){numbers, sides[k].count};
        }
        *out = grown;
        grown[(*count)++] = (struct ura_score_bead){taken[0], taken[1]};
    }
    ura_units_free(units);
    ura_input_free(input);
    return status == URA_END ? URA_OK : status;
}

/* Verdicts over a text of lines, whose gold is beads of vecalign in PATH. */
static enum ura_status
judge_lines(struct ura_context *context, const char *path, const struct ura_bitext *bitext,
            enum gold_verdict *verdicts, struct ura_error *error)
{
    size_t sentences = bitext->source->sentence_count + bitext->target->sentence_count + 1;
    struct ura_arena arena = {0};
    size_t *numbers = arena_new(&arena, sentences, sizeof *numbers);
    bool *right = arena_new(&arena, bitext->bead_count, sizeof *right);
    struct ura_score_bead *given = arena_new(&arena, bitext->bead_count, sizeof *given), *gold;
    struct ura_score_beads score = {0};
    size_t count;
    enum ura_status status = read_beads(context, path, &arena, &gold, &count, error);

    if (!numbers || !right || !given)
        abort();
    for (size_t i = 0; i < sentences; i++)
        numbers[i] = i;
    for (size_t i = 0; i < bitext->bead_count; i++)
        given[i] = (struct ura_score_bead){
            numbers_of(numbers, bitext->beads[i].source_first, bitext->beads[i].source_count),
            numbers_of(numbers, bitext->beads[i].target_first, bitext->beads[i].target_count)};
    if (!status)
        status =
            ura_score_add_beads(gold, count, given, bitext->bead_count, right, &score, error);
    for (size_t i = 0; i < bitext->bead_count && !status; i++)
        verdicts[i] = right[i] ? GOLD_RIGHT : GOLD_WRONG;
    free(gold);
    arena_release(&arena);
    return status;
}

static enum ura_status
open_text(const struct measuring *measuring, const char *folder, const char *name,
          const char *language, enum ura_layout layout, struct ura_document **out,
          struct ura_error *error)
{
    struct ura_document_options options = {.language = language[0] ? language : NULL,
                                           .layout = layout};
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return ura_document_open(measuring->context, path, &options, out, error);
}

static bool
exists(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "r");
    if (file)
        fclose(file);
    return file != NULL;
}

/* The source of the document in FOLDER and the target of that in OTHER, aligned. */
static enum ura_status
align_texts(const struct measuring *measuring, const char *folder, const char *other,
            struct ura_document *documents[2], struct ura_bitext **out, struct ura_error *error)
{
    bool lines = exists(folder, "gold.align"), other_lines = exists(other, "gold.align");
    enum ura_status status;

    status = open_text(measuring, folder, lines ? "src.txt" : "source.txt", measuring->source,
                       lines ? URA_LAYOUT_LINES : URA_LAYOUT_AUTO, &documents[0], error);
    if (!status)
        status = open_text(measuring, other, other_lines ? "tgt.txt" : "target.txt",
                           measuring->target, other_lines ? URA_LAYOUT_LINES : URA_LAYOUT_AUTO,
                           &documents[1], error);
    if (!status)
        status = ura_pair_align(measuring->context, documents[0], documents[1],
                                &measuring->options, out, error);
    return status;
}

static enum ura_status
judge(const struct measuring *measuring, const char *folder, const struct ura_bitext *bitext,
      enum gold_verdict *verdicts, struct ura_error *error)
{
    bool lines = exists(folder, "gold.align");
    struct gold_score score;
    char gold[PATH_SIZE];

    snprintf(gold, sizeof gold, "%s/%s", folder, lines ? "gold.align" : "gold.tsv");
    return lines ? judge_lines(measuring->context, gold, bitext, verdicts, error)
                 : gold_score_bitext(gold, bitext, verdicts, &score, error);
}

/* Takes down what became of each bead of a pair of texts, and of the pair. */
static enum ura_status
take_down(struct measuring *measuring, const char *folder, const char *other,
          const struct ura_bitext *bitext, const enum gold_verdict *verdicts,
          struct ura_error *error)
{
    bool added = add_outcome(&measuring->pairs,
                             (struct outcome){(double)bitext->translation, folder == other});

    for (size_t i = 0; added && i < bitext->bead_count; i++) {
        const struct ura_bead *bead = &bitext->beads[i];
        struct outcome outcome = {(double)bead->probability, verdicts[i] == GOLD_RIGHT};

        if (measuring->rows)
            print_row(folder, other, bitext, i, verdicts[i]);
        if (verdicts[i] != GOLD_LEFT_OUT)
            added = add_outcome(&measuring->kinds[!bead->source_count || !bead->target_count],
                                outcome);
    }
    return added ? URA_OK : error_memory(error);
}

static enum ura_status
measure(struct measuring *measuring, const char *folder, const char *other,
        struct ura_error *error)
{
    struct ura_document *documents[2] = {NULL, NULL};
    struct ura_bitext *bitext = NULL;
    enum gold_verdict *verdicts = NULL;
    enum ura_status status = align_texts(measuring, folder, other, documents, &bitext, error);

    if (!status && !(verdicts = array_new(bitext->bead_count, sizeof *verdicts)))
        status = error_memory(error);
    if (!status && folder == other)
        status = judge(measuring, folder, bitext, verdicts, error);
    if (!status)
        status = take_down(measuring, folder, other, bitext, verdicts, error);
    free(verdicts);
    ura_bitext_free(bitext);
    ura_document_free(documents[0]);
    ura_document_free(documents[1]);
    return status;
}

/* Every document with itself, or with all others. */
static enum ura_status
measure_all(struct measuring *measuring, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    for (size_t i = 0; i < measuring->folder_count; i++)
        for (size_t k = 0; k < measuring->folder_count && !status; k++)
            if ((i == k) != measuring->crossed)
                status =
                    measure(measuring, measuring->folders[i], measuring->folders[k], error);
    return status;
}

static int
compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* Adds FOLDER or, where it is no document, what lies below it. */
static void
find_documents(struct measuring *measuring, const char *folder)
{
    bool found = exists(folder, "gold.align") || exists(folder, "gold.tsv");
    DIR *stream = found ? NULL : opendir(folder); /* NULL also of a file beside the documents */
    size_t count = 0, capacity = 0;
    char **names = NULL;
    struct dirent *entry;

    if (found) {
        measuring->folders = array_grow(measuring->folders, &measuring->folder_capacity,
                                        measuring->folder_count + 1, sizeof *names);
        if (!measuring->folders ||
            !(measuring->folders[measuring->folder_count++] = strdup(folder)))
            abort();
    }
    while (stream && (entry = readdir(stream))) {
        if (entry->d_name[0] == '.')
            continue;
        names = array_grow(names, &capacity, count + 1, sizeof *names);
        if (!names || !(names[count++] = strdup(entry->d_name)))
            abort();
    }
    if (stream)
        closedir(stream);
    if (count)
        qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++) {
        char path[PATH_SIZE];

        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        find_documents(measuring, path);
        free(names[i]);
    }
    free(names);
}

static int
compare_outcomes(const void *one, const void *other)
{
    const struct outcome *a = one, *b = other;

    return (a->probability > b->probability) - (a->probability < b->probability);
}

/* The chance that a right bead has a higher probability than a wrong one (half for equals). */
static double
area_under_curve(const struct outcomes *sorted)
{
    double wins = 0, right = 0, wrong = 0;

    for (size_t i = 0, end; i < sorted->count; i = end) {
        double here_right = 0, here_wrong = 0;

        for (end = i; end < sorted->count &&
                      sorted->items[end].probability == sorted->items[i].probability;
             end++)
            *(sorted->items[end].right ? &here_right : &here_wrong) += 1;
        wins += here_right * (wrong + here_wrong / 2);
        right += here_right;
        wrong += here_wrong;
    }
    return right > 0 && wrong > 0 ? wins / (right * wrong) : 1;
}

static void
print_table(const char *name, struct outcomes *outcomes)
{
    static const double edges[] = {0, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 2};
    size_t low = 0, errors = 0, low_errors = 0;

    if (outcomes->count)
        qsort(outcomes->items, outcomes->count, sizeof *outcomes->items, compare_outcomes);
    printf("%s: %zu\n  from    count   mean p    right\n", name, outcomes->count);
    for (size_t b = 0; b + 1 < sizeof edges / sizeof *edges; b++) {
        size_t count = 0, right = 0;
        double sum = 0;

        for (size_t i = 0; i < outcomes->count; i++) {
            const struct outcome *outcome = &outcomes->items[i];

            if (outcome->probability < edges[b] || outcome->probability >= edges[b + 1])
                continue;
            count++;
            right += outcome->right;
            sum += outcome->probability;
        }
        if (count)
            printf("  %.3f %7zu   %.4f   %.4f\n", edges[b], count, sum / (double)count,
                   (double)right / (double)count);
    }
    for (size_t i = 0; i < outcomes->count; i++) {
        bool is_low = outcomes->items[i].probability < 0.9;

        low += is_low;
        errors += !outcomes->items[i].right;
        low_errors += is_low && !outcomes->items[i].right;
    }
    printf("  AUC %.4f; under 0.9: %.4f of them, %.4f of the %zu errors\n",
           area_under_curve(outcomes),
           outcomes->count ? (double)low / (double)outcomes->count : 0,
           errors ? (double)low_errors / (double)errors : 1, errors);
}

static bool
take_languages(const char *both, struct measuring *out)
{
    const char *comma = strchr(both, ',');

    if (!comma || comma - both >= CODE_SIZE || strlen(comma + 1) >= CODE_SIZE)
        return false;
    memcpy(out->source, both, (size_t)(comma - both));
    strcpy(out->target, comma + 1);
    return true;
}

int
main(int argc, char **argv)
{
    struct measuring measuring = {.rows = false};
    struct ura_error error = {0};
    enum ura_status status = ura_context_new(getenv("URA_DATA"), &measuring.context, &error);

    for (int i = 1; i < argc && !status; i++) {
        if (strcmp(argv[i], "--rows") == 0)
            measuring.rows = true;
        else if (strcmp(argv[i], "--crossed") == 0)
            measuring.crossed = true;
        else if (strcmp(argv[i], "--posterior") == 0)
            measuring.options.posterior = true;
        else if (strcmp(argv[i], "--languages") == 0 && i + 1 < argc &&
                 take_languages(argv[i + 1], &measuring))
            i++;
        else if (argv[i][0] == '-')
            status = error_set(&error, URA_BAD_ARGUMENT,
                               "takes [--rows] [--posterior] [--crossed] [--languages sq,en] "
                               "FOLDER...");
        else
            find_documents(&measuring, argv[i]);
    }
    if (!status)
        status = measure_all(&measuring, &error);
    if (!status && !measuring.folder_count)
        status = error_set(&error, URA_BAD_ARGUMENT, "names no folder with gold");
    if (status)
        fprintf(stderr, "reliability: %s: %s\n", error.file, error.message);
    for (int k = 0; k < KINDS && !measuring.rows && !measuring.crossed && !status; k++)
        print_table(k ? "beads with one side" : "beads with two sides", &measuring.kinds[k]);
    if (!measuring.rows && !status)
        print_table("pairs of texts (right: a translation)", &measuring.pairs);
    for (int k = 0; k < KINDS; k++)
        free(measuring.kinds[k].items);
    free(measuring.pairs.items);
    for (size_t i = 0; i < measuring.folder_count; i++)
        free(measuring.folders[i]);
    free(measuring.folders);
    ura_context_free(measuring.context);
    return status ? EXIT_FAILURE : EXIT_SUCCESS;
}
