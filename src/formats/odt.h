/* odt.h - what the files of the OpenDocument reader share. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_ODT_H
#define FORMATS_ODT_H

#include "formats/archive.h"
#include "formats/languages.h"
#include "formats/paragraphs.h"
#include "formats/xml.h"

enum { ODT_NESTED_MAX = XML_DEPTH_MAX + 2 }; /* elements of one kind, one in the other */

/* What is known of a text before it is read. */
struct odt_survey {
    struct ura_intern styles;  /* names */
    struct ura_str *languages; /* of the styles, by number; empty: none */
    size_t capacity;
    struct language_count count;
    struct ura_str of_document;
    struct ura_arena arena;
    size_t boxed, total; /* bytes of text in boxes, and in all */
    bool encrypted;
};

/* Takes what the XML in BYTES, any part, tells. Fails as xml_next does. */
enum ura_status odt_survey_part(struct ura_context *context, struct ura_str bytes,
                                struct odt_survey *survey, struct ura_error *error);
void odt_release_survey(struct odt_survey *survey);

/* A part that is being read. Zero, then odt_walk_open. */
struct odt_walk {
    struct ura_context *context;
    struct losses *losses;
    struct paragraphs *out;
    bool boxes_are_copy;
    struct ura_input *input;
    struct xml xml;
    struct ura_arena arena; /* of attributes */
    struct odt_frame {
        struct ura_buf text;
        enum ura_block_kind kind;
        bool hidden;
    } frames[ODT_NESTED_MAX]; /* paragraphs that are open, one in a box or note of another */
    size_t frame_count;
    struct paragraph_row rows[ODT_NESTED_MAX];
    size_t row_count;
    struct paragraphs notes; /* of the paragraph that is open */
    size_t in_note, in_box, in_list, in_index, in_margin, in_text; /* elements that are open */
    bool seen_text; /* there was an office:text */
};

/* Begins to read BYTES. Fails with URA_NO_MEMORY. odt_walk_close after. */
enum ura_status odt_walk_open(struct odt_walk *walk, struct ura_str bytes,
                              struct ura_error *error);
/* As docx_walk_step. */
enum ura_status odt_walk_step(struct odt_walk *walk, struct ura_error *error);
void odt_walk_close(struct odt_walk *walk);

/* Whether NAME is xml's element, in the namespace of ODF that is called SPACE ("text"). */
bool odt_is(const struct xml *xml, enum xml_event event, const char *space, const char *name);
/* The attribute NAME of that namespace, into ARENA; ptr is NULL if absent. */
struct ura_str odt_attribute(struct xml *xml, const char *space, const char *name,
                             struct ura_arena *arena);

#endif
