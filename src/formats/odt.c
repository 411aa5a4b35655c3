/* odt.c - OpenDocument texts, packed or as one flat file. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/odt.h"

#include <stdlib.h>

struct odt {
    struct archive_file archive;
    struct ura_buf flat; /* a file of one part */
    struct odt_survey survey;
    struct paragraphs paragraphs;
    struct odt_walk walk;
    char language[16];
    bool ended;
};

static int
bid(struct ura_str head, const char *name)
{
    struct xml_root root;

    if (zip_look(head, name) == ZIP_ODT)
        return 100;
    return xml_find_root(head, &root) && strcmp(root.name, "document") == 0 &&
                   strstr(root.tag, "opendocument:xmlns:office")
               ? 80
               : 0;
}

static bool
is_wanted(struct ura_str name, const void *user)
{
    (void)user;
    return ura_str_equal(name, URA_STR("content.xml")) ||
           ura_str_equal(name, URA_STR("styles.xml")) ||
           ura_str_equal(name, URA_STR("META-INF/manifest.xml"));
}

/* The bytes of the part NAME; empty if there is none. */
static struct ura_str
part(const struct odt *odt, const char *name)
{
    const struct archive_part *found = archive_find(&odt->archive, ura_str_from(name));

    return found ? buf_str(&found->bytes) : URA_STR("");
}

/* Languages and text boxes; in an archive also whether there is a key to it. */
static enum ura_status
survey(struct ura_units *units, struct ura_error *error)
{
    static const char *const names[] = {"META-INF/manifest.xml", "styles.xml", "content.xml"};
    struct odt *odt = units->state;
    enum ura_status status = URA_OK;

    if (odt->flat.len)
        return odt_survey_part(units->context, buf_str(&odt->flat), &odt->survey, error);
    for (size_t i = 0; !status && i < sizeof names / sizeof *names; i++) {
        struct ura_str bytes = part(odt, names[i]);

        if (bytes.len)
            status = odt_survey_part(units->context, bytes, &odt->survey, error);
        if (!status && odt->survey.encrypted)
            status = error_set(error, URA_BAD_INPUT,
                               "is encrypted; save the document without a password");
    }
    return status;
}

static enum ura_status
open_part(struct ura_units *units, struct ura_str bytes, struct ura_error *error)
{
    struct odt *odt = units->state;

    odt->walk.context = units->context;
    odt->walk.losses = &units->losses;
    odt->walk.out = &odt->paragraphs;
    odt->walk.boxes_are_copy = odt->survey.boxed > odt->survey.total / 2;
    return odt_walk_open(&odt->walk, bytes, error);
}

/* Running heads and feet, which stand among the styles. */
static enum ura_status
read_margins(struct ura_units *units, struct ura_error *error)
{
    struct odt *odt = units->state;
    struct ura_str bytes = part(odt, "styles.xml");
    enum ura_status status;

    if (!bytes.len)
        return URA_OK;
    status = open_part(units, bytes, error);
    while (!status)
        status = odt_walk_step(&odt->walk, error);
    odt_walk_close(&odt->walk);
    return status == URA_END ? URA_OK : status;
}

/* Fills `flat` or `archive`, as the first bytes say. */
static enum ura_status
take_file(struct ura_units *units, struct ura_error *error)
{
    struct odt *odt = units->state;
    struct ura_str head;
    enum ura_status status = ura_input_peek(units->input, 4, &head, error);

    if (!status && head.len >= 4 && memcmp(head.ptr, "PK", 2) == 0) {
        status = archive_open(units, &odt->archive, error);
        if (!status)
            status = archive_take(&odt->archive, is_wanted, NULL, error);
        if (!status && !part(odt, "content.xml").len)
            status = error_set(error, URA_BAD_INPUT,
                               "is a zip archive but no OpenDocument text: it has no "
                               "content.xml");
        return status;
    }
    if (!status)
        status = input_take_all(units, SIZE_MAX, &odt->flat, error);
    if (!status && !odt->flat.len)
        status = error_set(error, URA_BAD_INPUT, "is empty, and no OpenDocument text");
    return status;
}

static enum ura_status
open_odt(struct ura_units *units, struct ura_error *error)
{
    struct odt *odt = calloc(1, sizeof *odt);
    enum ura_status status;

    units->state = odt;
    if (!odt)
        return error_memory(error);
    status = take_file(units, error);
    if (!status)
        status = survey(units, error);
    if (!status)
        status = read_margins(units, error);
    if (!status)
        status = open_part(
            units, odt->flat.len ? buf_str(&odt->flat) : part(odt, "content.xml"), error);
    language_count_choose(&odt->survey.count, odt->survey.of_document, odt->language,
                          sizeof odt->language);
    units->header.source_language = ura_str_from(odt->language);
    units->header.layout = URA_LAYOUT_PLAIN;
    return status;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct odt *odt = units->state;

    for (;;) {
        enum ura_status status;

        if (odt->walk.row_count == 0 && odt->walk.frame_count == 0 &&
            paragraphs_take(&odt->paragraphs, out))
            return URA_OK;
        if (odt->ended)
            return URA_END;
        status = odt_walk_step(&odt->walk, error);
        if (status == URA_END) {
            odt->ended = true;
            if (!odt->walk.seen_text)
                return error_set(error, URA_BAD_INPUT,
                                 "holds no text document (a sheet, presentation or drawing?); "
                                 "save its text as odt");
            status = URA_OK;
        }
        if (status)
            return odt->flat.len ? status
                                 : archive_blame(URA_STR("content.xml"), status, error);
    }
}

static void
close_odt(struct ura_units *units)
{
    struct odt *odt = units->state;

    if (!odt)
        return;
    odt_walk_close(&odt->walk);
    paragraphs_release(&odt->paragraphs);
    odt_release_survey(&odt->survey);
    buf_release(&odt->flat);
    archive_close(&odt->archive);
    free(odt);
}

const struct ura_format format_odt = {
    .name = "odt",
    .summary = "OpenDocument texts: odt, and fodt, which is one flat file",
    .holds = "paragraphs, headings, list items, table rows, notes, running heads, language",
    .loses = "it is only read; fonts, pictures, comments, deleted text",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_odt,
    .next = next,
    .close = close_odt,
};
