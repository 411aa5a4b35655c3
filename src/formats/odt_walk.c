/* odt_walk.c - the paragraphs of a part of an OpenDocument text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/odt.h"

enum { SPACES_MAX = 4096 }; /* that one text:s stands for; a line has fewer */

enum ura_status
odt_walk_open(struct odt_walk *walk, struct ura_str bytes, struct ura_error *error)
{
    enum ura_status status =
        ura_input_open_bytes(bytes.ptr, bytes.len, "part", &walk->input, error);

    return status ? status : xml_open(walk->context, walk->input, NULL, &walk->xml, error);
}

static struct odt_frame *
top_frame(struct odt_walk *walk)
{
    return walk->frame_count ? &walk->frames[walk->frame_count - 1] : NULL;
}

/* White space is one blank, as the standard has it (ODF 1.3, part 3, 6.1.2). */
static void
append_text(struct odt_walk *walk, struct ura_str text)
{
    struct odt_frame *frame = top_frame(walk);

    for (size_t i = 0; frame && i < text.len; i++) {
        bool space = text.ptr[i] == ' ' || text.ptr[i] == '\t' || text.ptr[i] == '\n' ||
                     text.ptr[i] == '\r';
        bool again = frame->text.len && frame->text.ptr[frame->text.len - 1] == ' ';

        if (!space)
            buf_append_byte(&frame->text, text.ptr[i]);
        else if (!again)
            buf_append_byte(&frame->text, ' ');
    }
}

static void
append_spaces(struct odt_walk *walk)
{
    struct odt_frame *frame = top_frame(walk);
    struct ura_str count = odt_attribute(&walk->xml, "text", "c", &walk->arena);
    unsigned long long spaces = 1;

    if (count.len && !number_parse_unsigned(count, &spaces))
        spaces = 1;
    for (unsigned long long i = 0; frame && i < spaces && i < SPACES_MAX; i++)
        buf_append_byte(&frame->text, ' ');
    arena_clear(&walk->arena);
}

static void
begin_paragraph(struct odt_walk *walk)
{
    struct odt_frame *frame = &walk->frames[walk->frame_count++];

    buf_clear(&frame->text);
    frame->hidden = false;
    frame->kind = walk->in_list ? URA_BLOCK_LIST_ITEM : URA_BLOCK_PARAGRAPH;
    if (odt_is(&walk->xml, XML_START, "text", "h"))
        frame->kind = URA_BLOCK_HEADING;
}

/* Where the paragraph that ended was set aside. */
static enum ura_furniture
furniture_of(const struct odt_walk *walk)
{
    if (walk->in_margin)
        return URA_FURNITURE_PAGE;
    if (walk->in_index)
        return URA_FURNITURE_CONTENTS;
    return walk->in_box && !walk->boxes_are_copy ? URA_FURNITURE_CAPTION : URA_FURNITURE_NONE;
}

static enum ura_status
end_paragraph(struct odt_walk *walk, struct ura_error *error)
{
    struct odt_frame *frame = &walk->frames[--walk->frame_count];
    enum ura_furniture furniture = furniture_of(walk);
    struct ura_unit note = {0};

    if (frame->text.failed)
        return error_memory(error);
    if (frame->hidden)
        losses_add(walk->losses, "hidden texts", 1);
    else if (walk->in_note)
        paragraphs_add(&walk->notes, buf_str(&frame->text), URA_BLOCK_FURNITURE,
                       URA_FURNITURE_FOOTNOTE, 0);
    else if (walk->in_text || walk->in_margin)
        paragraphs_add(walk->out, buf_str(&frame->text),
                       furniture ? URA_BLOCK_FURNITURE : frame->kind, furniture, 0);
    while (!walk->in_note && paragraphs_take(&walk->notes, &note))
        paragraphs_add(walk->out, note.source, note.kind, note.furniture, 0);
    return walk->out->failed || walk->notes.failed ? error_memory(error) : URA_OK;
}

/* What is no text, with what it is called where it is counted. */
static const struct {
    const char *space, *name, *loss;
} skipped[] = {
    {"text", "tracked-changes", "tracked changes"},
    {"office", "annotation", "comments"},
    {"office", "forms", NULL},
    {"office", "settings", NULL},
    {"office", "meta", NULL},
    {"text", "note-citation", NULL},
    {"text", "hidden-text", "hidden texts"},
    {"text", "ruby-text", "readings of ruby"},
    {"svg-compatible", "title", NULL},
    {"svg-compatible", "desc", NULL},
    {"drawing", "object", "embedded objects"},
    {"text", "script", NULL},
    {"text", "table-of-content-source", NULL},
    {"text", "illustration-index-source", NULL},
    {"text", "table-index-source", NULL},
    {"text", "object-index-source", NULL},
    {"text", "user-index-source", NULL},
    {"text", "alphabetical-index-source", NULL},
    {"text", "bibliography-source", NULL},
};

