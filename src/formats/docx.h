/* docx.h - what the files of the Word reader share. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_DOCX_H
#define FORMATS_DOCX_H

#include "formats/archive.h"
#include "formats/languages.h"
#include "formats/paragraphs.h"
#include "formats/xml.h"

enum { DOCX_NESTED_MAX = XML_DEPTH_MAX + 2 }; /* elements of one kind, one in the other */

/* A part that another part points to. */
struct docx_relation {
    struct ura_str type; /* the last word of its address: "styles" */
    struct ura_str target;
};

struct docx_relations {
    struct docx_relation *items;
    size_t count, capacity;
    struct ura_arena arena;
};

/*
 * Appends what RELATIONS, the part of that kind of the part BASE, says. A NULL part has none.
 * Fails as xml_next does.
 */
enum ura_status docx_read_relations(struct ura_context *context,
                                    const struct archive_part *part, struct ura_str base,
                                    struct docx_relations *out, struct ura_error *error);
/* The first relation of TYPE, NULL if there is none. */
const struct docx_relation *docx_find_relation(const struct docx_relations *relations,
                                               const char *type);
void docx_release_relations(struct docx_relations *relations);

/* What a paragraph style says. */
struct docx_style {
    struct ura_str based_on;
    bool heading, no_heading; /* said by itself; neither: as the style that it is based on */
    bool list, no_list;
};

struct docx_styles {
    struct ura_intern names; /* of styles, by index */
    struct docx_style *items;
    size_t capacity;
    struct ura_str language; /* of the document where a run says nothing; empty: not said */
    struct ura_arena arena;
};

/* Reads the parts of styles and of settings; either may be NULL. Fails as xml_next does. */
enum ura_status docx_read_styles(struct ura_context *context, const struct archive_part *styles,
                                 const struct archive_part *settings, struct docx_styles *out,
                                 struct ura_error *error);
/* What the style NAME makes of a paragraph: HEADING, LIST_ITEM or PARAGRAPH. */
enum ura_block_kind docx_style_kind(const struct docx_styles *styles, struct ura_str name);
void docx_release_styles(struct docx_styles *styles);

/* What the body holds, found before it is read. */
struct docx_survey {
    bool boxes_are_copy; /* most letters stand in text boxes */
    char language[16];   /* of most letters; "" where nothing was said that can be believed */
};

enum ura_status docx_survey(struct ura_context *context, const struct archive_part *body,
                            const struct docx_styles *styles, struct docx_survey *out,
                            struct ura_error *error);

/* Footnotes and endnotes: their texts by kind and number. */
struct docx_notes {
    struct ura_intern ids; /* "footnote 3" */
    struct ura_str *texts; /* by number of the id */
    size_t capacity;
    struct ura_arena arena;
};

/* A paragraph that is being read; one may stand in a text box of another. */
struct docx_frame {
    struct ura_buf text;
    enum ura_block_kind kind;
    bool joins_next;      /* its end was deleted */
    struct ura_buf notes; /* ids of notes, each ended by LF */
};

/* A part that is being read: body, notes, header, footer. Zero, then docx_walk_open. */
struct docx_walk {
    struct ura_context *context;
    const struct docx_styles *styles; /* NULL: kinds are of no account */
    const struct docx_notes *notes;   /* NULL: none */
    struct losses *losses;
    struct paragraphs *out;
    bool boxes_are_copy;
    struct ura_input *input;
    struct xml xml;
    struct ura_arena arena; /* of attributes */
    struct docx_frame frames[DOCX_NESTED_MAX];
    size_t frame_count;
    struct paragraph_row rows[DOCX_NESTED_MAX];
    size_t row_count;
    size_t alternatives[DOCX_NESTED_MAX]; /* `appended` when each began */
    size_t alternative_count;
    size_t appended;       /* bytes of text so far */
    size_t boxes;          /* text boxes that are open */
    size_t fields;         /* fields that are open */
    size_t instructions;   /* those of them whose instruction has not ended */
    struct ura_buf joined; /* the text of paragraphs that go on in the next */
};

/* Begins to read PART. Fails with URA_NO_MEMORY. docx_walk_close after. */
enum ura_status docx_walk_open(struct docx_walk *walk, const struct archive_part *part,
                               struct ura_error *error);
/*
 * The next event of the part; paragraphs that have ended are in `out`, and may be taken where
 * row_count is 0. URA_END at the end of the part. Fails as xml_next does.
 */
enum ura_status docx_walk_step(struct docx_walk *walk, struct ura_error *error);
void docx_walk_close(struct docx_walk *walk);

/* Reads a part of notes, elements called KIND. Fails as xml_next does. */
enum ura_status docx_read_notes(struct ura_context *context, const struct archive_part *part,
                                const char *kind, struct losses *losses, struct docx_notes *out,
                                struct ura_error *error);
/* The text of the note ID, "footnote 3"; empty if there is none. */
struct ura_str docx_find_note(const struct docx_notes *notes, struct ura_str id);
void docx_release_notes(struct docx_notes *notes);

/* Whether XML stands at the start (end) of the element NAME of WordprocessingML. */
bool docx_is(const struct xml *xml, enum xml_event event, const char *name);
/* The attribute NAME, which has its element's namespace, into ARENA; ptr is NULL if absent. */
struct ura_str docx_attribute(struct xml *xml, const char *name, struct ura_arena *arena);
/* Whether a switch, <w:vanish/>, is on. */
bool docx_is_on(struct xml *xml, struct ura_arena *arena);

#endif
