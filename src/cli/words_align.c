/* words_align.c - ura words align: which words of sentence pairs belong together. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/words.h"

#include <stdio.h>
#include <stdlib.h>

/* The pairs as they came: learned from first, linked then. */
struct texts {
    struct ura_buf bytes;
    size_t *lens; /* of source and target of each pair, one after another */
    size_t count, capacity;
};

struct alignment {
    struct words_job job;
    struct texts texts;
    enum ura_word_tokens tokens;
    enum ura_symmetry symmetry;
    bool shows_tokens;
    struct ura_output output;
};

static enum ura_status
keep_pair(struct texts *texts, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_str target = unit->has_target ? unit->target : (struct ura_str){NULL, 0};
    size_t *grown = array_grow(texts->lens, &texts->capacity, texts->count + 2, sizeof *grown);

    if (!grown)
        return error_memory(error);
    texts->lens = grown;
    grown[texts->count++] = unit->source.len;
    grown[texts->count++] = target.len;
    buf_append_str(&texts->bytes, unit->source);
    buf_append_str(&texts->bytes, target);
    return texts->bytes.failed ? error_memory(error) : URA_OK;
}

static enum ura_status
read_pairs(struct alignment *alignment, struct ura_error *error)
{
    struct words_job *job = &alignment->job;
    struct ura_unit unit;
    enum ura_status status;

    while (!(status = words_job_next(job, &unit, error))) {
        status = keep_pair(&alignment->texts, &unit, error);
        if (!status && unit.has_target)
            status = ura_trainer_add(job->trainer, unit.source, unit.target, 1, error);
        if (status)
            return status;
    }
    return status == URA_END ? URA_OK : status;
}

/* TEXT with one blank between two tokens, into OUT. */
static enum ura_status
append_tokens(struct alignment *alignment, enum ura_side side, struct ura_str text,
              struct ura_buf *out, struct ura_error *error)
{
    struct ura_span *spans;
    size_t count;
    enum ura_status status = ura_trainer_tokens(alignment->job.trainer, side, text,
                                                alignment->tokens, &spans, &count, error);

    if (status)
        return status;
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_append_byte(out, ' ');
        buf_append_str(out, ura_str_slice(text, spans[i].start, spans[i].end));
    }
    free(spans);
    buf_append_byte(out, '\t');
    return URA_OK;
}

static enum ura_status
write_line(struct alignment *alignment, struct ura_str source, struct ura_str target,
           struct ura_word_links *links, struct ura_buf *line, struct ura_error *error)
{
    enum ura_status status =
        ura_trainer_link(alignment->job.trainer, source, target, alignment->tokens,
                         alignment->symmetry, links, error);
    int failed;

    buf_clear(line);
    if (!status && alignment->shows_tokens) {
        status = append_tokens(alignment, URA_SIDE_SOURCE, source, line, error);
        if (!status)
            status = append_tokens(alignment, URA_SIDE_TARGET, target, line, error);
    }
    if (status)
        return status;
    for (size_t i = 0; i < links->count; i++) {
        if (i)
            buf_append_byte(line, ' ');
        buf_append_unsigned(line, links->items[i].source);
        buf_append_byte(line, '-');
        buf_append_unsigned(line, links->items[i].target);
    }
    buf_append_byte(line, '\n');
    if (line->failed)
        return error_memory(error);
    failed = output_write(line->ptr, line->len, &alignment->output);
    return failed ? error_errno(error, "cannot write", failed) : URA_OK;
}

static enum ura_status
write_links(struct alignment *alignment, struct ura_error *error)
{
    const struct texts *texts = &alignment->texts;
    struct ura_word_links links = {0};
    struct ura_buf line = {0};
    enum ura_status status = URA_OK;

    for (size_t i = 0, at = 0; i < texts->count && !status; i += 2) {
        size_t middle = at + texts->lens[i], end = middle + texts->lens[i + 1];
        struct ura_str all = buf_str(&texts->bytes);

        status = write_line(alignment, ura_str_slice(all, at, middle),
                            ura_str_slice(all, middle, end), &links, &line, error);
        at = end;
    }
    ura_word_links_release(&links);
    buf_release(&line);
    return status;
}

