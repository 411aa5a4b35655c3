/* docx.c - Word documents: the text of an Office Open XML archive. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/docx.h"

#include <stdlib.h>

struct docx {
    struct archive_file archive;
    struct docx_relations relations; /* of the main part */
    struct docx_styles styles;
    struct docx_survey survey;
    struct docx_notes notes;
    struct paragraphs paragraphs;
    struct docx_walk walk;
    const struct archive_part *body;
    bool ended;
};

static int
bid(struct ura_str head, const char *name)
{
    switch (zip_look(head, name)) {
    case ZIP_DOCX:
        return 100;
    case ZIP_OFFICE: /* its parts may have any names: what it is, its reader finds out */
        return 60;
    default:
        return 0;
    }
}

/* Names that are wanted of the archive. */
struct wanted {
    const struct docx_relations *relations;
    struct ura_str names[2];
};

static bool
is_wanted(struct ura_str name, const void *user)
{
    static const char *const types[] = {"styles",   "settings", "footnotes",
                                        "endnotes", "header",   "footer"};
    const struct wanted *wanted = user;

    for (size_t i = 0; i < 2; i++)
        if (wanted->names[i].len && ura_str_equal(name, wanted->names[i]))
            return true;
    for (size_t i = 0; wanted->relations && i < wanted->relations->count; i++) {
        const struct docx_relation *relation = &wanted->relations->items[i];

        if (!ura_str_equal(relation->target, name))
            continue;
        for (size_t t = 0; t < sizeof types / sizeof *types; t++)
            if (ura_str_equal(relation->type, ura_str_from(types[t])))
                return true;
    }
    return false;
}

/* Where the relations of the part MAIN are: "word/_rels/document.xml.rels". */
static struct ura_str
relations_name(struct ura_str main, struct ura_arena *arena)
{
    struct ura_buf name = {0};
    struct ura_str kept;
    size_t at = main.len;

    while (at && main.ptr[at - 1] != '/')
        at--;
    buf_append_str(&name, ura_str_slice(main, 0, at));
    buf_append_text(&name, "_rels/");
    buf_append_str(&name, ura_str_slice(main, at, main.len));
    buf_append_text(&name, ".rels");
    kept = name.failed ? (struct ura_str){NULL, 0} : arena_copy(arena, buf_str(&name));
    buf_release(&name);
    return kept;
}

/* Finds the main part and unpacks it with its relations. */
static enum ura_status
find_body(struct ura_units *units, struct docx_relations *roots, struct ura_error *error)
{
    struct docx *docx = units->state;
    struct archive_file *archive = &docx->archive;
    struct wanted wanted = {.names = {URA_STR("_rels/.rels")}};
    enum ura_status status = archive_take(archive, is_wanted, &wanted, error);
    const struct docx_relation *main;

    if (!status)
        status = docx_read_relations(units->context, archive_find(archive, wanted.names[0]),
                                     URA_STR(""), roots, error);
    if (status)
        return status;
    main = docx_find_relation(roots, "officeDocument");
    if (!main)
        return error_set(error, URA_BAD_INPUT,
                         "is a zip archive but no Word document: its _rels/.rels names no "
                         "main part");
    wanted.names[0] = main->target;
    wanted.names[1] = relations_name(main->target, &units->header_arena);
    if (!wanted.names[1].ptr)
        return error_memory(error);
    status = archive_take(archive, is_wanted, &wanted, error);
    if (status)
        return status;
    if (!archive_find(archive, main->target))
        return error_set(
            error, URA_BAD_INPUT, "its main part %.*s is missing; get the whole file",
            (int)(main->target.len < 80 ? main->target.len : 80), main->target.ptr);
    return docx_read_relations(units->context, archive_find(archive, wanted.names[1]),
                               main->target, &docx->relations, error);
}

static const struct archive_part *
related_part(const struct docx *docx, const char *type)
{
    const struct docx_relation *relation = docx_find_relation(&docx->relations, type);

    return relation ? archive_find(&docx->archive, relation->target) : NULL;
}

/* Everything beside the body. */
static enum ura_status
read_parts(struct ura_units *units, struct ura_error *error)
{
    struct docx *docx = units->state;
    struct wanted wanted = {.relations = &docx->relations};
    enum ura_status status = archive_take(&docx->archive, is_wanted, &wanted, error);

    if (!status)
        status = docx_read_styles(units->context, related_part(docx, "styles"),
                                  related_part(docx, "settings"), &docx->styles, error);
    if (!status)
        status = docx_read_notes(units->context, related_part(docx, "footnotes"), "footnote",
                                 &units->losses, &docx->notes, error);
    if (!status)
        status = docx_read_notes(units->context, related_part(docx, "endnotes"), "endnote",
                                 &units->losses, &docx->notes, error);
    return status;
}

/* Begins to read PART into the paragraphs of the document. */
static enum ura_status
open_part(struct ura_units *units, const struct archive_part *part, bool body,
          struct ura_error *error)
{
    struct docx *docx = units->state;

