/* batch.c - ura batch: many pairs, a result and a record each. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/inputs.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static const double MINUTE = 60;
static const int stop_signals[] = {SIGTERM, SIGINT, SIGUSR1};
enum { STOP_SIGNALS = sizeof stop_signals / sizeof *stop_signals };

/* Where the signal handler leaves word; the run reads the other end. */
static int stop_write = -1;

/* The first signal ends the run in order; after it the same ones end the program at once. */
static void
ask_to_stop(int number)
{
    int before = errno;

    (void)number;
    for (int i = 0; i < STOP_SIGNALS; i++)
        signal(stop_signals[i], SIG_DFL);
    (void)!write(stop_write, "", 1);
    errno = before;
}

/* A signal that this program was started to ignore stays ignored. */
static void
listen_for_signals(void)
{
    struct sigaction action = {.sa_handler = ask_to_stop}, before;

    for (int i = 0; i < STOP_SIGNALS; i++)
        if (sigaction(stop_signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(stop_signals[i], &action, NULL);
}

/* What is shown while the run goes on. */
struct display {
    const char *list;
    bool quiet;
    bool terminal;
    bool line_stands; /* a line of progress without its end stands on the terminal */
    double told;      /* second of the run at which a line was last written */
};

static void
clear_line(struct display *display)
{
    if (display->line_stands)
        fputs("\r\033[K", stderr);
    display->line_stands = false;
}

static void
show_failure(const struct ura_batch_failure *failure, void *user)
{
    struct display *display = user;

    clear_line(display);
    fprintf(stderr, "ura: %s:%zu: %s: %s: %s\n", display->list, failure->pair->line,
            failure->pair->name, ura_batch_reason_name(failure->reason), failure->message);
}

/* "0:07", "1:02:03". */
static void
print_time(double seconds)
{
    unsigned long all = (unsigned long)(seconds + 0.5), hours = all / 3600;

    if (hours)
        fprintf(stderr, "%lu:%02lu:%02lu", hours, all / 60 % 60, all % 60);
    else
        fprintf(stderr, "%lu:%02lu", all / 60, all % 60);
}

static void
show_progress(const struct ura_batch_progress *progress, void *user)
{
    struct display *display = user;

    if (display->quiet || (!display->terminal && progress->seconds - display->told < MINUTE))
        return;
    display->told = progress->seconds;
    clear_line(display);
    fprintf(stderr,
            progress->learning ? "ura: first pass, learning words: %zu of %zu pairs"
                               : "ura: %zu of %zu pairs",
            progress->kept + progress->done + progress->failed, progress->pairs);
    if (progress->failed)
        fprintf(stderr, ", %zu failed", progress->failed);
    if (progress->left > 0) {
        fputs(", ", stderr);
        print_time(progress->left);
        fputs(" left", stderr);
    }
    display->line_stands = display->terminal;
    if (!display->terminal)
        fputc('\n', stderr);
}

static void
show_learned(const struct ura_batch_learned *learned, const struct display *display)
{
    if (!display->quiet && learned->pairs)
        fprintf(stderr,
                "ura: learned %zu translations of %zu and %zu words from %llu sentence pairs\n",
                learned->translations, learned->source_words, learned->target_words,
                (unsigned long long)learned->pairs);
}

/* What became of the pairs, for people; of failed ones even where quiet was asked for. */
static void
show_summary(const struct ura_batch_summary *summary, struct display *display)
{
    const struct ura_batch_progress *progress = &summary->progress;
    const char *between = " (";

    clear_line(display);
    show_learned(&summary->learned, display);
    if (display->quiet && !progress->failed)
        return;
    fprintf(stderr, "ura: %zu pair%s: %zu done", progress->pairs,
            progress->pairs == 1 ? "" : "s", progress->done);
    if (progress->kept)
        fprintf(stderr, ", %zu kept", progress->kept);
    if (summary->warned)
        fprintf(stderr, ", %zu with a warning", summary->warned);
    if (summary->strangers)
        fprintf(stderr, ", %zu that look%s like no translation%s", summary->strangers,
                summary->strangers == 1 ? "s" : "", summary->strangers == 1 ? "" : "s");
    if (progress->failed)
        fprintf(stderr, ", %zu failed", progress->failed);
    for (int i = 0; i < URA_BATCH_REASONS; i++) {
        if (!summary->reasons[i])
            continue;
        fprintf(stderr, "%s%s %zu", between, ura_batch_reason_name((enum ura_batch_reason)i),
                summary->reasons[i]);
        between = ", ";
    }
    fputs(progress->failed ? ")\n" : "\n", stderr);
}

static int
run_batch(struct ura_batch *batch, struct display *display)
{
    struct ura_batch_watch watch = {
        .failed = show_failure, .progress = show_progress, .user = display};
    struct ura_batch_summary summary;
    struct ura_error error = {0};
    enum ura_status status;
    int ends[2];

    if (pipe(ends)) {
        perror("ura: cannot make a pipe");
        return EXIT_IO;
    }
    watch.stop = ends[0];
    stop_write = ends[1];
    listen_for_signals();
    status = ura_batch_run(batch, &watch, &summary, &error);
    for (int i = 0; i < STOP_SIGNALS; i++)
        signal(stop_signals[i], SIG_DFL);
    close(ends[0]);
    close(ends[1]);
    if (!status || summary.progress.done || summary.progress.failed)
        show_summary(&summary, display);
    if (status)
        return report_error(&error);
    if (summary.stopped) {
        fputs("ura: stopped; --resume goes on from here\n", stderr);
        return EXIT_CHECKPOINT;
    }
    return summary.progress.failed ? EXIT_PARTLY : EXIT_DONE;
}

/* What would be done: name and state a line. */
static int
print_plan(const struct ura_batch *batch)
{
    const struct ura_batch_pair *pair;

    for (size_t i = 0; (pair = ura_batch_at(batch, i)); i++)
        printf("%s\t%s\t%s\t%s\n", pair->name, ura_batch_state_name(pair->state), pair->source,
               pair->target);
    return EXIT_DONE;
}

/* "2/8". */
static int
find_shard(const struct invocation *invocation, struct ura_batch_options *out)
{
    const char *value = option_value(invocation, "shard");
    const char *slash = value ? strchr(value, '/') : NULL;
    unsigned long long number, count;

    if (!value)
        return EXIT_DONE;
    if (!slash ||
        !number_parse_unsigned((struct ura_str){value, (size_t)(slash - value)}, &number) ||
        !number_parse_unsigned(ura_str_from(slash + 1), &count) || number < 1 ||
        number > count || count > SIZE_MAX)
        return usage_error(invocation, "--shard takes K/N with K from 1 to N, as 2/8, not %s",
                           value);
    out->shard = (size_t)number;
    out->shards = (size_t)count;
    return EXIT_DONE;
}

static int
find_limits(const struct invocation *invocation, struct ura_batch_options *out)
{
    const char *timeout = option_value(invocation, "timeout");
    bool bad = false;

    if (timeout &&
        (!number_parse_real(ura_str_from(timeout), &out->timeout) || out->timeout <= 0))
        return usage_error(invocation, "--timeout takes a number of seconds, not %s", timeout);
    out->max_memory = option_size(invocation, "max-memory", 0, &bad);
    if (bad || (option_given(invocation, "max-memory") && !out->max_memory) ||
        out->max_memory > SIZE_MAX >> 20)
        return usage_error(invocation, "--max-memory takes a number of MiB, not %s",
                           option_value(invocation, "max-memory"));
    out->jobs = option_size(invocation, "jobs", 1, &bad);
    if (bad)
        return usage_error(invocation, "--jobs takes a number, not %s",
                           option_value(invocation, "jobs"));
    return EXIT_DONE;
}

static int
run(struct invocation *invocation)
{
    struct ura_batch_options options = {.folder = option_value(invocation, "output")};
    struct display display = {.list = invocation->arguments[0],
                              .quiet = invocation->quiet,
                              .terminal = isatty(STDERR_FILENO)};
    const char *from = option_value(invocation, "from");
    struct pair_languages languages;
    struct ura_error error = {0};
    struct ura_batch *batch;
    int code;

    if (!options.folder)
        return usage_error(invocation, "needs -o FOLDER, where results go");
    code = find_layout(invocation, &options.layout);
    if (!code)
        code = find_languages(invocation, &languages);
    if (!code)
        code = find_moved(invocation, &options.pair);
    if (!code)
        code = find_lexicon(invocation, &options.pair.lexicon);
    if (!code)
        code = find_min_confidence(invocation, &options.min_confidence);
    if (!code)
        code = find_realign(invocation, &options.realign);
    if (!code && from)
        code = find_format_named(invocation, from, &options.from);
    if (!code)
        code = find_format(invocation, "tsv", &options.format);
    if (!code)
        code = find_shard(invocation, &options);
    if (!code)
        code = find_limits(invocation, &options);
    if (!code)
        code = refuse_own_input(invocation, "save-table");
    if (code)
        return code;
    options.encoding = option_value(invocation, "encoding");
    options.source_language = languages.source[0] ? languages.source : NULL;
    options.target_language = languages.target[0] ? languages.target : NULL;
    options.keep_furniture = option_given(invocation, "keep-furniture");
    options.learn_only = option_given(invocation, "learn-only");
    options.table = option_value(invocation, "table");
    options.save_table = option_value(invocation, "save-table");
    if (options.learn_only && options.realign < 0)
        return usage_error(invocation, "--learn-only has nothing to do with --realign off");
    options.resume = option_given(invocation, "resume");
    if (ura_batch_open(invocation->context, display.list, &options, &batch, &error))
        return report_error(&error);
    code = option_given(invocation, "dry-run") ? print_plan(batch) : run_batch(batch, &display);
    ura_batch_free(batch);
    return code;
}

static const struct option_spec options[] = {
    {"output", 'o', "FOLDER", "where results and the report go; made if it is missing"},
    {"lexicon", 0, "FILE",
     "add a word list: source word TAB translations, \"; \" between them"},
    {"moved", 0, "WHEN", "find passages that changed places: auto (in wire layout), on, off"},
    {"min-confidence", 0, "P", "leave out beads that are less probable than P, from 0 to 1"},
    {"realign", 0, "WHEN",
     "learn words over the list in a first pass: auto (8 pairs or more), on, off"},
    {"learn-only", 0, NULL, "end after the first pass; with --shard, do its part of it"},
    {"table", 0, "FILE", "a table of words learned earlier, used beside that which ships"},
    {"save-table", 0, "FILE", "write what was learned there too"},
    {"resume", 0, NULL, "keep what earlier runs did and what has not changed since"},
    {"shard", 0, "K/N", "only every Nth line of the list, from line K on"},
    {"timeout", 0, "SECONDS", "a pair that takes longer has failed"},
    {"max-memory", 0, "MIB", "a pair that needs more memory has failed"},
    {"dry-run", 0, NULL, "say what would be done, and do nothing"},
    {0},
};

static const char *const shared[] = {"help",
                                     "quiet",
                                     "from",
                                     "to",
                                     "jobs",
                                     "layout",
                                     "languages",
                                     "source-language",
                                     "target-language",
                                     "encoding",
                                     "keep-furniture",
                                     "max-file",
                                     "max-line",
                                     NULL};

const struct command command_batch = {
    .name = "batch",
    .summary = "sentence pairs of many pairs of texts",
    .arguments = "LIST",
    .min_arguments = 1,
    .max_arguments = 1,
    .options = options,
    .shared = shared,
    .description =
        "Aligns every pair of LIST, a line each: source, tab, target and, where wanted, tab and\n"
        "a name. Each gives one file in FOLDER, NAME.FORMAT, and one line of its report.jsonl.\n"
        "Without a name it is the source's file name without its suffix. Pairs that fail are told\n"
        "and the rest is done.",
    .examples = {"ura batch -o results --jobs 2 corpora/stories.list",
                 "ura batch -o results --resume --dry-run corpora/stories.list"},
    .run = run,
};
