/* docx_walk.c - the paragraphs of a part of a Word document. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/docx.h"

#include <stdlib.h>

enum ura_status
docx_walk_open(struct docx_walk *walk, const struct archive_part *part, struct ura_error *error)
{
    enum ura_status status = ura_input_open_bytes(part->bytes.ptr, part->bytes.len,
                                                  part->name.ptr, &walk->input, error);

    return status ? status : xml_open(walk->context, walk->input, NULL, &walk->xml, error);
}

static struct docx_frame *
top_frame(struct docx_walk *walk)
{
    return walk->frame_count ? &walk->frames[walk->frame_count - 1] : NULL;
}

static void
append(struct docx_walk *walk, struct ura_str text)
{
    struct docx_frame *frame = top_frame(walk);

    if (!frame || walk->instructions)
        return;
    buf_append_str(&frame->text, text);
    walk->appended += text.len;
}

static void
begin_paragraph(struct docx_walk *walk)
{
    struct docx_frame *frame = &walk->frames[walk->frame_count++];

    frame->kind = URA_BLOCK_PARAGRAPH;
    frame->joins_next = false;
    buf_clear(&frame->text);
    buf_clear(&frame->notes);
    if (walk->frame_count == 1) {
        buf_append_str(&frame->text, buf_str(&walk->joined));
        buf_clear(&walk->joined);
    }
}

/* The notes that the paragraph refers to, after it. */
static void
add_notes(struct docx_walk *walk, const struct docx_frame *frame)
{
    struct ura_str rest = buf_str(&frame->notes);

    while (walk->notes && rest.len) {
        const char *end = memchr(rest.ptr, '\n', rest.len);
        size_t len = end ? (size_t)(end - rest.ptr) : rest.len;

        paragraphs_add(walk->out, docx_find_note(walk->notes, ura_str_slice(rest, 0, len)),
                       URA_BLOCK_FURNITURE, URA_FURNITURE_FOOTNOTE, 0);
        rest = ura_str_slice(rest, end ? len + 1 : len, rest.len);
    }
}

static enum ura_status
end_paragraph(struct docx_walk *walk, struct ura_error *error)
{
    struct docx_frame *frame = &walk->frames[--walk->frame_count];
    bool aside = walk->boxes && !walk->boxes_are_copy;

    if (frame->text.failed || frame->notes.failed)
        return error_memory(error);
    if (walk->frame_count == 0)
        walk->instructions = 0; /* a field that never ends must not swallow what follows */
    if (frame->joins_next && walk->frame_count == 0) {
        buf_append_str(&walk->joined, buf_str(&frame->text));
    } else if (aside) {
        paragraphs_add(walk->out, buf_str(&frame->text), URA_BLOCK_FURNITURE,
                       URA_FURNITURE_CAPTION, 0);
    } else {
        paragraphs_add(walk->out, buf_str(&frame->text), frame->kind, URA_FURNITURE_NONE, 0);
    }
    add_notes(walk, frame);
    return walk->out->failed || walk->joined.failed ? error_memory(error) : URA_OK;
}

/* The properties of the paragraph; those that it had before a tracked change are passed over.
 */
