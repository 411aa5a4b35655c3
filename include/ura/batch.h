/* batch.h - many pairs: a list in, a result and a record a pair out. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_BATCH_H
#define URA_BATCH_H

#include <ura/format.h>
#include <ura/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the records in a report, as its first line has it; man ura-batch tells them.
 */
enum { URA_BATCH_SCHEMA = 1 };

/* Zero is the default but for FOLDER and FORMAT. Strings outlive the batch. */
struct ura_batch_options {
    const char *folder; /* where results and the report go; made if it is missing */
    const struct ura_format
        *format;                   /* of the results, one file each; its name is their suffix */
    const struct ura_format *from; /* of the texts; NULL: found, file by file */
    enum ura_layout layout;
    const char *source_language; /* NULL: found, pair by pair */
    const char *target_language;
    const char *encoding;         /* NULL: found, file by file */
    struct ura_pair_options pair; /* its tables are the batch's to fill */
    /* Learn words over the whole list in a first pass, and align with what was learned: 0 auto
     * (where the list is long enough), 1 on, -1 off (each pair alone). */
    int realign;
    bool learn_only;        /* end after the first pass */
    const char *table;      /* the path of a table that was learned earlier; NULL: none */
    const char *save_table; /* where what is learned goes, beside the folder; NULL: nowhere */
    bool keep_furniture;
    double min_confidence; /* beads that are less probable are left out of results */
    size_t jobs;           /* worker processes; 0: as many as there are processors */
    size_t shard;          /* only the lines of shard SHARD (from 1) of SHARDS; 0 of 0: all */
    size_t shards;         /* line i belongs to shard ((i - 1) mod SHARDS) + 1 */
    bool resume;           /* keep what earlier runs did and what has not changed since */
    double timeout;        /* seconds that one pair may take; 0: any */
    size_t max_memory;     /* MiB of data that a process may hold for one pair; 0: any */
};

/* What is to be done with a pair, and why. */
enum ura_batch_state {
    URA_BATCH_NEW,     /* no record of it */
    URA_BATCH_FAILED,  /* failed the last time */
    URA_BATCH_CHANGED, /* its texts, the options, the data or the program are others now */
    URA_BATCH_LOST,    /* its result is gone or has another size */
    URA_BATCH_KEPT,    /* nothing to do */
};

/* One pair of the list; lives as long as the batch. Paths are as the list has them. */
struct ura_batch_pair {
    size_t line;
    const char *name;
    const char *source;
    const char *target;
    enum ura_batch_state state;
};

/* Why a pair failed; ura_batch_reason_name gives the report's word for it. */
enum ura_batch_reason {
    URA_BATCH_BAD_INPUT, /* a text is missing, empty, binary, damaged */
    URA_BATCH_LIMIT,     /* --max-file, --max-line */
    URA_BATCH_MEMORY,    /* --max-memory, or none left */
    URA_BATCH_TIMEOUT,
    URA_BATCH_CRASH, /* its process was killed by a signal */
    URA_BATCH_IO,    /* a text could not be read to its end */
    URA_BATCH_OTHER,
    URA_BATCH_REASONS
};

struct ura_batch_progress {
    bool learning; /* in the first pass; pairs are those that teach */
    size_t pairs;  /* of this shard */
    size_t kept;   /* of earlier runs */
    size_t done;
    size_t failed;
    double seconds; /* since the run began */
    double left;    /* estimated; 0 before anything is known */
};

struct ura_batch_failure {
    const struct ura_batch_pair *pair;
    enum ura_batch_reason reason;
    const char *message; /* with the file, line and byte that it is about */
};

/* How a run is watched and ended. Each function may be NULL. */
struct ura_batch_watch {
    int stop; /* descriptor: when it can be read the run ends with the pairs in hand; -1: none
               */
    void (*failed)(const struct ura_batch_failure *failure, void *user);
    void (*progress)(const struct ura_batch_progress *progress, void *user); /* often */
    void *user;
};

/* What the first pass gave; zero: nothing. */
struct ura_batch_learned {
    uint64_t pairs; /* of sentences that were sure enough to learn from */
    size_t source_words, target_words;
    size_t translations;
};

struct ura_batch_summary {
    struct ura_batch_progress progress;
    size_t warned;    /* pairs that were done with a warning */
    size_t strangers; /* of them pairs that look like no translations */
    size_t reasons[URA_BATCH_REASONS];
    bool stopped; /* by watch->stop, before everything was done */
    struct ura_batch_learned learned;
};

/* A list that was read, and what is to be done of it. */
struct ura_batch;

/*
 * Read the list at PATH ("-": standard input; its paths are then relative to the working
 * folder, else to the list's) and, to resume, the reports in the folder. Changes nothing on
 * disk. Fails with URA_SYNTAX (error->line), URA_BAD_INPUT, URA_TOO_LARGE, URA_IO,
 * URA_NO_MEMORY.
 */
URA_API enum ura_status ura_batch_open(struct ura_context *context, const char *path,
                                       const struct ura_batch_options *options,
                                       struct ura_batch **out, struct ura_error *error);
/* Pair INDEX in the order of the list, NULL after the last. */
URA_API const struct ura_batch_pair *ura_batch_at(const struct ura_batch *batch, size_t index);
/*
 * Do what is to be done, in processes forked from this one: call it where no other thread runs.
 * A pair that fails is counted in SUMMARY and is no error. Fails with URA_IO where results or
 * the report cannot be written or another run is at work on the same report; what was finished
 * until then is kept, and can be resumed from.
 */
URA_API enum ura_status ura_batch_run(struct ura_batch *batch,
                                      const struct ura_batch_watch *watch,
                                      struct ura_batch_summary *summary,
                                      struct ura_error *error);
URA_API void ura_batch_free(struct ura_batch *batch);

/* "bad-input", "timeout", ... never NULL. */
URA_API const char *ura_batch_reason_name(enum ura_batch_reason reason);
/* "new", "changed", ... never NULL. */
URA_API const char *ura_batch_state_name(enum ura_batch_state state);

#ifdef __cplusplus
}
#endif
#endif
