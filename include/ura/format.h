/* format.h - the formats that results are written in. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_FORMAT_H
#define URA_FORMAT_H

#include <ura/bitext.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes LEN bytes; returns 0, or an errno value, which ends the writing with URA_IO. */
typedef int ura_sink(const void *bytes, size_t len, void *user);

struct ura_write_options {
    struct ura_context
        *context;        /* for data files ("html"); NULL: formats that need them fail */
    bool keep_furniture; /* write what was set aside, in its place */
    size_t width;        /* columns of the page ("text"); 0: 80 */
    bool color;          /* escape sequences for a terminal ("text") */
    const char *command; /* for provenance ("jsonl"); may be NULL */
    bool follows;        /* the sentences of an earlier window were written before these */
    bool unfinished;     /* those of a later window will be written after these */
};

/* One format; `ura formats`, help and completion are made from these. */
struct ura_format {
    const char *name;
    const char *summary; /* one line */
    const char *holds;   /* what it can hold */
    const char *loses;   /* what it can not */
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

#ifdef __cplusplus
}
#endif
#endif