static enum ura_status
take_properties(struct docx_walk *walk, struct ura_error *error)
{
    struct docx_frame *frame = top_frame(walk);
    struct xml *xml = &walk->xml;
    int depth = xml->depth;
    enum ura_status status = URA_OK;

    while (!status && !(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        struct ura_str value;

        if (xml->event != XML_START || !frame)
            continue;
        value = docx_attribute(xml, "val", &walk->arena);
        if (docx_is(xml, XML_START, "pPrChange") || docx_is(xml, XML_START, "sectPr"))
            status = xml_skip(xml, error);
        else if (docx_is(xml, XML_START, "pStyle") && walk->styles)
            frame->kind = docx_style_kind(walk->styles, value);
        else if (docx_is(xml, XML_START, "outlineLvl") && value.len == 1)
            frame->kind = value.ptr[0] < '9' ? URA_BLOCK_HEADING : frame->kind;
        else if (docx_is(xml, XML_START, "numId") && frame->kind != URA_BLOCK_HEADING)
            frame->kind =
                ura_str_equal(value, URA_STR("0")) ? URA_BLOCK_PARAGRAPH : URA_BLOCK_LIST_ITEM;
        else if (docx_is(xml, XML_START, "del"))
            frame->joins_next = true;
    }
    arena_clear(&walk->arena);
    return status;
}

/* The properties of a run; *HIDDEN where it is not to be seen. */
static enum ura_status
take_run_properties(struct docx_walk *walk, bool *hidden, struct ura_error *error)
{
    struct xml *xml = &walk->xml;
    int depth = xml->depth;
    enum ura_status status = URA_OK;

    while (!status && !(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == depth)) {
        if (docx_is(xml, XML_START, "rPrChange"))
            status = xml_skip(xml, error);
        else if (docx_is(xml, XML_START, "vanish"))
            *hidden = docx_is_on(xml, &walk->arena);
    }
    arena_clear(&walk->arena);
    return status;
}

/* Passes over a run that is hidden, whose properties have just ended. */
static enum ura_status
skip_run(struct docx_walk *walk, int depth, struct ura_error *error)
{
    struct xml *xml = &walk->xml;
    enum ura_status status;

    losses_add(walk->losses, "hidden texts", 1);
    do
        status = xml_next(xml, error);
    while (!status && !(xml->event == XML_END && xml->depth < depth));
    return status;
}

static enum ura_status
take_text(struct docx_walk *walk, struct ura_error *error)
{
    struct xml *xml = &walk->xml;
    int depth = xml->depth;
    enum ura_status status;

    while (!(status = xml_next(xml, error)) && !(xml->event == XML_END && xml->depth == depth))
        if (xml->event == XML_TEXT)
            append(walk, xml->text);
    return status;
}

/* begin ... instruction ... separate ... result ... end; fields stand in fields. */
static void
take_field_mark(struct docx_walk *walk)
{
    struct ura_str type = docx_attribute(&walk->xml, "fldCharType", &walk->arena);

    if (ura_str_equal(type, URA_STR("begin"))) {
        walk->fields++;
        walk->instructions++;
    } else if (ura_str_equal(type, URA_STR("separate"))) {
        walk->instructions -= walk->instructions > 0;
    } else if (ura_str_equal(type, URA_STR("end")) && walk->fields) {
        /* Without a result there was no mark that ended the instruction. */
        if (walk->instructions == walk->fields)
            walk->instructions--;
        walk->fields--;
    }
    arena_clear(&walk->arena);
}

static void
take_note_reference(struct docx_walk *walk, const char *kind)
{
    struct docx_frame *frame = top_frame(walk);
    struct ura_str id = docx_attribute(&walk->xml, "id", &walk->arena);

    if (frame && id.len) {
        buf_append_text(&frame->notes, kind);
        buf_append_str(&frame->notes, id);
        buf_append_byte(&frame->notes, '\n');
    }
    arena_clear(&walk->arena);
}

/* Elements that stand for characters; whether it is one of them. */
static bool
take_character(struct docx_walk *walk)
{
    static const struct {
        const char *name;
        const char *text;
    } characters[] = {
        {"tab", "\t"},
        {"ptab", "\t"},
        {"br", "\n"},
        {"cr", "\n"},
        {"noBreakHyphen", "\xe2\x80\x91"},
    };

    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (docx_is(&walk->xml, XML_START, characters[i].name)) {
            append(walk, ura_str_from(characters[i].text));
            return true;
        }
    return false;
}

/* What is no text, by name, with what it is called where it is counted. */
static const struct {
    const char *name;
    const char *loss;
} skipped[] = {
    {"del", "deleted passages"},
    {"moveFrom", NULL}, /* it stands where it was moved to */
    {"instrText", NULL},
    {"delText", NULL},
    {"delInstrText", NULL},
    {"sectPr", NULL},
    {"sdtPr", NULL},
    {"tblPr", NULL},
    {"trPr", NULL},
    {"tcPr", NULL},
    {"rt", "readings of ruby"},
    {"sym", "characters of symbol fonts"},
    {"altChunk", "embedded documents"},
    {"commentReference", "comments"},
    {"footnoteRef", NULL},
};

static bool
is_skipped(struct docx_walk *walk)
{
    for (size_t i = 0; i < sizeof skipped / sizeof *skipped; i++)
        if (docx_is(&walk->xml, XML_START, skipped[i].name)) {
            if (skipped[i].loss)
                losses_add(walk->losses, skipped[i].loss, 1);
            return true;
        }
    return false;
}

/*
 * The same thing in several ways, for new programs and for old ones: the first way that gives
 * text is taken.
 */
static enum ura_status
begin_alternative(struct docx_walk *walk, struct ura_error *error)
{
    if (walk->alternative_count &&
        walk->alternatives[walk->alternative_count - 1] != walk->appended)
        return xml_skip(&walk->xml, error);
    return URA_OK;
}

static enum ura_status
start_inline(struct docx_walk *walk, struct ura_error *error)
{
    struct xml *xml = &walk->xml;
    int depth = xml->depth;
    bool hidden = false;
    enum ura_status status = URA_OK;

    if (docx_is(xml, XML_START, "t") || xml_is(xml, XML_START, "t")) {
        /* Of WordprocessingML or of a formula; that of a drawing is in a picture. */
        if (xml->space.len && memmem(xml->space.ptr, xml->space.len, "drawingml", 9)) {
            losses_add(walk->losses, "texts of drawings", 1);
            return xml_skip(xml, error);
        }
        return take_text(walk, error);
    }
    if (docx_is(xml, XML_START, "rPr")) {
        status = take_run_properties(walk, &hidden, error);
        return !status && hidden ? skip_run(walk, depth, error) : status;
    }
    if (docx_is(xml, XML_START, "fldChar"))
        take_field_mark(walk);
    else if (docx_is(xml, XML_START, "footnoteReference"))
        take_note_reference(walk, "footnote ");
    else if (docx_is(xml, XML_START, "endnoteReference"))
        take_note_reference(walk, "endnote ");
    else
        take_character(walk);
    return status;
}

static enum ura_status
start(struct docx_walk *walk, struct ura_error *error)
{
    struct xml *xml = &walk->xml;

    if (is_skipped(walk))
        return xml_skip(xml, error);
    if (docx_is(xml, XML_START, "p")) {
        begin_paragraph(walk);
    } else if (docx_is(xml, XML_START, "pPr")) {
        return take_properties(walk, error);
    } else if (docx_is(xml, XML_START, "tr")) {
        paragraphs_row_begin(walk->out, &walk->rows[walk->row_count++]);
    } else if (docx_is(xml, XML_START, "tc")) {
        paragraphs_cell_begin(walk->out);
    } else if (docx_is(xml, XML_START, "txbxContent")) {
        walk->boxes++;
    } else if (xml_is(xml, XML_START, "AlternateContent")) {
        walk->alternatives[walk->alternative_count++] = walk->appended;
    } else if (xml_is(xml, XML_START, "Choice") || xml_is(xml, XML_START, "Fallback")) {
        return begin_alternative(walk, error);
    } else {
        return start_inline(walk, error);
    }
    return URA_OK;
}

static enum ura_status
end(struct docx_walk *walk, struct ura_error *error)
{
    struct xml *xml = &walk->xml;

    if (docx_is(xml, XML_END, "p") && walk->frame_count)
        return end_paragraph(walk, error);
    if (docx_is(xml, XML_END, "tr") && walk->row_count) {
        paragraphs_row_end(walk->out, &walk->rows[--walk->row_count]);
        return walk->out->failed ? error_memory(error) : URA_OK;
    }
    if (docx_is(xml, XML_END, "txbxContent") && walk->boxes)
        walk->boxes--;
    else if (xml_is(xml, XML_END, "AlternateContent") && walk->alternative_count)
        walk->alternative_count--;
    return URA_OK;
}

enum ura_status
docx_walk_step(struct docx_walk *walk, struct ura_error *error)
{
    enum ura_status status = xml_next(&walk->xml, error);

    if (status == URA_END && walk->joined.len) {
        /* The last paragraph's end was deleted, and nothing followed. */
        paragraphs_add(walk->out, buf_str(&walk->joined), URA_BLOCK_PARAGRAPH,
                       URA_FURNITURE_NONE, 0);
        buf_clear(&walk->joined);
        return walk->out->failed ? error_memory(error) : URA_OK;
    }
    if (status)
        return status;
    if (walk->xml.event == XML_START)
        return start(walk, error);
    return walk->xml.event == XML_END ? end(walk, error) : URA_OK;
}

void
docx_walk_close(struct docx_walk *walk)
{
    for (size_t i = 0; i < DOCX_NESTED_MAX; i++) {
        buf_release(&walk->frames[i].text);
        buf_release(&walk->frames[i].notes);
    }
    buf_release(&walk->joined);
    xml_close(&walk->xml);
    ura_input_free(walk->input);
    arena_release(&walk->arena);
    *walk = (struct docx_walk){0};
}
