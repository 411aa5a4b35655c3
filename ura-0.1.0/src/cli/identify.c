/* identify.c - ura identify: language and encoding of files, or the language of each line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/command.h"

enum {
    CANDIDATES_MAX = 16,
    CANDIDATES_TEXT = 128,
    CONFIDENCE_DIGITS = 4,
    CODE_COLUMN = 9, /* "zh-Hant" and a gap */
    PERCENT_DIGITS = 1,
};

/* Bytes of a file that its language is told from. */
static const size_t FILE_SAMPLE = (size_t)64 << 10;
static const size_t LINES_WINDOW = (size_t)256 << 10;

enum form { FORM_TSV, FORM_TEXT, FORM_JSONL };
static const char *const form_names[] = {"tsv", "text", "jsonl", NULL};

/* One run: what was asked for, and the rows that are not yet written. */
struct identification {
    struct invocation *invocation;
    enum form form;
    char codes[CANDIDATES_TEXT];
    const char *candidates[CANDIDATES_MAX + 1]; /* into codes */
    struct ura_output output;
    struct ura_buf rows;
};

/* A row begins: what it is of, a file or a line, and for people nothing yet. */
static void
begin_row(struct identification *run, const char *file, size_t line)
{
    if (run->form == FORM_JSONL) {
        buf_append_text(&run->rows, file ? "{\"file\":" : "{\"line\":");
        if (file)
            buf_append_json(&run->rows, ura_str_from(file));
        else
            buf_append_unsigned(&run->rows, line);
    } else if (run->form == FORM_TSV) {
        for (; file && *file; file++) /* no tab or line end inside a cell */
            buf_append_byte(&run->rows, *file == '\t' || *file == '\n' ? ' ' : *file);
        if (!file)
            buf_append_unsigned(&run->rows, line);
    }
}

static void
append_guess(struct identification *run, const struct ura_language_guess *guess)
{
    double probability = (double)guess->probability;
    size_t len = strlen(guess->code);

    if (run->form == FORM_JSONL) {
        buf_append_text(&run->rows, ",\"language\":");
        buf_append_json(&run->rows, ura_str_from(guess->code));
        buf_append_text(&run->rows, ",\"confidence\":");
        buf_append_fixed(&run->rows, probability, CONFIDENCE_DIGITS);
    } else if (run->form == FORM_TSV) {
        buf_append_byte(&run->rows, '\t');
        buf_append_text(&run->rows, guess->code);
        buf_append_byte(&run->rows, '\t');
        buf_append_fixed(&run->rows, probability, CONFIDENCE_DIGITS);
    } else {
        buf_append_text(&run->rows, guess->code);
        for (; len < CODE_COLUMN; len++)
            buf_append_byte(&run->rows, ' ');
        buf_append_fixed(&run->rows, 100.0 * probability, PERCENT_DIGITS);
        buf_append_text(&run->rows, " %  ");
    }
}

/* A row ends, with the encoding of a file or for people the text of a line. */
static void
end_row(struct identification *run, const char *file, const char *encoding, struct ura_str line)
{
    if (run->form == FORM_JSONL) {
        if (file) {
            buf_append_text(&run->rows, ",\"encoding\":");
            buf_append_json(&run->rows, ura_str_from(encoding));
        }
        buf_append_byte(&run->rows, '}');
    } else if (run->form == FORM_TSV) {
        if (file) {
            buf_append_byte(&run->rows, '\t');
            buf_append_text(&run->rows, encoding);
        }
    } else if (file) {
        buf_append_text(&run->rows, encoding);
        buf_append_text(&run->rows, "  ");
        buf_append_text(&run->rows, file);
    } else {
        buf_append_str(&run->rows, line);
    }
    buf_append_byte(&run->rows, '\n');
}

static enum ura_status
write_rows(struct identification *run, struct ura_error *error)
{
    int failed;

    if (run->rows.failed)
        return error_memory(error);
    failed = output_write(run->rows.ptr, run->rows.len, &run->output);
    buf_clear(&run->rows);
    return failed ? error_errno(error, "cannot write", failed) : URA_OK;
}

/* A row for each line of CHUNK. */
static enum ura_status
identify_chunk(struct identification *run, const struct ura_chunk *chunk,
               struct ura_error *error)
{
    const char *at = chunk->text.ptr, *end = at + chunk->text.len;
    struct ura_language_guess guess;
    enum ura_status status = URA_OK;
    size_t number = chunk->line;

    while (at < end && !status) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct ura_str line = {at, (size_t)((stop ? stop : end) - at)};

        status = ura_language_identify(run->invocation->context, line, run->candidates, &guess,
                                       error);
        begin_row(run, NULL, number++);
        append_guess(run, &guess);
        end_row(run, NULL, NULL, line);
        at = stop ? stop + 1 : end;
    }
    return status ? status : write_rows(run, error);
}

static enum ura_status
identify_lines(struct identification *run, const char *path, struct ura_error *error)
{
    const struct ura_reader_options options = {
        .encoding = option_value(run->invocation, "encoding"), .window = LINES_WINDOW};
    struct ura_reader *reader;
    struct ura_chunk chunk;
    enum ura_status status;

    status = ura_reader_open(run->invocation->context, path, &options, &reader, error);
    if (status)
        return status;
    while ((status = ura_reader_next(reader, &chunk, error)) == URA_OK) {
        status = identify_chunk(run, &chunk, error);
        if (status)
            break;
    }
    ura_reader_free(reader);
    return status == URA_END ? URA_OK : status;
}

