/* xml.c - XML read as a stream, by libxml2's reader. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xml.h"

#include <stdlib.h>

#include <libxml/xmlreader.h>

/* No network, no external subset, entities stay references. HUGE lifts libxml2's own limit of
 * ten megabytes a text: max-line and XML_DEPTH_MAX stand in its place. */
enum { READER_OPTIONS = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT };

static struct ura_str
view(const xmlChar *text)
{
    return ura_str_from(text ? (const char *)text : "");
}

/* libxml2 asks for bytes. */
static int
give_bytes(void *user, char *bytes, int size)
{
    struct xml *xml = user;
    size_t got = 0;

    if (xml->failed || ura_input_read(xml->input, bytes, (size_t)size, &got, &xml->failure)) {
        xml->failed = true;
        return -1;
    }
    return (int)got;
}

/* The first thing that libxml2 minds; warnings and broken namespaces are no reason to stop. */
static void
take_complaint(void *user, xmlErrorPtr complaint)
{
    struct xml *xml = user;
    size_t len;

    if (xml->failed || complaint->level < XML_ERR_FATAL)
        return;
    len = complaint->message ? strcspn(complaint->message, "\n") : 0;
    /* The parser calls both the same: an end that is missing, and something behind the end. */
    if (complaint->code == XML_ERR_DOCUMENT_END)
        error_set(&xml->failure, URA_SYNTAX,
                  "is cut off, or something stands behind the end of its root");
    else
        error_set(&xml->failure, URA_SYNTAX, "this is no well-formed XML: %.*s", (int)len,
                  complaint->message ? complaint->message : "");
    xml->failure.line = complaint->line > 0 ? (uint64_t)complaint->line : 0;
    xml->failed = true;
}

enum ura_status
xml_open(struct ura_context *context, struct ura_input *input, const char *encoding,
         struct xml *out, struct ura_error *error)
{
    *out = (struct xml){.input = input, .context = context};
    out->reader = xmlReaderForIO(give_bytes, NULL, out, NULL, encoding, READER_OPTIONS);
    if (!out->reader)
        return error_memory(error);
    xmlTextReaderSetStructuredErrorHandler(out->reader, take_complaint, out);
    return URA_OK;
}

static enum ura_status
fail(struct xml *xml, struct ura_error *error)
{
    if (!xml->failed)
        error_set(&xml->failure, URA_SYNTAX, "this is no well-formed XML");
    xml->failed = true;
    if (error)
        *error = xml->failure;
    return xml->failure.status;
}

/* A reference that is not replaced is text, "&name;". */
static enum ura_status
take_reference(struct xml *xml, struct ura_error *error)
{
    buf_clear(&xml->reference);
    buf_append_byte(&xml->reference, '&');
    buf_append_str(&xml->reference, view(xmlTextReaderConstName(xml->reader)));
    buf_append_byte(&xml->reference, ';');
    xml->event = XML_TEXT;
    xml->depth = xmlTextReaderDepth(xml->reader);
    xml->text = buf_str(&xml->reference);
    return xml->reference.failed ? error_memory(error) : URA_OK;
}

/* What the reader has come to; false for what is passed over. */
static bool
take_node(struct xml *xml, int type)
{
    xmlTextReaderPtr reader = xml->reader;

    xml->depth = xmlTextReaderDepth(reader);
    switch (type) {
    case XML_READER_TYPE_ELEMENT:
    case XML_READER_TYPE_END_ELEMENT:
        xml->event = type == XML_READER_TYPE_ELEMENT ? XML_START : XML_END;
        xml->name = view(xmlTextReaderConstLocalName(reader));
        xml->space = view(xmlTextReaderConstNamespaceUri(reader));
        xml->empty_end = xml->event == XML_START && xmlTextReaderIsEmptyElement(reader) == 1;
        return true;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        xml->event = XML_TEXT;
        xml->text = view(xmlTextReaderConstValue(reader));
        return true;
    default:
        return false;
    }
}

static enum ura_status
check_limits(const struct xml *xml, struct ura_error *error)
{
    size_t longest = ura_context_limit(xml->context, URA_LIMIT_LINE);
    enum ura_status status = URA_OK;

    if (xml->depth > XML_DEPTH_MAX)
        status =
            error_set(error, URA_TOO_LARGE,
                      "elements are nested deeper than %d; this is no document", XML_DEPTH_MAX);
    else if (xml->event == XML_TEXT && xml->text.len > longest && !xml->skipping)
        status = error_set(error, URA_TOO_LARGE,
                           "this text is longer than %zu bytes; raise --%s to read it", longest,
                           ura_limit_name(URA_LIMIT_LINE));
    if (status && error)
        error->line = xml->line;
    return status;
}

/*
 * The line of what the reader has come to. The parser itself is some hundred bytes ahead; a
 * node knows its line only up to 65,534, and the parser's is close enough behind that.
 */
