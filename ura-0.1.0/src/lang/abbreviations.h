/* abbreviations.h - words that matter to where sentences end: abbreviations and openers. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_ABBREVIATIONS_H
#define LANG_ABBREVIATIONS_H

#include "base/base.h"

/* What a form is; one form may be several. The names in the data files are in quotes. */
enum form_kind {
    FORM_TITLE = 1,         /* "title": before a name, never ends a sentence: Dr. Znj. */
    FORM_INNER = 2,         /* "inner": in the middle of a sentence only: p.sh. e.g. */
    FORM_NUMBER = 4,        /* "number": goes on before a number: nr. fq. No. */
    FORM_END = 8,           /* "end": may end a sentence: etj. etc. */
    FORM_NAME = 16,         /* "name": ends one before an opener only: Inc. U.S. sh.p.k. */
    FORM_TIME = 32,         /* "time": goes on before a follower only: a.m. */
    FORM_OPENER = 64,       /* "opener": a word that often begins a sentence: The, Sipas */
    FORM_FOLLOWER = 128,    /* "follower": goes on after a number or time: Monday, GMT */
    FORM_SPEECH = 256,      /* "speech": names a speaker: said, asked */
    FORM_ORDINAL = 512,     /* "ordinal": the form 0, where "15." is an ordinal number */
    FORM_TERMINATOR = 1024, /* "terminator": a mark that ends sentences here: ; in Greek */
};

struct abbreviations {
    struct ura_intern forms;
    unsigned *kinds; /* by number in FORMS */
    size_t capacity;
    bool has_terminator; /* one of one byte, TERMINATOR */
    char terminator;
};

/*
 * Those of LANGUAGE: dicts/<language>/abbreviations.txt (form TAB kind; without the last full
 * stop; a form in small letters stands for capitals too) and openers.txt; nothing where there
 * are no files. They live as long as CONTEXT. Fails with URA_SYNTAX, URA_NO_MEMORY.
 */
enum ura_status abbreviations_find(struct ura_context *context, const char *language,
                                   const struct abbreviations **out, struct ura_error *error);

/* The kinds of WORD, given without its last full stop; 0 if it is not known. */
unsigned abbreviations_kinds(const struct abbreviations *abbreviations, struct ura_str word);

#endif