static enum ura_status
align(struct alignment *alignment, struct ura_error *error)
{
    enum ura_status status = words_job_open(&alignment->job, error);

    if (!status)
        status = read_pairs(alignment, error);
    if (!status)
        status = ura_trainer_train(alignment->job.trainer, error);
    if (!status)
        status = write_links(alignment, error);
    if (!status)
        words_job_tell(&alignment->job);
    return status;
}

static int
find_symmetry(const struct invocation *invocation, enum ura_symmetry *out)
{
    const char *name = option_value(invocation, "symmetrize"), *nearest;
    const char *names[URA_SYMMETRY_COUNT + 1] = {0};

    *out = URA_SYMMETRY_GROW_DIAG_FINAL_AND;
    if (!name || ura_symmetry_find(name, out))
        return EXIT_DONE;
    for (int i = 0; i < URA_SYMMETRY_COUNT; i++)
        names[i] = ura_symmetry_name((enum ura_symmetry)i);
    nearest = nearest_name(name, names);
    if (nearest)
        return usage_error(invocation, "unknown symmetry %s; did you mean %s?", name, nearest);
    return usage_error(invocation,
                       "unknown symmetry %s; grow-diag-final-and, grow-diag, intersection, "
                       "union, forward or backward",
                       name);
}

static int
find_tokens(const struct invocation *invocation, enum ura_word_tokens *out)
{
    const char *name = option_value(invocation, "tokens");

    *out = URA_WORD_TOKENS_FOUND;
    if (!name || strcmp(name, "found") == 0)
        return EXIT_DONE;
    *out = URA_WORD_TOKENS_BLANKS;
    if (strcmp(name, "blanks") == 0)
        return EXIT_DONE;
    return usage_error(invocation, "--tokens takes found or blanks, not %s", name);
}

static int
run(struct invocation *invocation)
{
    struct alignment alignment = {.shows_tokens = option_given(invocation, "show-tokens")};
    struct ura_error error = {0};
    enum ura_status status;
    int code = words_job_init(invocation, &alignment.job);

    if (!code)
        code = find_symmetry(invocation, &alignment.symmetry);
    if (!code)
        code = find_tokens(invocation, &alignment.tokens);
    if (!code)
        code = open_output(invocation, invocation->arguments, invocation->argument_count,
                           &alignment.output);
    if (code)
        return code;
    alignment.job.options.links = true;
    alignment.job.options.knows = !option_given(invocation, "alone");
    status = align(&alignment, &error);
    if (status && status != URA_IO)
        error_set_file(&error, invocation->arguments[0]);
    code = finish_output(&alignment.output, status, &error);
    free(alignment.texts.lens);
    buf_release(&alignment.texts.bytes);
    words_job_close(&alignment.job);
    return code;
}

static const struct option_spec options[] = {
    {"symmetrize", 's', "HOW",
     "grow-diag-final-and, grow-diag, intersection, union, forward or backward"},
    {"tokens", 0, "WHICH",
     "found (words, numbers, marks) or blanks (what stands between them)"},
    {"show-tokens", 0, NULL, "write source and target tokens before the links, tabs between"},
    {"alone", 0, NULL, "learn from these pairs alone, without dictionary, names and table"},
    {0},
};

static const char *const shared[] = {
    "help",      "output",          "quiet",           "from",
    "languages", "source-language", "target-language", "encoding",
    "jobs",      "max-file",        "max-line",        NULL};

const struct command command_words_align = {
    .name = "words align",
    .summary = "which words of sentence pairs belong together",
    .arguments = "SOURCE [TARGET]",
    .min_arguments = 1,
    .max_arguments = 2,
    .options = options,
    .shared = shared,
    .description =
        "Links the words of two texts, line by line, or of one file of pairs in any format, and\n"
        "writes for each pair a line as `0-0 1-2`: source token 0 with target token 0, 1 with 2.",
    .examples =
        {"ura words align --languages sq,en corpora/links/source.txt corpora/links/target.txt",
         "ura align corpora/demo-politics/source.txt corpora/demo-politics/target.txt | ura words align --languages sq,en --show-tokens -"},
    .run = run,
};
