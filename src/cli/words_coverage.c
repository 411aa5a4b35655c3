/* words_coverage.c - ura words coverage: how much of a text the lexicon knows. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/inputs.h"

#include <stdio.h>

enum { TOP = 20, NAME_COLUMN = 14, NUMBER_COLUMN = 9, SHARE_COLUMN = 9 };

enum style { STYLE_TEXT, STYLE_TSV, STYLE_JSONL };

/* What is counted, and how it is told. */
struct job {
    struct invocation *invocation;
    const struct ura_format *from; /* NULL: found, file by file */
    struct ura_document_options options;
    struct pair_languages languages;
    const char *lexicon; /* NULL: none */
    enum style style;
    size_t top; /* missing words that are listed; 0: all */
    struct ura_coverage *coverage;
};

/* What one writer is called with. */
struct telling {
    const struct job *job;
    const struct ura_coverage_counts *counts;
    struct ura_buf text;
};

static double
percent(size_t part, size_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0.0;
}

/* VALUE at the end of a column WIDTH wide. */
static void
append_column(struct ura_buf *text, const struct ura_buf *value, size_t width)
{
    for (size_t i = value->len; i < width; i++)
        buf_append_byte(text, ' ');
    buf_append_str(text, buf_str(value));
}

static void
append_counts(struct ura_buf *text, size_t part, size_t whole, bool share)
{
    struct ura_buf value = {0};

    buf_append_unsigned(&value, part);
    append_column(text, &value, NUMBER_COLUMN);
    buf_clear(&value);
    if (share) {
        buf_append_fixed(&value, percent(part, whole), 1);
        buf_append_text(&value, " %");
    }
    append_column(text, &value, SHARE_COLUMN);
    text->failed = text->failed || value.failed;
    buf_release(&value);
}

static void
append_row(struct telling *telling, const char *name, struct ura_word_count count, bool share)
{
    struct ura_word_count all = telling->counts->words;
    size_t len = strlen(name);

    buf_append_text(&telling->text, name);
    for (; len < NAME_COLUMN; len++)
        buf_append_byte(&telling->text, ' ');
    append_counts(&telling->text, count.tokens, all.tokens, share);
    append_counts(&telling->text, count.types, all.types, share);
    while (telling->text.len && telling->text.ptr[telling->text.len - 1] == ' ')
        telling->text.len--;
    buf_append_byte(&telling->text, '\n');
}

static struct ura_word_count
count_missing(const struct ura_coverage_counts *counts)
{
    return (struct ura_word_count){counts->words.tokens - counts->known.tokens,
                                   counts->words.types - counts->known.types};
}

/* How many missing words are told. */
static size_t
count_told(const struct telling *telling)
{
    size_t count = telling->counts->missing_count, top = telling->job->top;

    return top && top < count ? top : count;
}

static void
tell_text(struct telling *telling)
{
    const struct ura_coverage_counts *counts = telling->counts;
    struct ura_buf *text = &telling->text;
    size_t told = count_told(telling);

    buf_append_text(text, "words of ");
    buf_append_text(text, telling->job->languages.source);
    buf_append_text(text, ", looked up towards ");
    buf_append_text(text, telling->job->languages.target);
    buf_append_text(text, "\n\n                   tokens             types\n");
    append_row(telling, "words", counts->words, false);
    append_row(telling, "with an entry", counts->known, true);
    for (int i = 0; i < URA_LEXICON_SOURCES; i++) {
        char name[NAME_COLUMN + 2];

        if (!counts->has_source[i])
            continue;
        snprintf(name, sizeof name, "  %s",
                 ura_lexicon_source_name((enum ura_lexicon_source)i));
        append_row(telling, name, counts->sources[i], true);
    }
    append_row(telling, "without", count_missing(counts), true);
    if (!told)
        return;
    buf_append_text(text, "\nthe most frequent words without an entry\n");
    for (size_t i = 0; i < told; i++) {
        struct ura_buf value = {0};

        buf_append_unsigned(&value, counts->missing[i].tokens);
        append_column(text, &value, NUMBER_COLUMN);
        buf_release(&value);
        buf_append_text(text, "  ");
        buf_append_str(text, counts->missing[i].text);
        buf_append_byte(text, '\n');
    }
}

