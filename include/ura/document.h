/* document.h - one text: bytes, clean text, blocks, sentences, and the way back to the bytes.
 */
/* SPDX-License-Identifier: MIT */
#ifndef URA_DOCUMENT_H
#define URA_DOCUMENT_H

#include <ura/input.h>
#include <ura/rules.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How the lines of a text are to be read. */
enum ura_layout {
    URA_LAYOUT_AUTO,
    URA_LAYOUT_WIRE,  /* agency copy: furniture is set aside */
    URA_LAYOUT_PLAIN, /* running text: paragraphs as the text shows them */
    URA_LAYOUT_LINES, /* one sentence a line */
};

/* What a block of a text is. */
enum ura_block_kind {
    URA_BLOCK_PARAGRAPH,
    URA_BLOCK_HEADING,   /* headline, subhead: no sentence end of its own */
    URA_BLOCK_LIST_ITEM, /* with its bullet or number */
    URA_BLOCK_TABLE_ROW,
    URA_BLOCK_FURNITURE, /* set aside; ura_block.furniture says what it is */
};

/* What was set aside. The names (ura_furniture_name) are those of the layout pattern files. */
enum ura_furniture {
    URA_FURNITURE_NONE,
    URA_FURNITURE_SLUG,     /* slugline, desk head, keyword line, service line */
    URA_FURNITURE_URGENCY,  /* URGENT, KILL, ANULIM alone on a line */
    URA_FURNITURE_ADVISORY, /* (Adds ...), note to editors, Eds: */
    URA_FURNITURE_EMBARGO,  /* embargo, hold for release */
    URA_FURNITURE_BYLINE,   /* By ..., credits, (Reporting by ...) */
    URA_FURNITURE_DATELINE, /* up to and with its dash */
    URA_FURNITURE_CAPTION,  /* of a picture */
    URA_FURNITURE_MAIL,     /* e-mail header and signature */
    URA_FURNITURE_LETTERHEAD,
    URA_FURNITURE_CONTACT,   /* press contacts */
    URA_FURNITURE_WEB,       /* breadcrumb, share, tags, read also, copyright */
    URA_FURNITURE_MORE,      /* (More), (Vijon) */
    URA_FURNITURE_END,       /* -30-, ###, initials, time stamp at the end */
    URA_FURNITURE_SEPARATOR, /* * * *, ---- */
    URA_FURNITURE_PAGE,      /* running head, page number */
    URA_FURNITURE_FOOTNOTE,
    URA_FURNITURE_CONTENTS, /* table of contents */
    URA_FURNITURE_COUNT
};

/* [START, END) in bytes. */
struct ura_span {
    size_t start;
    size_t end;
};

/*
 * A block: FLOW is its range in the document's flow text, in which the lines of a paragraph are
 * joined with a blank, end-of-line hyphens are gone and page ends inside a sentence are closed.
 */
struct ura_block {
    struct ura_span flow;
    enum ura_block_kind kind;
    enum ura_furniture furniture;
    size_t line;      /* its first line in the file, from 1 */
    size_t paragraph; /* blocks of one paragraph share the number (dateline + text) */
};

/* A sentence of the copy, in reading order. */
struct ura_sentence {
    struct ura_span flow; /* without white space at either end */
    size_t block;         /* index of its block */
};

/* A piece of furniture, with its place between the sentences. */
struct ura_aside {
    struct ura_span flow;
    enum ura_furniture kind;
    size_t block;
    size_t before; /* index of the sentence that it stands before; sentence count at the end */
};

/*
 * One text. Everything in it belongs to it and goes with ura_document_free. Fields may be read,
 * not written.
 */
struct ura_document {
    char *name;                 /* as errors and results name it */
    const char *language;       /* "sq", "en", ...: BCP 47; "und" where none was found */
    const char *found_language; /* what the text looks like, whatever was asked for */
    const char *encoding;       /* as iconv names it: "UTF-8", "CP1250" */
    enum ura_layout layout;
    uint64_t hash;       /* XXH3 of the bytes as they came */
    size_t size;         /* bytes as they came */
    struct ura_str text; /* clean: UTF-8, NFC, LF */
    struct ura_str flow; /* the blocks' text, one after the other, each ended by LF */
    struct ura_block *blocks;
    size_t block_count;
    struct ura_sentence *sentences;
    size_t sentence_count;
    struct ura_aside *asides;
    size_t aside_count;
    size_t sentence_base; /* sentences in the windows before this one */
    struct ura_document_private *priv;
};

