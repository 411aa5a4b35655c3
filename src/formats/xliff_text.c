/* xliff_text.c - texts of XLIFF with their inline codes, and the segments marked in them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

/* Where the walk through one text is. */
struct walk {
    struct xliff_span *out;
    int depth;       /* of the element that holds the text */
    int code_depth;  /* of the element with native code; 0: in none */
    int piece_depth; /* of the segment's mark; 0: in none */
};

static const struct xliff_code *
find_code(const struct xliff *xliff, struct ura_str name)
{
    for (const struct xliff_code *code = xliff->codes; code->name; code++)
        if (ura_str_equal(name, ura_str_from(code->name)))
            return code;
    return NULL;
}

static bool
has_attributes(struct xliff *xliff, const struct xliff_code *code)
{
    for (size_t i = 0; i < 2 && code->required[i]; i++)
        if (!xml_attribute(&xliff->xml, code->required[i], &xliff->unit).ptr)
            return false;
    return true;
}

static struct xliff_piece *
open_piece(struct xliff *xliff, const struct walk *walk)
{
    return walk->piece_depth ? &xliff->pieces[xliff->piece_count - 1] : NULL;
}

/* The mark of a segment has just begun. */
static enum ura_status
begin_piece(struct xliff *xliff, struct walk *walk, struct ura_error *error)
{
    struct xliff_piece *grown = array_grow(xliff->pieces, &xliff->piece_capacity,
                                           xliff->piece_count + 1, sizeof *grown);

    if (!grown)
        return error_memory(error);
    xliff->pieces = grown;
    grown[xliff->piece_count++] = (struct xliff_piece){
        .mid = xml_attribute(&xliff->xml, "mid", &xliff->unit),
        .span = {.text = xliff->text.len, .markup = xliff->markup.len},
    };
    walk->piece_depth = xliff->xml.depth;
    return URA_OK;
}

static void
end_piece(struct xliff *xliff, struct walk *walk)
{
    struct xliff_piece *piece = open_piece(xliff, walk);

    piece->span.text_end = xliff->text.len;
    piece->span.markup_end = xliff->markup.len;
    walk->piece_depth = 0;
}

/* Segments are marked in XLIFF 1 only: a mrk of XLIFF 2 has no mtype. */
static bool
marks_segment(struct xliff *xliff, const struct walk *walk)
{
    return !walk->piece_depth && !walk->code_depth && xml_is(&xliff->xml, XML_START, "mrk") &&
           ura_str_equal(xml_attribute(&xliff->xml, "mtype", &xliff->unit), URA_STR("seg"));
}

/* cp stands for a character that XML has not, or might have. */
static void
take_code_point(struct ura_units *units)
{
    struct xliff *xliff = units->state;
    struct ura_str hex = xml_attribute(&xliff->xml, "hex", &xliff->unit);
    unsigned value = 0;

    for (size_t i = 0; i < hex.len && value < 0x80; i++) {
        char c = hex.ptr[i];
        unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                         : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10
                                                : 0x80;

        value = value * 16 + digit;
    }
    if (value == '\t' || value == '\n' || (value >= 0x20 && value < 0x7f))
        buf_append_byte(&xliff->text, (char)value);
    else
        losses_add(&units->losses, "characters that XML forbids", 1);
}

static enum ura_status
take_start(struct ura_units *units, struct walk *walk, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    const struct xliff_code *code = find_code(xliff, xliff->xml.name);
    struct xliff_piece *piece;
    bool odd = !code;

    if (marks_segment(xliff, walk))
        return begin_piece(xliff, walk, error);
    if (code) {
        odd = !has_attributes(xliff, code);
        if (walk->code_depth && ura_str_equal(xliff->xml.name, URA_STR("sub")))
            losses_add(&units->losses, "texts inside inline codes", 1);
        else if (!walk->code_depth && code->native)
            walk->code_depth = xliff->xml.depth;
        if (!walk->code_depth && ura_str_equal(xliff->xml.name, URA_STR("cp")))
            take_code_point(units);
        xml_append_bare_tag(&xliff->xml, &xliff->markup);
    }
    walk->out->codes = true;
    walk->out->odd |= odd;
    piece = open_piece(xliff, walk);
    if (piece) {
        piece->span.codes = true;
        piece->span.odd |= odd;
    }
    return URA_OK;
}