static void
append_cells(struct ura_buf *text, const char *kind, struct ura_str name,
             struct ura_word_count count)
{
    buf_append_text(text, kind);
    buf_append_byte(text, '\t');
    buf_append_str(text, name);
    buf_append_byte(text, '\t');
    buf_append_unsigned(text, count.tokens);
    buf_append_byte(text, '\t');
    buf_append_unsigned(text, count.types);
    buf_append_byte(text, '\n');
}

static void
tell_tsv(struct telling *telling)
{
    const struct ura_coverage_counts *counts = telling->counts;
    struct ura_buf *text = &telling->text;

    append_cells(text, "count", URA_STR("words"), counts->words);
    append_cells(text, "count", URA_STR("known"), counts->known);
    for (int i = 0; i < URA_LEXICON_SOURCES; i++)
        if (counts->has_source[i])
            append_cells(text, "source",
                         ura_str_from(ura_lexicon_source_name((enum ura_lexicon_source)i)),
                         counts->sources[i]);
    for (size_t i = 0; i < count_told(telling); i++)
        append_cells(text, "missing", counts->missing[i].text,
                     (struct ura_word_count){counts->missing[i].tokens, 1});
}

static void
append_member(struct ura_buf *text, const char *name, struct ura_word_count count)
{
    buf_append_text(text, ",\"");
    buf_append_text(text, name);
    buf_append_text(text, "\":{\"tokens\":");
    buf_append_unsigned(text, count.tokens);
    buf_append_text(text, ",\"types\":");
    buf_append_unsigned(text, count.types);
    buf_append_byte(text, '}');
}

static void
tell_jsonl(struct telling *telling)
{
    const struct ura_coverage_counts *counts = telling->counts;
    const struct pair_languages *languages = &telling->job->languages;
    struct ura_buf *text = &telling->text;

    buf_append_text(text, "{\"record\":\"coverage\",\"language\":");
    buf_append_json(text, ura_str_from(languages->source));
    buf_append_text(text, ",\"other\":");
    buf_append_json(text, ura_str_from(languages->target));
    append_member(text, "words", counts->words);
    append_member(text, "known", counts->known);
    for (int i = 0; i < URA_LEXICON_SOURCES; i++)
        if (counts->has_source[i])
            append_member(text, ura_lexicon_source_name((enum ura_lexicon_source)i),
                          counts->sources[i]);
    buf_append_text(text, "}\n");
    for (size_t i = 0; i < count_told(telling); i++) {
        buf_append_text(text, "{\"record\":\"missing\",\"word\":");
        buf_append_json(text, counts->missing[i].text);
        buf_append_text(text, ",\"tokens\":");
        buf_append_unsigned(text, counts->missing[i].tokens);
        buf_append_text(text, "}\n");
    }
}

static enum ura_status
tell(const struct job *job, struct ura_output *output, struct ura_error *error)
{
    static void (*const tellers[])(struct telling *) = {
        [STYLE_TEXT] = tell_text, [STYLE_TSV] = tell_tsv, [STYLE_JSONL] = tell_jsonl};
    struct ura_coverage_counts counts;
    struct telling telling = {job, &counts, {0}};
    enum ura_status status = ura_coverage_count(job->coverage, &counts, error);

    if (status)
        return status;
    tellers[job->style](&telling);
    if (telling.text.failed)
        status = error_memory(error);
    else
        output_write(telling.text.ptr, telling.text.len, output);
    buf_release(&telling.text);
    return status;
}

/* The languages that were not given: that of the first text, and one it has a dictionary with.
 */
static enum ura_status
complete_languages(struct job *job, const struct ura_document *document,
                   struct ura_error *error)
{
    struct pair_languages *languages = &job->languages;
    enum ura_status status = URA_OK;

    if (!languages->source[0])
        snprintf(languages->source, sizeof languages->source, "%s", document->language);
    if (languages->target[0])
        return URA_OK;
    char other[8];