static uint64_t
line_of(xmlTextReaderPtr reader)
{
    enum { NODE_LINES = 65535 };
    xmlNodePtr node = xmlTextReaderCurrentNode(reader);
    long line = node ? xmlGetLineNo(node) : 0;

    if (line > 0 && line < NODE_LINES)
        return (uint64_t)line;
    line = xmlTextReaderGetParserLineNumber(reader);
    return line > 0 ? (uint64_t)line : 0;
}

enum ura_status
xml_next(struct xml *xml, struct ura_error *error)
{
    if (xml->empty_end) {
        xml->empty_end = false;
        xml->event = XML_END;
        return URA_OK;
    }
    for (;;) {
        int result = xmlTextReaderRead(xml->reader), type;

        if (result < 0 || xml->failed)
            return fail(xml, error);
        if (result == 0)
            return URA_END;
        type = xmlTextReaderNodeType(xml->reader);
        xml->line = line_of(xml->reader);
        if (type == XML_READER_TYPE_ENTITY_REFERENCE)
            return take_reference(xml, error);
        if (take_node(xml, type))
            return check_limits(xml, error);
    }
}

enum ura_status
xml_skip(struct xml *xml, struct ura_error *error)
{
    int depth = xml->depth;
    enum ura_status status;

    xml->skipping = true;
    do
        status = xml_next(xml, error);
    while (!status && !(xml->event == XML_END && xml->depth == depth));
    xml->skipping = false;
    return status;
}

enum ura_status
xml_take_text(struct xml *xml, struct ura_buf *out, struct ura_error *error)
{
    int depth = xml->depth;
    enum ura_status status;

    do {
        status = xml_next(xml, error);
        if (!status && xml->event == XML_TEXT)
            buf_append_str(out, xml->text);
    } while (!status && !(xml->event == XML_END && xml->depth == depth));
    return !status && out->failed ? error_memory(error) : status;
}

/* Takes over VALUE. */
static struct ura_str
keep_value(xmlChar *value, struct ura_arena *arena)
{
    struct ura_str kept = {NULL, 0};

    if (value)
        kept = arena_copy(arena, view(value));
    xmlFree(value);
    return kept;
}

struct ura_str
xml_attribute(struct xml *xml, const char *name, struct ura_arena *arena)
{
    return keep_value(xmlTextReaderGetAttribute(xml->reader, (const xmlChar *)name), arena);
}

struct ura_str
xml_attribute_in(struct xml *xml, const char *name, const char *space, struct ura_arena *arena)
{
    return keep_value(
        xmlTextReaderGetAttributeNs(xml->reader, (const xmlChar *)name, (const xmlChar *)space),
        arena);
}

/* Whether the attribute NAME is one of the document's own format or of XML itself. */
static bool
is_own_attribute(const char *name)
{
    const char *colon = strchr(name, ':');

    return strcmp(name, "xmlns") != 0 && (!colon || strncmp(name, "xml:", 4) == 0);
}

static void
append_tag(struct xml *xml, bool bare, struct ura_buf *out)
{
    xmlTextReaderPtr reader = xml->reader;

    if (xml->event == XML_END && xml->written_empty) {
        xml->written_empty = false;
        return;
    }
    buf_append_text(out, xml->event == XML_END ? "</" : "<");
    buf_append_str(out, bare ? xml->name : view(xmlTextReaderConstName(reader)));
    while (xml->event == XML_START && xmlTextReaderMoveToNextAttribute(reader) == 1) {
        const char *name = (const char *)xmlTextReaderConstName(reader);

        if (!bare || is_own_attribute(name))
            buf_append_xml_attribute(out, name, view(xmlTextReaderConstValue(reader)));
    }
    if (xml->event == XML_START)
        xmlTextReaderMoveToElement(reader);
    xml->written_empty = xml->event == XML_START && xml->empty_end;
    buf_append_text(out, xml->written_empty ? "/>" : ">");
}

bool
xml_next_attribute(struct xml *xml, struct xml_attribute *out)
{
    xmlTextReaderPtr reader = xml->reader;

    while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
        if (xmlTextReaderIsNamespaceDecl(reader) == 1)
            continue;
        *out = (struct xml_attribute){.name = view(xmlTextReaderConstLocalName(reader)),
                                      .space = view(xmlTextReaderConstNamespaceUri(reader)),
                                      .value = view(xmlTextReaderConstValue(reader))};
        return true;
    }
    xmlTextReaderMoveToElement(reader);
    return false;
}

void
xml_append_tag(struct xml *xml, struct ura_buf *out)
{
    append_tag(xml, false, out);
}

void
xml_append_bare_tag(struct xml *xml, struct ura_buf *out)
{
    append_tag(xml, true, out);
}

enum ura_status
xml_refuse(const struct xml *xml, const char *message, struct ura_error *error)
{
    error_set(error, URA_SYNTAX, "%s", message);
    if (error)
        error->line = xml->line;
    return URA_SYNTAX;
}

void
xml_close(struct xml *xml)
{
    if (xml->reader)
        xmlFreeTextReader(xml->reader);
    buf_release(&xml->reference);
    *xml = (struct xml){0};
}