static void
take_end(struct xliff *xliff, struct walk *walk)
{
    if (xliff->xml.depth == walk->piece_depth) {
        end_piece(xliff, walk);
        return;
    }
    if (xliff->xml.depth == walk->code_depth)
        walk->code_depth = 0;
    if (find_code(xliff, xliff->xml.name))
        xml_append_bare_tag(&xliff->xml, &xliff->markup);
}

static enum ura_status
take_characters(struct ura_units *units, const struct walk *walk, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    size_t longest = ura_context_limit(units->context, URA_LIMIT_LINE);

    if (!walk->code_depth)
        buf_append_str(&xliff->text, xliff->xml.text);
    buf_append_xml(&xliff->markup, xliff->xml.text);
    if (xliff->text.failed || xliff->markup.failed)
        return error_memory(error);
    if (xliff->markup.len <= longest)
        return URA_OK;
    error_set(error, URA_TOO_LARGE, "this unit is longer than %zu bytes; raise --%s to read it",
              longest, ura_limit_name(URA_LIMIT_LINE));
    if (error)
        error->line = xliff->xml.line;
    return URA_TOO_LARGE;
}

enum ura_status
xliff_take_text(struct ura_units *units, struct xliff_span *out, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    struct xml *xml = &xliff->xml;
    struct walk walk = {.out = out, .depth = xml->depth};
    enum ura_status status;

    *out = (struct xliff_span){.text = xliff->text.len, .markup = xliff->markup.len};
    while (!(status = xml_next(xml, error)) &&
           !(xml->event == XML_END && xml->depth == walk.depth)) {
        if (xml->event == XML_TEXT)
            status = take_characters(units, &walk, error);
        else if (xml->event == XML_START)
            status = take_start(units, &walk, error);
        else
            take_end(xliff, &walk);
        if (status)
            return status;
    }
    out->text_end = xliff->text.len;
    out->markup_end = xliff->markup.len;
    return !status && (xliff->text.failed || xliff->markup.failed) ? error_memory(error)
                                                                   : status;
}

bool
xliff_is_empty(const struct xliff_span *span)
{
    return span->text == span->text_end && (!span->codes || span->markup == span->markup_end);
}

bool
xliff_is_blank(const struct xliff *xliff, const struct xliff_span *span)
{
    for (size_t i = span->text; i < span->text_end; i++)
        if (!strchr(" \t\r\n", xliff->text.ptr[i]) || !xliff->text.ptr[i])
            return false;
    return true;
}

/* Whether NAME and VALUE are a score of the unit, which is then kept. */
static bool
take_score(struct xliff *xliff, enum ura_side side, struct ura_str name, struct ura_str value)
{
    bool score = side == URA_SIDE_UNIT && ura_str_equal(name, URA_STR(XLIFF_SCORE)) &&
                 number_parse_real(value, &xliff->score);

    xliff->has_score |= score;
    return score;
}

enum ura_status
xliff_take_property(struct xliff *xliff, enum ura_side side, struct ura_str name,
                    struct ura_arena *arena, struct ura_error *error)
{
    struct ura_buf value = {0};
    enum ura_status status = xml_take_text(&xliff->xml, &value, error);

    if (!status && !take_score(xliff, side, name, buf_str(&value)) &&
        !property_add(&xliff->properties, side, name, arena_copy(arena, buf_str(&value))))
        status = error_memory(error);
    buf_release(&value);
    return status;
}

void
xliff_take_attributes(struct xliff *xliff, const struct xliff_attribute *list,
                      enum ura_side side, struct ura_arena *arena)
{
    for (; list->name; list++) {
        struct ura_str value = xml_attribute(&xliff->xml, list->name, arena);

        if (value.ptr)
            property_add(&xliff->properties, side, ura_str_from(list->name), value);
    }
}
