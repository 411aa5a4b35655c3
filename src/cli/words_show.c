/* words_show.c - ura words show: what a table says of a word. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/inputs.h"

#include <stdio.h>
#include <stdlib.h>

enum { DECIMALS = 3 };

static enum ura_status
open_table(const struct invocation *invocation, const struct pair_languages *languages,
           struct ura_table **out, struct ura_error *error)
{
    const char *path = option_value(invocation, "table");
    bool named = languages->source[0] && languages->target[0];

    if (path)
        return ura_table_open(invocation->context, path, out, error);
    return ura_table_open_shipped(invocation->context, named ? languages->source : "sq",
                                  named ? languages->target : "en", out, error);
}

static void
append_translation(struct ura_buf *out, const struct ura_table_facts *facts,
                   const struct ura_translation *translation)
{
    const char *codes[2] = {facts->source_language, facts->target_language};

    buf_append_text(out, codes[translation->reversed]);
    buf_append_byte(out, '\t');
    buf_append_str(out, translation->word);
    buf_append_byte(out, '\t');
    buf_append_text(out, codes[!translation->reversed]);
    buf_append_byte(out, '\t');
    buf_append_str(out, translation->other);
    buf_append_byte(out, '\t');
    buf_append_fixed(out, translation->forward, DECIMALS);
    buf_append_byte(out, '\t');
    buf_append_fixed(out, translation->backward, DECIMALS);
    buf_append_byte(out, '\n');
}

/* Appends what TABLE has for WORD; says where it has nothing. */
static enum ura_status
show(const struct invocation *invocation, const struct ura_table *table, const char *word,
     size_t limit, struct ura_buf *out, struct ura_error *error)
{
    struct ura_translation *found;
    struct ura_table_facts facts;
    size_t count, shown[2] = {0, 0};
    enum ura_status status =
        ura_table_translate(table, ura_str_from(word), &found, &count, error);

    if (status)
        return status;
    ura_table_describe(table, &facts);
    for (size_t i = 0; i < count; i++)
        if (shown[found[i].reversed]++ < limit)
            append_translation(out, &facts, &found[i]);
    free(found);
    if (!count && !invocation->quiet)
        fprintf(stderr, "ura: note: the table has no %s\n", word);
    return out->failed ? error_memory(error) : URA_OK;
}

/* What the table says of itself. */
static void
describe(const struct ura_table *table, struct ura_buf *out)
{
    struct ura_table_facts facts;

    ura_table_describe(table, &facts);
    buf_append_text(out, "languages\t");
    buf_append_text(out, facts.source_language);
    buf_append_byte(out, ',');
    buf_append_text(out, facts.target_language);
    buf_append_text(out, "\npairs\t");
    buf_append_unsigned(out, facts.pairs);
    buf_append_text(out, "\nsource words\t");
    buf_append_unsigned(out, facts.source_words);
    buf_append_text(out, "\ntarget words\t");
    buf_append_unsigned(out, facts.target_words);
    buf_append_text(out, "\ntranslations\t");
    buf_append_unsigned(out, facts.links);
    buf_append_text(out, "\nnote\t");
    buf_append_str(out, facts.note);
    buf_append_byte(out, '\n');
}

static enum ura_status
answer(const struct invocation *invocation, const struct ura_table *table, size_t limit,
       struct ura_output *output, struct ura_error *error)
{
    struct ura_buf out = {0};
    enum ura_status status = URA_OK;
    int failed = 0;

    if (!invocation->argument_count)
        describe(table, &out);
    for (int i = 0; i < invocation->argument_count && !status; i++)
        status = show(invocation, table, invocation->arguments[i], limit, &out, error);
    if (!status && out.failed)
        status = error_memory(error);
    if (!status && out.len)
        failed = output_write(out.ptr, out.len, output);
    if (failed)
        status = error_errno(error, "cannot write", failed);
    buf_release(&out);
    return status;
}

static int
run(struct invocation *invocation)
{
    struct pair_languages languages;
    struct ura_table *table = NULL;
    struct ura_error error = {0};
    struct ura_output output;
    enum ura_status status;
    bool bad = false;
    size_t limit = option_size(invocation, "limit", 10, &bad);
    int code = find_languages(invocation, &languages);

    if (!code && (bad || !limit))
        code = usage_error(invocation, "--limit takes a number over 0, not %s",
                           option_value(invocation, "limit"));
    if (!code)
        code = open_output(invocation, NULL, 0, &output);
    if (code)
        return code;
    status = open_table(invocation, &languages, &table, &error);
    if (!status)
        status = answer(invocation, table, limit, &output, &error);
    code = finish_output(&output, status, &error);
    ura_table_free(table);
    return code;
}

static const struct option_spec options[] = {
    {"table", 0, "FILE",
     "a table that ura words train made; the one that ura has if not given"},
    {"limit", 'n', "N", "so many translations of each direction, 10 unless said"},
    {0},
};

static const char *const shared[] = {
    "help", "output", "quiet", "languages", "source-language", "target-language", NULL};

const struct command command_words_show = {
    .name = "words show",
    .summary = "what a table says of a word",
    .arguments = "[WORD...]",
    .min_arguments = 0,
    .max_arguments = -1,
    .options = options,
    .shared = shared,
    .description =
        "Writes the translations of each WORD, in any of its forms and in either language:\n"
        "language, word, language, translation, P(translation | word), P(word | translation).\n"
        "Without a WORD it says what the table is.",
    .examples = {"ura words show qeveria parliament", "ura words show"},
    .run = run,
};
