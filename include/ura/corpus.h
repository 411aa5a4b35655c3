/* corpus.h - many bitexts as one: counted, sampled, split, merged. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_CORPUS_H
#define URA_CORPUS_H

#include <ura/format.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A bitext, and what is known of where it comes from; NULL: nothing. */
struct ura_corpus_file {
    const char *path;    /* "-": standard input */
    const char *name;    /* what it is called, wherever it lies; NULL: its path */
    const char *source;  /* who made it */
    const char *licence; /* under which it may be used */
    const char *address; /* where it was found */
};

struct ura_corpus_options {
    const struct ura_corpus_file *files;
    size_t file_count;
    const struct ura_format *from; /* of all files; NULL: found, file by file */
    const char *encoding;          /* of formats that do not say; NULL: found */
    const char *source_language;   /* which of several languages; NULL: the first */
    const char *target_language;
    /* Asked before each pair: whether to end here. NULL: never. */
    bool (*stopped)(void *user);
    void *user;
};

/* The pairs of several files, one after another. Memory is that of one pair. */
struct ura_corpus;

/* Where a pair stands; lives until the next one is asked for. */
struct ura_corpus_place {
    const struct ura_corpus_file *file;
    size_t file_index;
    /*
     * What belongs together: the pair's property "document", else the document that the file
     * names for what follows, else the file itself (then it is empty).
     */
    struct ura_str document;
    uint64_t document_hash; /* of the file's name and `document` */
    uint64_t number;        /* of the pair in its document, from 1, as far as it stands in one
                               piece */
};

/*
 * Open the first of the files of OPTIONS, which outlive the corpus. Fails as ura_units_open and
 * ura_format_guess do, and with URA_BAD_INPUT where a file holds no pairs.
 */
URA_API enum ura_status ura_corpus_open(struct ura_context *context,
                                        const struct ura_corpus_options *options,
                                        struct ura_corpus **out, struct ura_error *error);
/* What is known of all pairs: the languages of the first file. Lives as long as the corpus. */
URA_API const struct ura_units_header *ura_corpus_header(const struct ura_corpus *corpus);
/*
 * The next pair; what is set aside as furniture is passed over. URA_END after the last,
 * URA_STOPPED where it was asked to stop. Fails as ura_corpus_open and ura_units_next do.
 */
URA_API enum ura_status ura_corpus_next(struct ura_corpus *corpus, struct ura_unit *out,
                                        struct ura_error *error);
/* Where the pair that was given last stands. */
URA_API const struct ura_corpus_place *ura_corpus_place(const struct ura_corpus *corpus);
/* What was left behind so far; *COUNT of them. */
URA_API const struct ura_loss *ura_corpus_losses(const struct ura_corpus *corpus,
                                                 size_t *count);
URA_API void ura_corpus_free(struct ura_corpus *corpus);

/*
 * Counts of a corpus. At most 160 MiB: distinct texts are exact up to 3 million and estimated
 * from there on (to about 0.1 %), lengths over 1,023 are known to 0.2 %, names are kept up to
 * 100,000 of a kind and counted together after that.
 */
struct ura_corpus_stats;

/* Read CORPUS to its end. Fails as ura_corpus_next does; URA_STOPPED too is a failure. */
URA_API enum ura_status ura_corpus_stats_read(struct ura_corpus *corpus,
                                              struct ura_corpus_stats **out,
                                              struct ura_error *error);
URA_API void ura_corpus_stats_free(struct ura_corpus_stats *stats);

/* How counts are written. */
enum ura_corpus_stats_style {
    URA_CORPUS_STATS_TEXT,  /* tables and bars for reading */
    URA_CORPUS_STATS_JSONL, /* an object on how it was made, an object of all counts */
    URA_CORPUS_STATS_HTML   /* a report one file long */
};
/* OPTIONS need the context (HTML). Fails as writers of formats do. */
URA_API enum ura_status ura_corpus_stats_write(const struct ura_corpus_stats *stats,
                                               enum ura_corpus_stats_style style,
                                               const struct ura_write_options *options,
                                               ura_sink *sink, void *user,
                                               struct ura_error *error);

struct ura_corpus_sample_options {
    uint64_t count; /* pairs that are wanted; 0: by share */
    double share;   /* or the part of all pairs, over 0 and at most 1 */
    uint64_t seed;
};

