/* po.h - what reader and writer of gettext's PO agree on. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_PO_H
#define FORMATS_PO_H

#include "formats/formats.h"
#include "formats/raw_lines.h"

enum { PO_PLURALS_MAX = 8 }; /* Arabic has six forms, no language more */

/* The comments of an entry, by the sign behind their #. */
enum po_comment {
    PO_NOTE,      /* # of translators */
    PO_EXTRACTED, /* #. out of the program */
    PO_REFERENCE, /* #: where it is used */
    PO_FLAGS,     /* #, fuzzy, c-format */
    PO_PREVIOUS,  /* #| the source that was translated before */
    PO_COMMENT_COUNT
};

/* The sign of each, and the property that its text becomes. */
extern const char po_signs[PO_COMMENT_COUNT];
extern const char *const po_properties[PO_COMMENT_COUNT];

/* Properties of a unit that are strings of its entry. msgstr[1] and further have side target.
 */
#define PO_CONTEXT "msgctxt"
#define PO_PLURAL "msgid_plural"
#define PO_FORM "msgstr["

/* A string of an entry: a range of its text. */
struct po_string {
    size_t start, len;
    bool there;
};

struct po_entry {
    struct ura_buf text; /* of all strings, without escapes */
    struct po_string context, id, plural;
    struct po_string forms[PO_PLURALS_MAX];    /* msgstr is the first */
    struct ura_buf comments[PO_COMMENT_COUNT]; /* their lines, a line end between two */
    size_t line;                               /* of its msgid or msgctxt */
};

/* Reads entries. Zero but for lines, which are open. */
struct po_parser {
    struct raw_lines lines;
    struct ura_str line; /* that began another entry than the last */
    bool has_line;
    struct po_string *into; /* the string that goes on; NULL: none */
    struct po_entry entry;
    size_t obsolete; /* entries behind #~, which are passed over */
};

/*
 * The next entry into PARSER->entry, which lives until the next call; URA_END after the last.
 * Fails with URA_SYNTAX (line, what would be right) and as raw_lines_next does.
 */
enum ura_status po_parse_entry(struct po_parser *parser, struct ura_error *error);
struct ura_str po_entry_text(const struct po_entry *entry, const struct po_string *string);
void po_parser_release(struct po_parser *parser);

/*
 * Appends the string that begins with a quote at *AT of LINE to OUT, without escapes, and moves
 * *AT behind it. Escaped bytes over 0x7F are of the file's encoding. URA_SYNTAX where it does
 * not close.
 */
enum ura_status po_take_string(const struct raw_lines *lines, struct ura_str line, size_t *at,
                               struct ura_buf *out, struct ura_error *error);
/* Says what is wrong with LINE. */
enum ura_status po_refuse(size_t line, const char *message, struct ura_error *error);

enum ura_status po_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status po_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                              struct ura_error *error);
enum ura_status po_write_end(struct ura_unit_writer *writer, bool whole,
                             struct ura_error *error);

#endif
