/* format.h - the formats that are read and written. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_FORMAT_H
#define URA_FORMAT_H

#include <ura/bitext.h>
#include <ura/unit.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes LEN bytes; returns 0, or an errno value, which ends the writing with URA_IO. */
typedef int ura_sink(const void *bytes, size_t len, void *user);

enum { URA_OUTPUTS_MAX = 3 };

/* Where a format writes to: most have one output, "moses" has one a side. */
struct ura_outputs {
    ura_sink *sink;
    void *users[URA_OUTPUTS_MAX]; /* given to SINK, one an output */
};

struct ura_write_options {
    struct ura_context
        *context;        /* for data files ("html"); NULL: formats that need them fail */
    bool keep_furniture; /* write what was set aside, in its place */
    size_t width;        /* columns of the page ("text"); 0: 80 */
    bool color;          /* escape sequences for a terminal ("text") */
    const char *command; /* for provenance ("jsonl"); may be NULL */
    const char *names[URA_OUTPUTS_MAX]; /* of the outputs, where they are several; or NULL */
    bool follows;    /* the sentences of an earlier window were written before these */
    bool unfinished; /* those of a later window will be written after these */
};

/* What a format has room for beside the texts; what it has not is lost, and said to be. */
enum ura_room {
    URA_ROOM_TARGET = 1 << 0,      /* a translation beside the text */
    URA_ROOM_ID = 1 << 1,          /* ids of units */
    URA_ROOM_LANGUAGE = 1 << 2,    /* language codes */
    URA_ROOM_STATE = 1 << 3,       /* how far a translation is */
    URA_ROOM_SCORE = 1 << 4,       /* quality or probability */
    URA_ROOM_PLACE = 1 << 5,       /* which sentences */
    URA_ROOM_PROPERTIES = 1 << 6,  /* notes, dates, properties */
    URA_ROOM_LINES = 1 << 7,       /* line ends and tabs inside a text */
    URA_ROOM_FURNITURE = 1 << 8,   /* what was set aside */
    URA_ROOM_MARKUP = 1 << 9,      /* inline codes of the same format */
    URA_ROOM_ANY_MARKUP = 1 << 10, /* and of any other, as that spells them */
};

struct ura_unit_writer;

/* One format; `ura formats`, help and completion are made from these. */
struct ura_format {
    const char *name;
    const char *summary;      /* one line */
    const char *holds;        /* what it can hold */
    const char *loses;        /* what it can not */
    unsigned room;            /* of enum ura_room */
    enum ura_content content; /* what its reader gives */
    size_t companions;        /* files that its reader needs beside the first */
    /*
     * How sure it is that HEAD, the first bytes of a file called NAME, is of this format: 0 no,
     * 1 any text, 20 plausible, 50 its structure, 80 its root or first line, 100 a magic
     * number. NULL where only a name can say so.
     */
    int (*bid)(struct ura_str head, const char *name);
    /* Reading. `close` is called once after `open`, also where that failed. */
    enum ura_status (*open)(struct ura_units *units, struct ura_error *error);
    enum ura_status (*next)(struct ura_units *units, struct ura_unit *out,
                            struct ura_error *error);
    void (*close)(struct ura_units *units);
    /* Writing. `end` is called once after `begin`, with whether all went well. */
    enum ura_status (*begin)(struct ura_unit_writer *writer, struct ura_error *error);
    enum ura_status (*write)(struct ura_unit_writer *writer, const struct ura_unit *unit,
                             struct ura_error *error);
    enum ura_status (*end)(struct ura_unit_writer *writer, bool whole, struct ura_error *error);
    /*
     * What is put after a dot behind the name of each output where there are several; %s and %t
     * stand for the two languages.
     */
    const char *output_suffixes[URA_OUTPUTS_MAX];
    /* A whole bitext at once, with what only it knows; NULL: it goes through `write`. */
    enum ura_status (*write_bitext)(const struct ura_bitext *bitext,
                                    const struct ura_write_options *options, ura_sink *sink,
                                    void *user, struct ura_error *error);
    /* Sentences of one document; NULL where the format has only pairs. */
    enum ura_status (*write_sentences)(const struct ura_document *document,
                                       const struct ura_write_options *options, ura_sink *sink,
                                       void *user, struct ura_error *error);
};

/* Format INDEX in the order of the list; NULL after the last. Static storage. */
URA_API const struct ura_format *ura_format_at(size_t index);
/* The format called NAME, or NULL. */
URA_API const struct ura_format *ura_format_find(const char *name);
/* Whether FORMAT can write units (pairs, or paragraphs of a document). */
URA_API bool ura_format_writes_units(const struct ura_format *format);
/* How many files FORMAT writes: 1, or one for each of its suffixes. */
URA_API size_t ura_format_outputs(const struct ura_format *format);
/*
 * What INPUT is, by its first bytes; nothing is taken. The highest bid wins; a tie fails with
 * URA_BAD_INPUT and names both, and so does an input that nobody bids for. With DOCUMENTS only
 * formats of one text are asked. Fails also as ura_input_peek does.
 */
URA_API enum ura_status ura_format_guess(struct ura_input *input, bool documents,
                                         const struct ura_format **out,
                                         struct ura_error *error);

/*
 * Open PATH ("-": standard input), in any format of one text, as a document: what FORMAT (NULL:
 * guessed) knows of its paragraphs (heading, slugline, byline) and its language is kept, unless
 * OPTIONS say otherwise. Plain text is read as ura_document_open_window reads it, WINDOW bytes
 * at a time (0: whole); everything else is held whole. Fails as that and ura_units_open do.
 */
URA_API enum ura_status ura_format_open_document(struct ura_context *context, const char *path,
                                                 const struct ura_format *format,
                                                 const struct ura_document_options *options,
                                                 size_t window, struct ura_document **out,
                                                 struct ura_error *error);

/*
 * Start writing FORMAT. HEADER says what is known before the first unit; it, FORMAT, OPTIONS
 * and OUTPUTS outlive the writer. Fails with URA_BAD_ARGUMENT where FORMAT does not write
 * units.
 */
URA_API enum ura_status
ura_unit_writer_open(struct ura_context *context, const struct ura_format *format,
                     const struct ura_units_header *header,
                     const struct ura_write_options *options, const struct ura_outputs *outputs,
                     struct ura_unit_writer **out, struct ura_error *error);
/* Fails with URA_BAD_ARGUMENT (the format needs what UNIT has not), URA_IO, URA_NO_MEMORY. */
URA_API enum ura_status ura_unit_writer_write(struct ura_unit_writer *writer,
                                              const struct ura_unit *unit,
                                              struct ura_error *error);
/* What FORMAT had no room for so far; *COUNT of them. */
URA_API const struct ura_loss *ura_unit_writer_losses(const struct ura_unit_writer *writer,
                                                      size_t *count);
/* Writes the end if STATUS is OK and frees the writer; returns STATUS or what failed. */
URA_API enum ura_status ura_unit_writer_close(struct ura_unit_writer *writer,
                                              enum ura_status status, struct ura_error *error);

/* Write BITEXT as FORMAT, one that writes pairs. Fails as the writers do. */
URA_API enum ura_status ura_format_write_bitext(struct ura_context *context,
                                                const struct ura_format *format,
                                                const struct ura_bitext *bitext,
                                                const struct ura_write_options *options,
                                                const struct ura_outputs *outputs,
                                                struct ura_error *error);

#ifdef __cplusplus
}
#endif
#endif
