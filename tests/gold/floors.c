/* floors.c - aligns every bundled corpus and holds what it scores against floors.tsv. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "gold.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

enum { PATH_SIZE = 1024, CODE_SIZE = 16, THOUSAND = 1000 };

/* A line of floors.tsv. */
struct corpus {
    char name[64];
    char source[CODE_SIZE];
    char target[CODE_SIZE];
    unsigned long long strict_floor, lax_floor; /* thousandths */
};

static bool
copy_field(char *out, size_t size, struct ura_str field)
{
    if (field.len >= size)
        return false;
    memcpy(out, field.ptr, field.len);
    out[field.len] = '\0';
    return true;
}

static enum ura_status
parse_corpus(const struct ura_records *records, struct corpus *out, struct ura_error *error)
{
    if (records->field_count != 5 ||
        !copy_field(out->name, sizeof out->name, records->fields[0]) ||
        !copy_field(out->source, sizeof out->source, records->fields[1]) ||
        !copy_field(out->target, sizeof out->target, records->fields[2]) ||
        !number_parse_unsigned(records->fields[3], &out->strict_floor) ||
        !number_parse_unsigned(records->fields[4], &out->lax_floor))
        return records_refuse(records, "needs corpus, two languages, two floors", error);
    return URA_OK;
}

static enum ura_status
open_text(struct ura_context *context, const char *folder, const struct corpus *corpus,
          const char *side, const char *language, struct ura_document **out,
          struct ura_error *error)
{
    struct ura_document_options options = {.language = language};
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/corpora/%s/%s.txt", folder, corpus->name, side);
    return ura_document_open(context, path, &options, out, error);
}

static enum ura_status
score_corpus(struct ura_context *context, const char *folder, const struct corpus *corpus,
             struct gold_score *out, struct ura_error *error)
{
    struct ura_document *source = NULL, *target = NULL;
    struct ura_bitext *bitext = NULL;
    enum ura_status status;
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/corpora/%s/gold.tsv", folder, corpus->name);
    status = open_text(context, folder, corpus, "source", corpus->source, &source, error);
    if (!status)
        status = open_text(context, folder, corpus, "target", corpus->target, &target, error);
    if (!status)
        status = ura_pair_align(context, source, target, NULL, &bitext, error);
    if (!status)
        status = ura_bitext_verify(bitext, error);
    if (!status)
        status = gold_score_bitext(path, bitext, NULL, out, error);
    ura_bitext_free(bitext);
    ura_document_free(target);
    ura_document_free(source);
    return status;
}

/* F1 in thousandths, rounded down. */
static unsigned
thousandths(struct ura_score_rates rates)
{
    return (unsigned)(THOUSAND * rates.f1 + 1e-9);
}

/* One line of TAP; false where the corpus is under a floor. */
static bool
report(size_t number, const struct corpus *corpus, enum ura_status status,
       const struct gold_score *score, const struct ura_error *error)
{
    unsigned strict = thousandths(ura_score_strict(&score->beads)),
             lax = thousandths(ura_score_lax(&score->beads));
    bool good = !status && strict >= corpus->strict_floor && lax >= corpus->lax_floor;

    printf("%sok %zu - %s: strict %u (floor %llu), lax %u (floor %llu)\n", good ? "" : "not ",
           number, corpus->name, strict, corpus->strict_floor, lax, corpus->lax_floor);
    if (status)
        printf("# %s: %s\n", error->file, error->message);
    printf("# %llu of %llu beads right, gold has %llu; texts not found: %zu, %zu\n",
           (unsigned long long)score->beads.strict, (unsigned long long)score->beads.system,
           (unsigned long long)score->beads.gold, score->lost_source_cells,
           score->lost_target_cells);
    return good;
}

int
main(void)
{
    const char *folder = getenv("URA_SOURCE"), *data = getenv("URA_DATA");
    struct ura_context *context = NULL;
    struct ura_records records = {0};
    struct ura_error error = {0};
    size_t number = 0;
    bool good = true;
    char path[PATH_SIZE];
    enum ura_status status;

    snprintf(path, sizeof path, "%s/tests/gold", folder ? folder : ".");
    status = ura_context_new(data, &context, &error);
    if (!status)
        status = records_load(path, "floors.tsv", &records, &error);
    while (!status && (status = records_next(&records, &error)) == URA_OK) {
        struct gold_score score = {0};
        struct corpus corpus;
        enum ura_status scored;

        status = parse_corpus(&records, &corpus, &error);
        if (status)
            break;
        error = (struct ura_error){0};
        scored = score_corpus(context, folder ? folder : ".", &corpus, &score, &error);
        good &= report(++number, &corpus, scored, &score, &error);
    }
    if (status != URA_END)
        printf("Bail out! %s: %s\n", error.file, error.message);
    printf("1..%zu\n", number);
    records_release(&records);
    ura_context_free(context);
    return good && status == URA_END ? EXIT_SUCCESS : EXIT_FAILURE;
}