    status = ura_dictionary_other(job->invocation->context, languages->source, other, error);
    if (!status && !other[0])
        status = error_set(error, URA_BAD_ARGUMENT,
                           "no dictionary has %s; name both languages, as --languages %s,en",
                           languages->source, languages->source);
    snprintf(languages->target, sizeof languages->target, "%s", other);
    return status;
}

static enum ura_status
count_file(struct job *job, const char *path, struct ura_error *error)
{
    struct ura_context *context = job->invocation->context;
    struct ura_document *document;
    enum ura_status status =
        ura_format_open_document(context, path, job->from, &job->options, 0, &document, error);

    if (status)
        return status;
    if (!job->coverage) {
        status = complete_languages(job, document, error);
        if (!status)
            status = ura_coverage_new(context, job->languages.source, job->languages.target,
                                      job->lexicon, &job->coverage, error);
    } else if (strcmp(document->language, job->languages.source) != 0) {
        status = error_set(error, URA_BAD_INPUT,
                           "is in %s and the texts before it in %s; count them apart, or name "
                           "the languages",
                           document->language, job->languages.source);
        error_set_file(error, path);
    }
    if (!status)
        status = ura_coverage_add(job->coverage, document, error);
    ura_document_free(document);
    return status;
}

/* Sets the style from --to. Returns EXIT_DONE or EXIT_USAGE. */
static int
find_style(const struct invocation *invocation, enum style *out)
{
    static const char *const names[] = {"text", "tsv", "jsonl", NULL};
    int choice =
        option_choice(invocation, "to", names, "coverage is written as text, tsv or jsonl");

    *out = choice < 0 ? STYLE_TEXT : (enum style)choice;
    return choice < 0 ? EXIT_USAGE : EXIT_DONE;
}

static int
run(struct invocation *invocation)
{
    struct job job = {.invocation = invocation};
    const char *from = option_value(invocation, "from");
    struct ura_error error = {0};
    struct ura_output output;
    enum ura_status status = URA_OK;
    bool bad = false;
    int code = find_style(invocation, &job.style);

    job.top = option_size(invocation, "top", TOP, &bad);
    if (!code && bad)
        code = usage_error(invocation, "--top takes a number, not %s",
                           option_value(invocation, "top"));
    if (!code)
        code = find_layout(invocation, &job.options.layout);
    if (!code)
        code = find_languages(invocation, &job.languages);
    if (!code)
        code = find_lexicon(invocation, &job.lexicon);
    if (!code && from)
        code = find_format_named(invocation, from, &job.from);
    if (!code)
        code =
            open_output(invocation, invocation->arguments, invocation->argument_count, &output);
    if (code)
        return code;
    job.options.encoding = option_value(invocation, "encoding");
    job.options.language = job.languages.source[0] ? job.languages.source : NULL;
    for (int i = 0; !status && i < invocation->argument_count; i++)
        status = count_file(&job, invocation->arguments[i], &error);
    if (!status)
        status = tell(&job, &output, &error);
    ura_coverage_free(job.coverage);
    return finish_output(&output, status, &error);
}

static const struct option_spec options[] = {
    {"to", 't', "STYLE", "text (a table and a list), tsv or jsonl"},
    {"top", 0, "N", "missing words that are listed, 20 unless said; 0 is all of them"},
    {"lexicon", 0, "FILE", "add a word list: word TAB translations, \"; \" between them"},
    {0},
};

static const char *const shared[] = {
    "help",     "output",    "quiet",           "from",
    "layout",   "languages", "source-language", "target-language",
    "encoding", "max-file",  "max-line",        NULL};

const struct command command_words_coverage = {
    .name = "words coverage",
    .summary = "how much of a text the lexicon knows, and which words it misses",
    .arguments = "FILE...",
    .min_arguments = 1,
    .max_arguments = -1,
    .options = options,
    .shared = shared,
    .description =
        "Counts the words of all FILEs together, which are of one language: how many have an\n"
        "entry in the dictionary, among the names that CLDR knows in both languages, or in a word\n"
        "list; and which have none. The first of --languages is that of the texts.",
    .examples = {"ura words coverage corpora/demo-politics/source.txt",
                 "ura words coverage --languages en,de --to tsv --top 0 "
                 "corpora/english-german/source.txt"},
    .run = run,
};