static enum ura_status
identify_file(struct identification *run, const char *path, struct ura_error *error)
{
    const struct ura_reader_options options = {
        .encoding = option_value(run->invocation, "encoding"), .window = FILE_SAMPLE};
    struct ura_language_guess guess;
    struct ura_reader *reader;
    struct ura_chunk chunk = {0};
    enum ura_status status;

    status = ura_reader_open(run->invocation->context, path, &options, &reader, error);
    if (status)
        return status;
    status = ura_reader_next(reader, &chunk, error);
    if (status == URA_OK || status == URA_END)
        status = ura_language_identify(run->invocation->context, chunk.text, run->candidates,
                                       &guess, error);
    if (!status) {
        begin_row(run, path, 0);
        append_guess(run, &guess);
        end_row(run, path, ura_reader_encoding(reader), (struct ura_str){0});
    }
    ura_reader_free(reader);
    return status ? status : write_rows(run, error);
}

/* Each file; one that cannot be read is reported and the rest done. Returns the exit code. */
static int
identify_files(struct identification *run)
{
    struct invocation *invocation = run->invocation;
    struct ura_error error = {0};
    int failed = 0, code = EXIT_DONE;

    for (int i = 0; i < invocation->argument_count; i++) {
        memset(&error, 0, sizeof error);
        if (!identify_file(run, invocation->arguments[i], &error))
            continue;
        if (run->output.failed || error.status == URA_NO_MEMORY)
            return finish_output(&run->output, error.status, &error);
        error_set_file(&error, invocation->arguments[i]);
        code = report_error(&error);
        failed++;
    }
    memset(&error, 0, sizeof error);
    if (failed == invocation->argument_count) {
        output_abandon(&run->output);
        return code;
    }
    code = finish_output(&run->output, URA_OK, &error);
    return code == EXIT_DONE && failed ? EXIT_PARTLY : code;
}

static int
find_form(const struct invocation *invocation, enum form *out)
{
    const char *name = option_value(invocation, "to");

    *out = FORM_TSV;
    for (int i = 0; name && form_names[i]; i++) {
        if (strcmp(name, form_names[i]) == 0) {
            *out = (enum form)i;
            return EXIT_DONE;
        }
    }
    return name ? usage_error(invocation, "--to takes tsv, text or jsonl, not %s", name)
                : EXIT_DONE;
}

static int
find_candidates(const struct invocation *invocation, struct identification *run)
{
    const char *list = option_value(invocation, "languages");
    size_t count = 0;

    if (!list)
        return EXIT_DONE;
    if (strlen(list) >= sizeof run->codes)
        return usage_error(invocation, "--languages takes a few codes, as sq,en");
    strcpy(run->codes, list);
    for (char *at = run->codes; at; count++) {
        char *comma = strchr(at, ',');

        if (comma)
            *comma++ = '\0';
        if (*at == '\0' || count == CANDIDATES_MAX)
            return usage_error(invocation, "--languages takes up to %d codes, as sq,en, not %s",
                               CANDIDATES_MAX, list);
        run->candidates[count] = at;
        at = comma;
    }
    return EXIT_DONE;
}

static int
run(struct invocation *invocation)
{
    struct identification run = {.invocation = invocation};
    struct ura_error error = {0};
    int code;

    if (option_given(invocation, "lines") && invocation->argument_count > 1)
        return usage_error(invocation, "--lines takes one FILE");
    code = find_form(invocation, &run.form);
    if (!code)
        code = find_candidates(invocation, &run);
    if (!code)
        code = open_output(invocation, invocation->arguments, invocation->argument_count,
                           &run.output);
    if (code)
        return code;
    if (option_given(invocation, "lines"))
        code = finish_output(&run.output,
                             identify_lines(&run, invocation->arguments[0], &error), &error);
    else
        code = identify_files(&run);
    buf_release(&run.rows);
    return code;
}

static const struct option_spec options[] = {
    {"lines", 0, NULL, "the language of each line of one FILE: number, code, confidence"},
    {"to", 't', "FORM", "tsv (one row each, the default), text (to read) or jsonl"},
    {"languages", 0, "CODES", "those expected, as sq,en: they decide where the text does not"},
    {0},
};

static const char *const shared[] = {"help",     "output",   "quiet",    "verbose",
                                     "encoding", "max-file", "max-line", NULL};

const struct command command_identify = {
    .name = "identify",
    .summary = "language and encoding of files, or the language of each line",
    .arguments = "FILE...",
    .min_arguments = 1,
    .max_arguments = -1,
    .options = options,
    .shared = shared,
    .description =
        "Says which language each FILE is in, how sure that is (0 to 1), and its encoding. The\n"
        "first 64 KiB decide. Gheg Albanian is aln; a text that is no language, or none that is\n"
        "known, is und. A row is FILE, code, confidence, encoding, with tabs between.",
    .examples = {"ura identify corpora/demo-politics/source.txt",
                 "ura identify --lines --to text corpora/demo-politics/target.txt"},
    .run = run,
};