    docx->walk.context = units->context;
    docx->walk.losses = &units->losses;
    docx->walk.out = &docx->paragraphs;
    docx->walk.boxes_are_copy = !body || docx->survey.boxes_are_copy;
    docx->walk.styles = body ? &docx->styles : NULL;
    docx->walk.notes = body ? &docx->notes : NULL;
    return docx_walk_open(&docx->walk, part, error);
}

/* The running heads (or feet), which many sections repeat: each text once. */
static enum ura_status
read_margins(struct ura_units *units, const char *type, struct ura_error *error)
{
    struct docx *docx = units->state;
    enum ura_status status = URA_OK;

    for (size_t i = 0; !status && i < docx->relations.count; i++) {
        const struct docx_relation *relation = &docx->relations.items[i];
        const struct archive_part *part = archive_find(&docx->archive, relation->target);

        if (!part || !ura_str_equal(relation->type, ura_str_from(type)))
            continue;
        status = open_part(units, part, false, error);
        while (!status)
            status = docx_walk_step(&docx->walk, error);
        docx_walk_close(&docx->walk);
        if (status == URA_END)
            status = URA_OK;
    }
    for (size_t i = 0; i < docx->paragraphs.count; i++) {
        docx->paragraphs.items[i].kind = URA_BLOCK_FURNITURE;
        docx->paragraphs.items[i].furniture = URA_FURNITURE_PAGE;
    }
    return status;
}

/* The root of the main part says what kind of Office document it is. */
static enum ura_status
check_root(struct docx *docx, struct ura_error *error)
{
    const struct xml *xml = &docx->walk.xml;
    enum ura_status status = docx_walk_step(&docx->walk, error);

    if (status == URA_END)
        return error_set(error, URA_BAD_INPUT, "its main part is empty");
    if (status || docx_is(xml, XML_START, "document"))
        return status;
    if (xml_is(xml, XML_START, "workbook"))
        return error_set(error, URA_BAD_INPUT,
                         "is an Excel workbook; save the sheet as csv or tsv");
    if (xml_is(xml, XML_START, "presentation"))
        return error_set(error, URA_BAD_INPUT,
                         "is a PowerPoint presentation; save its outline as docx or text");
    return error_set(error, URA_BAD_INPUT,
                     "its main part is a <%.*s>, not a Word document's <document>",
                     (int)(xml->name.len < 80 ? xml->name.len : 80), xml->name.ptr);
}

static enum ura_status
open_body(struct ura_units *units, struct ura_error *error)
{
    struct docx *docx = units->state;
    enum ura_status status =
        docx_survey(units->context, docx->body, &docx->styles, &docx->survey, error);

    units->header.source_language = ura_str_from(docx->survey.language);
    units->header.layout = URA_LAYOUT_PLAIN;
    if (!status)
        status = read_margins(units, "header", error);
    return status ? status : open_part(units, docx->body, true, error);
}

static const struct archive_part *
find_main(const struct docx *docx, const struct docx_relations *roots)
{
    return archive_find(&docx->archive, docx_find_relation(roots, "officeDocument")->target);
}

static enum ura_status
open_docx(struct ura_units *units, struct ura_error *error)
{
    struct docx *docx = calloc(1, sizeof *docx);
    struct docx_relations roots = {0};
    enum ura_status status;

    units->state = docx;
    if (!docx)
        return error_memory(error);
    status = archive_open(units, &docx->archive, error);
    if (!status)
        status = find_body(units, &roots, error);
    if (!status)
        status = open_part(units, find_main(docx, &roots), false, error);
    if (!status)
        status = check_root(docx, error);
    docx_walk_close(&docx->walk);
    if (!status)
        status = read_parts(units, error);
    if (!status) /* looked up again: parts move when others are added */
        docx->body = find_main(docx, &roots);
    docx_release_relations(&roots);
    return status ? status : open_body(units, error);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct docx *docx = units->state;

    for (;;) {
        enum ura_status status;

        if (docx->walk.row_count == 0 && paragraphs_take(&docx->paragraphs, out))
            return URA_OK;
        if (docx->ended)
            return URA_END;
        status = docx_walk_step(&docx->walk, error);
        if (status == URA_END) {
            docx->ended = true;
            docx_walk_close(&docx->walk);
            status = read_margins(units, "footer", error);
        }
        status = archive_blame(docx->body->name, status, error);
        if (status)
            return status;
    }
}

static void
close_docx(struct ura_units *units)
{
    struct docx *docx = units->state;

    if (!docx)
        return;
    docx_walk_close(&docx->walk);
    paragraphs_release(&docx->paragraphs);
    docx_release_notes(&docx->notes);
    docx_release_styles(&docx->styles);
    docx_release_relations(&docx->relations);
    archive_close(&docx->archive);
    free(docx);
}

const struct ura_format format_docx = {
    .name = "docx",
    .summary = "Word documents (Office Open XML)",
    .holds = "paragraphs, headings, list items, table rows, notes, running heads, language",
    .loses = "it is only read; fonts, pictures, comments, deleted text",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_docx,
    .next = next,
    .close = close_docx,
};
