/* score.h - answers held against gold: beads, sentence ends, word links. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_SCORE_H
#define URA_SCORE_H

#include <ura/context.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Numbers of sentences of one side of a bead; they need not be in a row. */
struct ura_score_side {
    const size_t *numbers;
    size_t count;
};

struct ura_score_bead {
    struct ura_score_side source, target;
};

/*
 * Beads as Vecalign counts them (Thompson and Koehn, "Vecalign", EMNLP 2019, section 4, after
 * Sennrich and Volk, MT Summit 2010). A bead is strictly right where the gold has the same
 * bead, laxly where it shares a sentence on both sides with one bead of the gold. Beads without
 * another side count for neither; what they say of single sentences is `nulls`.
 */
struct ura_score_beads {
    uint64_t gold, system;                    /* beads with two sides */
    uint64_t strict;                          /* of both */
    uint64_t lax_system;                      /* beads of the system that are laxly right */
    uint64_t lax_gold;                        /* beads of the gold that are laxly found */
    uint64_t gold_nulls, system_nulls, nulls; /* sentences that are alone; in both */
};

/* Sentence ends, counted in characters that are no blanks; the end of the text is none. */
struct ura_score_boundaries {
    uint64_t gold, system, right;
};

/*
 * Word links (Och and Ney, Computational Linguistics 29 (1), 2003, section 5): the gold has
 * sure and possible ones, and what is sure is possible too.
 */
struct ura_score_links {
    uint64_t sure, possible;               /* of the gold */
    uint64_t system;                       /* of the system, */
    uint64_t system_sure, system_possible; /* and how many of them are so in the gold */
};

enum ura_score_kind {
    URA_SCORE_AUTO, /* as the gold looks */
    URA_SCORE_BEADS,
    URA_SCORE_BOUNDARIES,
    URA_SCORE_LINKS,
    URA_SCORE_KINDS
};

/* What one pair of files or several scored. Zero, then ura_score_files. */
struct ura_score {
    enum ura_score_kind kind;
    size_t pairs;
    struct ura_score_beads beads;
    struct ura_score_boundaries boundaries;
    struct ura_score_links links;
};

/* Shares in [0, 1]; 1 where there was nothing that could be right. */
struct ura_score_rates {
    double precision, recall, f1;
};

struct ura_format;

struct ura_score_options {
    enum ura_score_kind kind;      /* AUTO: found by looking at the gold */
    const struct ura_format *from; /* of both files, where they are beads; NULL: found */
    const char *encoding;          /* NULL: found */
};

/*
 * Count SYSTEM's beads against GOLD's and add that to OUT. RIGHT, which may be NULL, gets for
 * each bead of the system whether it is strictly right; one without another side is, where all
 * its sentences are alone in the gold too. Fails with URA_NO_MEMORY.
 */
URA_API enum ura_status
ura_score_add_beads(const struct ura_score_bead *gold, size_t gold_count,
                    const struct ura_score_bead *system, size_t system_count, bool *right,
                    struct ura_score_beads *out, struct ura_error *error);
/*
 * Count two segmentations of one text, a sentence a line in clean UTF-8, and add that to OUT.
 * Fails with URA_BAD_INPUT where the texts have not as many characters that are no blanks.
 */
URA_API enum ura_status ura_score_add_boundaries(struct ura_str gold, struct ura_str system,
                                                 struct ura_score_boundaries *out,
                                                 struct ura_error *error);
/*
 * Count word links in Pharaoh format, a line a pair of sentences and the numbers of words from
 * 0, and add that to OUT: "0-0 1-2" are sure links, "1p3" or "1?3" a possible one. Of the
 * system all are links. Fails with URA_SYNTAX (error->line), URA_BAD_INPUT where the numbers of
 * lines differ, URA_NO_MEMORY; error->file is set where ura_score_add_files calls it.
 */
URA_API enum ura_status ura_score_add_links(struct ura_str gold, struct ura_str system,
                                            struct ura_score_links *out,
                                            struct ura_error *error);
/*
 * Score the file SYSTEM against GOLD and add that to TOTAL, whose kind it sets or, where it is
 * set, follows. Beads are read from formats with sentence numbers (vecalign, ladder, jsonl, ces
 * and intertext), of which the two may differ; no text is needed. A SYSTEM that is NULL, or has
 * no bytes, is an empty answer. OPTIONS may be NULL. Fails as above and as reading does;
 * error->file names the file.
 */
URA_API enum ura_status ura_score_add_files(struct ura_context *context, const char *gold,
                                            const char *system,
                                            const struct ura_score_options *options,
                                            struct ura_score *total, struct ura_error *error);

/* Add the counts of PART, of the same kind, to TOTAL. */
URA_API void ura_score_merge(struct ura_score *total, const struct ura_score *part);

/* An answer and its gold. */
struct ura_score_pair {
    char *gold;
    char *system; /* NULL: there is no answer */
};

struct ura_score_pairs {
    struct ura_score_pair *items;
    size_t count, capacity;
};

/*
 * Add to OUT what to score: the two files themselves or, where both are folders, every file
 * below GOLD whose name ends with SUFFIX (NULL: any), in the order of the names, with the file
 * of the same path below SYSTEM. Fails with URA_BAD_INPUT (one is a folder, the other a file;
 * nothing is there), URA_TOO_LARGE (folders within folders), URA_IO, URA_NO_MEMORY.
 */
URA_API enum ura_status ura_score_find_pairs(const char *gold, const char *system,
                                             const char *suffix, struct ura_score_pairs *out,
                                             struct ura_error *error);
URA_API void ura_score_pairs_release(struct ura_score_pairs *pairs);

/* "beads", "boundaries", "links", "auto". */
URA_API const char *ura_score_kind_name(enum ura_score_kind kind);

URA_API struct ura_score_rates ura_score_strict(const struct ura_score_beads *beads);
URA_API struct ura_score_rates ura_score_lax(const struct ura_score_beads *beads);
URA_API struct ura_score_rates ura_score_nulls(const struct ura_score_beads *beads);
URA_API struct ura_score_rates
ura_score_boundary_rates(const struct ura_score_boundaries *boundaries);
/* Precision in possible links, recall of sure ones. */
URA_API struct ura_score_rates ura_score_link_rates(const struct ura_score_links *links);
/* Alignment error rate: 1 - (system sure + system possible) / (system + sure). */
URA_API double ura_score_aer(const struct ura_score_links *links);

#ifdef __cplusplus
}
#endif
#endif
