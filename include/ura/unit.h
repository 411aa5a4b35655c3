/* unit.h - what formats hold: a stream of units, each a text with or without its translation.
 */
/* SPDX-License-Identifier: MIT */
#ifndef URA_UNIT_H
#define URA_UNIT_H

#include <ura/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a property belongs to. */
enum ura_side { URA_SIDE_UNIT, URA_SIDE_SOURCE, URA_SIDE_TARGET };

/* A name and a value that a format holds beside the texts: "note", "creationdate", "x-domain".
 */
struct ura_property {
    enum ura_side side;
    struct ura_str name; /* as TMX or XLIFF would name it; a comment is a "note" */
    struct ura_str value;
};

/* How far a translation is; formats spell it in their own words. */
enum ura_state {
    URA_STATE_NONE,         /* the format does not say */
    URA_STATE_UNTRANSLATED, /* no target, or one that is to be made */
    URA_STATE_DRAFT,        /* fuzzy, needs review, machine's */
    URA_STATE_TRANSLATED,
    URA_STATE_REVIEWED,
    URA_STATE_FINAL,
    URA_STATE_REJECTED,
    URA_STATE_COUNT
};

/* Where the sentences of a unit stand in the two texts, counted from 0. */
struct ura_place {
    size_t source_first, source_count;
    size_t target_first, target_count;
};

/* Sentences by their numbers, from 0. */
struct ura_numbers {
    const size_t *items;
    size_t count;
};

/*
 * A translation unit, paragraph, cue, entry or bead. Texts are valid UTF-8. Everything lives
 * until the next unit is asked for.
 */
struct ura_unit {
    struct ura_str id; /* as the format has it; empty: none */
    struct ura_str source, target;
    bool has_target; /* false: the format, or this unit, has one text only */
    struct ura_str source_language, target_language; /* as spelt; empty: those of the header */
    /* The texts with their inline codes in header.format's own spelling; ptr NULL: no codes. */
    struct ura_str source_markup, target_markup;
    enum ura_state state;
    bool has_score;
    double score; /* quality or probability, as the format counts it */
    bool has_place;
    struct ura_place place;
    /* The sentences of the place one by one, as many as it counts; NULL: not known. */
    const struct ura_str *source_sentences, *target_sentences;
    /* Of formats that point: all sentences, also where they are not in a row as a place's. */
    struct ura_numbers source_numbers, target_numbers;
    bool moved;               /* its two texts stand in another order than their neighbours */
    enum ura_block_kind kind; /* of documents */
    enum ura_furniture furniture;
    const struct ura_property *properties;
    size_t property_count;
    /* jsonl: the object's line as it came, for what is not known here, and behind it the lines
     * that follow and are no units. */
    struct ura_str record;
    uint64_t line; /* in its file, from 1; 0: the format has no lines */
};

/* What a stream of units holds. */
enum ura_content {
    URA_CONTENT_NONE,     /* a format that is only written */
    URA_CONTENT_PAIRS,    /* texts with their translations */
    URA_CONTENT_DOCUMENT, /* one text: paragraphs, cues, sentences */
    URA_CONTENT_LINKS,    /* which sentences of two companion files belong together */
    URA_CONTENT_RULES,    /* segmentation rules: before break, after break */
    URA_CONTENT_EITHER,   /* of a format: pairs or a document, as the header of a file says */
};

/* What is known of all units. Lives as long as the stream. */
struct ura_units_header {
    const char *format;                              /* where it comes from: "tmx" */
    struct ura_str source_language, target_language; /* as spelt; empty: not said */
    struct ura_str original, target_original;        /* the documents that units came from */
    const struct ura_property *properties;
    size_t property_count;
    enum ura_layout layout;   /* what the paragraphs of a document are; AUTO: not known */
    enum ura_content content; /* of a reader: PAIRS, DOCUMENT, LINKS or RULES */
    struct ura_str record;    /* jsonl: the lines before the first unit, as they came */
};

/* Something that a file had and that was left behind, with how often. */
struct ura_loss {
    const char *what; /* "inline codes" */
    size_t count;
};

/* What a reader is told; zero is "find out" or "none". */
struct ura_units_options {
    const char *name;     /* as errors have it; NULL: the input's */
    const char *encoding; /* of formats that do not say; NULL: found */
    const char *source_language;
    const char *target_language; /* which of several languages; BCP 47 */
    /* The files beside the first: both texts of formats that point, the second of "moses". */
    const char *companions[2];
    size_t companion_count;
    /*
     * Formats that point are read without their texts: units have numbers, and no text. Where
     * sentences have names and not numbers ("1:2"), the name's hash is the number.
     */
    bool places_only;
};

struct ura_format;
struct ura_units;

/*
 * Open INPUT, which outlives the stream, as FORMAT. Fails with URA_SYNTAX and URA_BAD_INPUT
 * (the bytes are not that format: file, line, what would be right), URA_BAD_ARGUMENT
 * (companions missing, a language that the file has not), URA_IO, URA_NO_MEMORY; *OUT is then
 * NULL.
 */
URA_API enum ura_status ura_units_open(struct ura_context *context, struct ura_input *input,
                                       const struct ura_format *format,
                                       const struct ura_units_options *options,
                                       struct ura_units **out, struct ura_error *error);
URA_API const struct ura_units_header *ura_units_header(const struct ura_units *units);
/* The next unit; URA_END after the last. Fails as ura_units_open does. */
URA_API enum ura_status ura_units_next(struct ura_units *units, struct ura_unit *out,
                                       struct ura_error *error);
/* What was left behind so far; *COUNT of them. */
URA_API const struct ura_loss *ura_units_losses(const struct ura_units *units, size_t *count);
URA_API void ura_units_free(struct ura_units *units);

/* "translated", "draft", ... never NULL. */
URA_API const char *ura_state_name(enum ura_state state);

#ifdef __cplusplus
}
#endif
#endif