struct ura_corpus_summary {
    uint64_t read;
    uint64_t written;
};

/*
 * Write to WRITER pairs chosen by the seed, each as likely as any other, in their order:
 * exactly `count` where there are as many, which are held in memory; or about `share` of all,
 * with no pair held. Fails as the reading and writing do.
 */
URA_API enum ura_status ura_corpus_sample(struct ura_corpus *corpus,
                                          const struct ura_corpus_sample_options *options,
                                          struct ura_unit_writer *writer,
                                          struct ura_corpus_summary *out,
                                          struct ura_error *error);

enum { URA_CORPUS_PARTS_MAX = 16 };

/* A part of a corpus: what it is to be, and what became of it. */
struct ura_corpus_part {
    const char *name;
    double share; /* of the documents; all together 1 */
    struct ura_unit_writer *writer;
    uint64_t pairs;
    uint64_t documents;
    uint64_t left_out; /* pairs whose texts another part has */
};

struct ura_corpus_split_options {
    uint64_t seed;
    bool by_pair; /* pairs of the same texts are one document, wherever they stand */
};

/*
 * Write each pair to one of PARTS: by the hash of its document and the seed, so that more data
 * changes nothing for what was there. A document goes to one part as a whole. Two pairs of the
 * same texts never stand in two parts: where documents of several parts have one, the smallest
 * of these parts keeps it (of equal ones the last) and it is left out of the others. The files
 * are read twice; what is no regular file is URA_BAD_INPUT. Memory is 24 bytes for each pair
 * outside of the largest part, and at most 32 MiB a part to count documents.
 */
URA_API enum ura_status ura_corpus_split(struct ura_corpus *corpus,
                                         const struct ura_corpus_split_options *options,
                                         struct ura_corpus_part *parts, size_t part_count,
                                         struct ura_error *error);

/* Files with what is known of them, as lists name them. */
struct ura_corpus_sources;

URA_API enum ura_status ura_corpus_sources_new(struct ura_context *context,
                                               struct ura_corpus_sources **out,
                                               struct ura_error *error);
/*
 * Add what the list at PATH names ("-": standard input), a file a line: file TAB name TAB
 * source TAB licence TAB address, of which all but the first may be empty or missing. Paths are
 * relative to the list; lines that are empty or begin with # are passed over. Fails with
 * URA_SYNTAX (error->line), URA_BAD_INPUT (a file is missing, a name stands twice, no file at
 * all), URA_TOO_LARGE, URA_IO, URA_NO_MEMORY.
 */
URA_API enum ura_status ura_corpus_sources_add_list(struct ura_corpus_sources *sources,
                                                    const char *path, struct ura_error *error);
/* What became of the pairs of a batch. */
struct ura_corpus_results {
    size_t merged;
    size_t failed;
};

/*
 * Add the results in FOLDER, where ura batch put them, of the whole list or of all its shards,
 * in the order of their names. Fails with URA_BAD_INPUT where a report or a result is missing
 * or a shard is not finished, and as ura_corpus_sources_add_list does.
 */
URA_API enum ura_status ura_corpus_sources_add_results(struct ura_corpus_sources *sources,
                                                       const char *folder,
                                                       struct ura_corpus_results *out,
                                                       struct ura_error *error);
/* All files so far; *COUNT of them. They live until more are added or the sources are freed. */
URA_API const struct ura_corpus_file *
ura_corpus_sources_files(const struct ura_corpus_sources *sources, size_t *count);
URA_API void ura_corpus_sources_free(struct ura_corpus_sources *sources);

/*
 * Write every pair to WRITER with an id and its provenance. The id is 16 hexadecimal digits:
 * the hash of both texts, the name of the file, the document and the number there, so that it
 * stays where files are moved or others are added. Name, source, licence, address of the file
 * and the document become properties of those names where the pair has none yet; an id that it
 * had is the property "original-id".
 */
URA_API enum ura_status ura_corpus_merge(struct ura_corpus *corpus,
                                         struct ura_unit_writer *writer,
                                         struct ura_corpus_summary *out,
                                         struct ura_error *error);

#ifdef __cplusplus
}
#endif
#endif