/* What is known of a text before it is read; zero is "find out". */
struct ura_document_options {
    const char *name;              /* NULL: "-" */
    const char *language;          /* BCP 47; NULL: found by identification among CANDIDATES */
    const char *const *candidates; /* NULL-terminated; NULL: any language */
    const char *encoding;          /* NULL: found */
    enum ura_layout layout;
    const struct ura_segment_rules *rules; /* cut sentences by these; NULL: by ours */
};

/*
 * Read LEN bytes as one document: decode, clean, lay out, segment. The bytes are not kept.
 * Fails with URA_BAD_INPUT (binary, cut off, damaged UTF-8: error->offset), URA_TOO_LARGE,
 * URA_NOT_FOUND (unknown encoding), URA_NO_MEMORY; *OUT is then NULL. An empty text is a
 * document without sentences.
 */
URA_API enum ura_status ura_document_read(struct ura_context *context, const void *bytes,
                                          size_t len,
                                          const struct ura_document_options *options,
                                          struct ura_document **out, struct ura_error *error);

/* The same from a file; "-" is standard input. Also fails with URA_IO. */
URA_API enum ura_status ura_document_open(struct ura_context *context, const char *path,
                                          const struct ura_document_options *options,
                                          struct ura_document **out, struct ura_error *error);
/* The same from what INPUT has left; a window of 0 holds all of it. INPUT outlives the
 * document. */
URA_API enum ura_status ura_document_open_input(struct ura_context *context,
                                                struct ura_input *input,
                                                const struct ura_document_options *options,
                                                size_t window, struct ura_document **out,
                                                struct ura_error *error);

/* A paragraph of a document whose format says what it is. */
struct ura_paragraph {
    struct ura_str text;
    enum ura_block_kind kind; /* URA_BLOCK_PARAGRAPH: what layout finds */
    enum ura_furniture furniture;
};

/*
 * A document out of COUNT paragraphs, which are not kept. Its bytes, to which spans lead back,
 * are the paragraphs' texts with an empty line after each, or in "lines" layout a line end;
 * line ends inside a text are blanks. SIZE and HASH are those of the file that they came from.
 */
URA_API enum ura_status ura_document_compose(struct ura_context *context,
                                             const struct ura_paragraph *paragraphs,
                                             size_t count, size_t size, uint64_t hash,
                                             const struct ura_document_options *options,
                                             struct ura_document **out,
                                             struct ura_error *error);
/*
 * The same for a text of any length: *OUT holds about its first WINDOW bytes, ura_document_next
 * replaces them with what follows. Windows end where a paragraph does; sentences, offsets and
 * line numbers are those of the whole text. Until the last window, size and hash are those of
 * what was read so far.
 */
URA_API enum ura_status ura_document_open_window(struct ura_context *context, const char *path,
                                                 const struct ura_document_options *options,
                                                 size_t window, struct ura_document **out,
                                                 struct ura_error *error);
/* Goes on to the next window; URA_END after the last. Fails as ura_document_open does. */
URA_API enum ura_status ura_document_next(struct ura_document *document,
                                          struct ura_error *error);
/* Whether this window is the text's last. */
URA_API bool ura_document_is_last(const struct ura_document *document);
URA_API void ura_document_free(struct ura_document *document);

/* The flow text of SPAN. Lives as long as the document. */
static inline struct ura_str
ura_document_text(const struct ura_document *document, struct ura_span span)
{
    return (struct ura_str){document->flow.ptr + span.start, span.end - span.start};
}

/*
 * The byte spans in the file as it came that the flow range FLOW was made from: in order,
 * disjoint, neighbours merged. At most CAPACITY are written to OUT; returns how many there are.
 */
URA_API size_t ura_document_origin(const struct ura_document *document, struct ura_span flow,
                                   struct ura_span *out, size_t capacity);

/* The pattern files' name of KIND ("dateline"), never NULL. */
URA_API const char *ura_furniture_name(enum ura_furniture kind);
/* "wire", "plain", "lines", "auto". */
URA_API const char *ura_layout_name(enum ura_layout layout);
/* Sets *OUT to the layout called NAME; false if there is none. */
URA_API bool ura_layout_find(const char *name, enum ura_layout *out);

#ifdef __cplusplus
}
#endif
#endif
