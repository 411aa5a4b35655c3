/* doctor.c - ura doctor: what is installed, found and missing, and how to get it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, VALUE_SIZE = 256 };

/* What a look at one thing gives. */
struct finding {
    bool missing; /* something that ura needs is not there */
    char value[VALUE_SIZE];
};

static void
find_program(struct invocation *invocation, struct finding *out)
{
    (void)invocation;
    snprintf(out->value, sizeof out->value, "%s", ura_version());
}

static void
find_icu(struct invocation *invocation, struct finding *out)
{
    (void)invocation;
    snprintf(out->value, sizeof out->value, "%s", ura_icu_version());
}

static void
find_data(struct invocation *invocation, struct finding *out)
{
    snprintf(out->value, sizeof out->value, "%s", ura_context_data_folder(invocation->context));
}

/* The languages that have data of their own, and the files without which those two do not. */
static void
find_languages_data(struct invocation *invocation, struct finding *out)
{
    static const char *const files[] = {"sq/abbreviations.txt", "sq/layout.txt", "sq/stems.txt",
                                        "en/abbreviations.txt", "en/layout.txt", "en/stems.txt",
                                        "identify.txt",         "letters.tsv"};
    size_t used = 0;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[PATH_SIZE];
        int len;

        snprintf(path, sizeof path, "%s/%s", ura_context_data_folder(invocation->context),
                 files[i]);
        if (access(path, R_OK) == 0)
            continue;
        out->missing = true;
        len = snprintf(out->value + used, sizeof out->value - used, "%s%s", used ? " " : "",
                       files[i]);
        used += len > 0 && (size_t)len < sizeof out->value - used ? (size_t)len : 0;
    }
    if (!out->missing)
        snprintf(out->value, sizeof out->value, "sq en");
}

/* The dictionary, and whether it has to be read from text at every start. */
static void
find_dictionary(struct invocation *invocation, struct finding *out)
{
    struct ura_dictionary_facts facts;
    struct ura_error error = {0};

    out->missing =
        ura_dictionary_find(invocation->context, "sq", "en", &facts, &error) || !facts.words;
    if (out->missing)
        snprintf(out->value, sizeof out->value, "%s",
                 error.status ? error.message : "none of sq and en");
    else
        snprintf(out->value, sizeof out->value, "%s-%s, %zu words, %s", facts.source,
                 facts.target, facts.words,
                 facts.mapped ? "compiled"
                              : "read from text (slower: no image was made of these files)");
}

/* Whether the reader takes text in ENCODING. */
static bool
has_converter(struct ura_context *context, const char *encoding)
{
    struct ura_reader_options options = {.encoding = encoding};
    struct ura_reader *reader = NULL;
    struct ura_chunk chunk;
    enum ura_status status;

    status = ura_reader_open_bytes(context, "a\n", 2, &options, &reader, NULL);
    if (!status)
        status = ura_reader_next(reader, &chunk, NULL);
    ura_reader_free(reader);
    return status >= 0;
}

static void
find_converters(struct invocation *invocation, struct finding *out)
{
    static const char *const encodings[] = {
        "CP1250",      "CP1252",      "CP1254", "ISO-8859-1", "ISO-8859-2",
        "ISO-8859-15", "ISO-8859-16", "CP852",  "CP850",      "MACINTOSH"};
    size_t used = 0, found = 0;

    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        int len;

        if (has_converter(invocation->context, encodings[i])) {
            found++;
            continue;
        }
        out->missing = true;
        len = snprintf(out->value + used, sizeof out->value - used, "%s%s", used ? " " : "",
                       encodings[i]);
        used += len > 0 && (size_t)len < sizeof out->value - used ? (size_t)len : 0;
    }
    if (!out->missing)
        snprintf(out->value, sizeof out->value, "%zu of %zu", found, found);
}

/* A text of three sentences whose language is known goes through the whole reading. */
static void
find_reading(struct invocation *invocation, struct finding *out)
{
    static const char text[] = "Ministri nënshkroi dje marrëveshjen me fqinjët. Kuvendi do ta "
                               "votojë të premten. Opozita është kundër.\n";
    struct ura_document_options options = {.layout = URA_LAYOUT_PLAIN};
    struct ura_document *document = NULL;
    struct ura_error error = {0};

    if (ura_document_read(invocation->context, text, sizeof text - 1, &options, &document,
                          &error)) {
        out->missing = true;
        snprintf(out->value, sizeof out->value, "%s", error.message);
        return;
    }
    out->missing = document->sentence_count != 3 || strcmp(document->language, "sq") != 0;
    snprintf(out->value, sizeof out->value, "language %s, %zu sentences", document->language,
             document->sentence_count);
    ura_document_free(document);
}

/* What the environment says of characters; ura itself does not look at it. */
static void
find_locale(struct invocation *invocation, struct finding *out)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *value = NULL;

    (void)invocation;
    for (size_t i = 0; i < sizeof names / sizeof *names && (!value || !*value); i++)
        value = getenv(names[i]);
    snprintf(out->value, sizeof out->value, "%s (no result depends on it)",
             value && *value ? value : "none");
}

static void
find_terminal(struct invocation *invocation, struct finding *out)
{
    if (isatty(STDOUT_FILENO))
        snprintf(out->value, sizeof out->value, "%zu columns, %s",
                 terminal_width(STDOUT_FILENO),
                 color_wanted(invocation, STDOUT_FILENO) ? "colour" : "no colour");
    else
        snprintf(out->value, sizeof out->value, "none (standard output is no terminal)");
}

static const struct {
    const char *name;
    void (*find)(struct invocation *invocation, struct finding *out);
    const char *remedy;
} looks[] = {
    {"ura", find_program, NULL},
    {"ICU", find_icu, NULL},
    {"data", find_data, NULL},
    {"languages", find_languages_data,
     "install ura again, or set URA_DATA to its dicts folder"},
    {"dictionary", find_dictionary, "install ura again, or set URA_DATA to its dicts folder"},
    {"converters", find_converters, "install iconv's converters (Debian: libc6)"},
    {"reading", find_reading, "the data is not that of this version: install ura again"},
    {"locale", find_locale, NULL},
    {"terminal", find_terminal, NULL},
};

static int
run(struct invocation *invocation)
{
    int code = EXIT_DONE;

    /* What is guessed of the text that is tried is no news. */
    ura_context_set_report(invocation->context, NULL, NULL);
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        struct finding finding = {0};

        looks[i].find(invocation, &finding);
        printf("%-8s %-11s %s\n", finding.missing ? "missing" : "found", looks[i].name,
               finding.value);
        if (finding.missing) {
            printf("         %-11s %s\n", "", looks[i].remedy);
            code = EXIT_BAD_INPUT;
        }
    }
    return code;
}

static const char *const shared[] = {"help", "color", NULL};

const struct command command_doctor = {
    .name = "doctor",
    .summary = "what is installed, found and missing, and how to get it",
    .arguments = "",
    .shared = shared,
    .description = "Looks for what ura needs: its data, the converters of old encodings, and "
                   "whether a text is read as it should be. What is missing stands with how to "
                   "get it, and the exit status is then 3.",
    .examples = {"ura doctor", "URA_DATA=dicts ura doctor"},
    .run = run,
};