static bool
is_skipped(struct odt_walk *walk)
{
    struct xml *xml = &walk->xml;

    for (size_t i = 0; i < sizeof skipped / sizeof *skipped; i++)
        if (odt_is(xml, XML_START, skipped[i].space, skipped[i].name)) {
            if (skipped[i].loss)
                losses_add(walk->losses, skipped[i].loss, 1);
            return true;
        }
    if (odt_is(xml, XML_START, "text", "section")) {
        struct ura_str display = odt_attribute(xml, "text", "display", &walk->arena);
        bool hidden = ura_str_equal(display, URA_STR("none"));

        losses_add(walk->losses, "hidden texts", hidden);
        return hidden;
    }
    return false;
}

/* The count of open elements that the element at hand is one of; NULL if it is of none. */
static size_t *
level_of(struct odt_walk *walk, enum xml_event event)
{
    struct xml *xml = &walk->xml;

    if (odt_is(xml, event, "text", "list"))
        return &walk->in_list;
    if (odt_is(xml, event, "text", "note-body"))
        return &walk->in_note;
    if (odt_is(xml, event, "drawing", "text-box"))
        return &walk->in_box;
    if (odt_is(xml, event, "text", "index-body"))
        return &walk->in_index;
    if (odt_is(xml, event, "office", "text"))
        return &walk->in_text;
    if (odt_is(xml, event, "style", "header") || odt_is(xml, event, "style", "footer") ||
        odt_is(xml, event, "style", "header-left") ||
        odt_is(xml, event, "style", "footer-left") ||
        odt_is(xml, event, "style", "header-first") ||
        odt_is(xml, event, "style", "footer-first"))
        return &walk->in_margin;
    return NULL;
}

static void
start_inline(struct odt_walk *walk)
{
    struct xml *xml = &walk->xml;
    struct odt_frame *frame = top_frame(walk);

    if (!frame)
        return;
    if (odt_is(xml, XML_START, "text", "s"))
        append_spaces(walk);
    else if (odt_is(xml, XML_START, "text", "tab"))
        buf_append_byte(&frame->text, '\t');
    else if (odt_is(xml, XML_START, "text", "line-break"))
        buf_append_byte(&frame->text, '\n');
    else if (odt_is(xml, XML_START, "text", "hidden-paragraph"))
        frame->hidden = ura_str_equal(odt_attribute(xml, "text", "is-hidden", &walk->arena),
                                      URA_STR("true"));
}

static enum ura_status
start(struct odt_walk *walk, struct ura_error *error)
{
    struct xml *xml = &walk->xml;
    size_t *level = level_of(walk, XML_START);

    if (is_skipped(walk))
        return xml_skip(xml, error);
    if (level) {
        ++*level;
        walk->seen_text |= walk->in_text > 0;
    } else if (odt_is(xml, XML_START, "text", "p") || odt_is(xml, XML_START, "text", "h")) {
        begin_paragraph(walk);
    } else if (odt_is(xml, XML_START, "table", "table-row")) {
        paragraphs_row_begin(walk->out, &walk->rows[walk->row_count++]);
    } else if (odt_is(xml, XML_START, "table", "table-cell")) {
        paragraphs_cell_begin(walk->out);
    } else {
        start_inline(walk);
    }
    return URA_OK;
}

static enum ura_status
end(struct odt_walk *walk, struct ura_error *error)
{
    struct xml *xml = &walk->xml;
    size_t *level = level_of(walk, XML_END);

    if (level)
        *level -= *level > 0;
    else if (walk->frame_count &&
             (odt_is(xml, XML_END, "text", "p") || odt_is(xml, XML_END, "text", "h")))
        return end_paragraph(walk, error);
    else if (walk->row_count && odt_is(xml, XML_END, "table", "table-row"))
        paragraphs_row_end(walk->out, &walk->rows[--walk->row_count]);
    return walk->out->failed ? error_memory(error) : URA_OK;
}

enum ura_status
odt_walk_step(struct odt_walk *walk, struct ura_error *error)
{
    enum ura_status status = xml_next(&walk->xml, error);

    if (status)
        return status;
    if (walk->xml.event == XML_START)
        return start(walk, error);
    if (walk->xml.event == XML_END)
        return end(walk, error);
    append_text(walk, walk->xml.text);
    return URA_OK;
}

void
odt_walk_close(struct odt_walk *walk)
{
    for (size_t i = 0; i < ODT_NESTED_MAX; i++)
        buf_release(&walk->frames[i].text);
    paragraphs_release(&walk->notes);
    xml_close(&walk->xml);
    ura_input_free(walk->input);
    arena_release(&walk->arena);
    *walk = (struct odt_walk){0};
}
