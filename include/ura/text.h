/* text.h - bytes in any encoding to clean UTF-8 lines, in windows, with the way back. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_TEXT_H
#define URA_TEXT_H

#include <ura/input.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What was changed on the way to clean text; ura_change_name gives the report's word for it. */
enum ura_change {
    URA_CHANGE_BOM,        /* byte order mark dropped */
    URA_CHANGE_LINE_END,   /* CRLF, CR and the like became LF */
    URA_CHANGE_COMPOSED,   /* a decomposed letter became one (NFC) */
    URA_CHANGE_MOJIBAKE,   /* UTF-8 that was decoded as something else, put right */
    URA_CHANGE_SPACE,      /* no-break and other odd spaces became blanks */
    URA_CHANGE_INVISIBLE,  /* soft hyphen, zero-width and control characters dropped */
    URA_CHANGE_QUOTE,      /* on request */
    URA_CHANGE_DASH,       /* on request */
    URA_CHANGE_APOSTROPHE, /* on request */
    URA_CHANGE_COUNT
};

/* Called for every change: its byte offset and line in the file as it came. */
typedef void ura_change_callback(enum ura_change change, size_t offset, size_t line,
                                 void *user);

struct ura_reader_options {
    const char *name;     /* as errors name it; NULL: the path */
    const char *encoding; /* as iconv names it; NULL: found */
    const char *language; /* what the text is likely in: helps to find the encoding; or NULL */
    size_t window;        /* bytes of a chunk, about; 0: the whole input is one chunk */
    bool unify_quotes;
    bool unify_dashes;
    bool unify_apostrophes;
    ura_change_callback *changed; /* may be NULL */
    void *user;
};

/* Reads one input from start to end. */
struct ura_reader;

/* A run of whole lines; lives until the next call on its reader. */
struct ura_chunk {
    struct ura_str text; /* clean; ends with LF, but for a last line that had no line end */
    size_t line;         /* number of its first line, from 1 */
};

/*
 * Open PATH ("-": standard input). Encodings are found as follows: the one asked for, byte
 * order mark, valid UTF-8, UTF-16 by its zeros, else the eight-bit one whose letters fit best.
 * Fails with URA_IO, URA_NOT_FOUND (no converter for the encoding).
 */
URA_API enum ura_status ura_reader_open(struct ura_context *context, const char *path,
                                        const struct ura_reader_options *options,
                                        struct ura_reader **out, struct ura_error *error);
/* The same over LEN bytes that outlive the reader. */
URA_API enum ura_status ura_reader_open_bytes(struct ura_context *context, const void *bytes,
                                              size_t len,
                                              const struct ura_reader_options *options,
                                              struct ura_reader **out, struct ura_error *error);
/* The same over what INPUT has left; INPUT outlives the reader. */
URA_API enum ura_status ura_reader_open_input(struct ura_context *context,
                                              struct ura_input *input,
                                              const struct ura_reader_options *options,
                                              struct ura_reader **out, struct ura_error *error);
/*
 * The next chunk; URA_END after the last. Fails with URA_BAD_INPUT (binary, cut off, damaged:
 * offset and line), URA_TOO_LARGE (a line over max-line), URA_IO, URA_NO_MEMORY.
 */
URA_API enum ura_status ura_reader_next(struct ura_reader *reader, struct ura_chunk *out,
                                        struct ura_error *error);
/* "UTF-8", "CP1250", ...; known after the first ura_reader_next. Lives as long as the process,
 * or where it was asked for, as long as options->encoding. */
URA_API const char *ura_reader_encoding(const struct ura_reader *reader);
/* Whether the encoding was guessed from evidence (no mark, not UTF-8, not asked for). */
URA_API bool ura_reader_guessed(const struct ura_reader *reader);
URA_API void ura_reader_free(struct ura_reader *reader);

/* Columns that TEXT (clean UTF-8) takes on a terminal: wide characters two, marks none. */
URA_API size_t ura_text_width(struct ura_str text);
/*
 * How many bytes of TEXT fit into WIDTH columns, cut between words if there is a blank, else
 * between characters; at least one character. Blanks at the cut are not counted.
 */
URA_API size_t ura_text_fit(struct ura_str text, size_t width);

/* "mojibake", "line-end", ... never NULL. */
URA_API const char *ura_change_name(enum ura_change change);

#ifdef __cplusplus
}
#endif
#endif
