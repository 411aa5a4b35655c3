/* po_write.c - PO files that msgfmt takes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/po.h"

#include <stdlib.h>

#include "formats/seen.h"
#include "formats/text_lines.h"

static void
append_escaped(struct ura_buf *buf, struct ura_str text)
{
    static const char signs[] = "\n\t\r\a\b\f\v\\\"", letters[] = "ntrabfv\\\"";

    buf_append_byte(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        const char *sign = text.ptr[i] ? strchr(signs, text.ptr[i]) : NULL;

        if (sign) {
            buf_append_byte(buf, '\\');
            buf_append_byte(buf, letters[sign - signs]);
        } else if (text.ptr[i]) {
            buf_append_byte(buf, text.ptr[i]);
        }
    }
    buf_append_byte(buf, '"');
}

/* KEYWORD and TEXT; a text of several lines begins on the next and takes one a line. */
static void
append_string(struct ura_buf *buf, struct ura_str keyword, struct ura_str text)
{
    const char *end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;

    buf_append_str(buf, keyword);
    buf_append_byte(buf, ' ');
    if (!end || end + 1 == text.ptr + text.len) {
        append_escaped(buf, text);
        buf_append_byte(buf, '\n');
        return;
    }
    buf_append_text(buf, "\"\"\n");
    while (text.len) {
        size_t len;

        end = memchr(text.ptr, '\n', text.len);
        len = end ? (size_t)(end + 1 - text.ptr) : text.len;
        append_escaped(buf, ura_str_slice(text, 0, len));
        buf_append_byte(buf, '\n');
        text = ura_str_slice(text, len, text.len);
    }
}

/* TEXT as comment lines with SIGN; NAME, if it is one, stands before its first line. */
static void
append_comment(struct ura_buf *buf, char sign, struct ura_str name, struct ura_str text)
{
    struct ura_str line;

    while (head_take_line(&text, &line)) {
        buf_append_byte(buf, '#');
        if (sign != ' ')
            buf_append_byte(buf, sign);
        buf_append_byte(buf, ' ');
        if (name.len) {
            buf_append_str(buf, name);
            buf_append_text(buf, ": ");
            name.len = 0;
        }
        /* "# ." would be read as another kind of comment without the blank; the blank is there.
         */
        buf_append_cell(buf, line);
        buf_append_byte(buf, '\n');
    }
}

static int
comment_of(struct ura_str name)
{
    for (int i = 0; i < PO_COMMENT_COUNT; i++)
        if (ura_str_equal(name, ura_str_from(po_properties[i])))
            return i;
    return -1;
}

static bool
is_string(struct ura_str name)
{
    return ura_str_equal(name, URA_STR(PO_CONTEXT)) ||
           ura_str_equal(name, URA_STR(PO_PLURAL)) ||
           (name.len > strlen(PO_FORM) && memcmp(name.ptr, PO_FORM, strlen(PO_FORM)) == 0);
}

/* In gettext's order; what PO does not know is an extracted comment with its name. */
static void
append_comments(struct ura_buf *buf, const struct ura_unit *unit)
{
    bool fuzzy = unit->state == URA_STATE_DRAFT || unit->state == URA_STATE_REJECTED;

    for (int kind = 0; kind < PO_COMMENT_COUNT; kind++) {
        if (kind == PO_FLAGS && fuzzy)
            buf_append_text(buf, "#, fuzzy\n");
        for (size_t i = 0; i < unit->property_count; i++) {
            const struct ura_property *property = &unit->properties[i];
            int of = comment_of(property->name);

            if (of == kind)
                append_comment(buf, po_signs[kind], URA_STR(""), property->value);
            else if (of < 0 && kind == PO_EXTRACTED && !is_string(property->name))
                append_comment(buf, po_signs[kind], property->name, property->value);
        }
    }
}

static struct ura_str
find_property(const struct ura_property *properties, size_t count, struct ura_str name)
{
    for (size_t i = 0; i < count; i++)
        if (ura_str_equal(properties[i].name, name))
            return properties[i].value;
    return (struct ura_str){NULL, 0};
}

/* The context that sets this unit apart from all before it, its own or one of ours: an entry
 * that stands twice is an error, and news repeats its sentences. */
static enum ura_status
append_context(struct ura_unit_writer *writer, const struct ura_unit *unit,
               struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf, key = {0};
    struct ura_str own =
        find_property(unit->properties, unit->property_count, URA_STR(PO_CONTEXT));
    struct ura_buf context = {0};
    bool has_context = own.ptr != NULL, known = false;

    buf_append_str(&context, own);
    /* An entry without msgid and context would be the header. */
    for (size_t copy = writer->count + 1; !key.failed; copy++) {
        buf_clear(&key);
        buf_append_str(&key, buf_str(&context));
        buf_append_byte(&key, has_context ? '\x04' : '\x05'); /* 4 is gettext's own */
        buf_append_str(&key, unit->source);
        if (key.failed || context.failed || !seen_take(writer->state, buf_str(&key), &known))
            break;
        if (!known && (has_context || unit->source.len))
            break;
        buf_clear(&context);
        buf_append_str(&context, own);
        buf_append_text(&context, own.len ? " ura-" : "ura-");
        buf_append_unsigned(&context, copy);
        has_context = true;
        known = true;
    }
    if (has_context)
        append_string(buf, URA_STR("msgctxt"), buf_str(&context));
    known = key.failed || context.failed;
    buf_release(&key);
    buf_release(&context);
    return known ? error_memory(error) : URA_OK;
}

enum ura_status
po_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    static const char *const ours[] = {"Language", "MIME-Version", "Content-Type",
                                       "Content-Transfer-Encoding", "X-Source-Language"};
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf, text = {0};
    bool po = strcmp(header->format, "po") == 0;

    writer->state = calloc(1, sizeof(struct seen));
    if (!writer->state)
        return error_memory(error);
    for (size_t i = 0; i < header->property_count; i++) {
        const struct ura_property *property = &header->properties[i];
        int comment = comment_of(property->name);
        bool known = false;

        for (size_t k = 0; k < sizeof ours / sizeof *ours; k++)
            known |= ura_str_equal(property->name, ura_str_from(ours[k]));
        if (comment >= 0)
            append_comment(buf, po_signs[comment], URA_STR(""), property->value);
        else if (!po)
            append_comment(buf, ' ', property->name, property->value);
        else if (!known) {
            buf_append_str(&text, property->name);
            buf_append_text(&text, ": ");
            buf_append_cell(&text, property->value);
            buf_append_byte(&text, '\n');
        }
    }
    if (!po)
        buf_append_text(&text, "Project-Id-Version: ura\nLast-Translator: none\n"
                               "Language-Team: none\n");
    buf_append_text(&text, "Language: ");
    buf_append_cell(&text, header->target_language);
    buf_append_text(&text, "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                           "Content-Transfer-Encoding: 8bit\n");
    if (header->source_language.len) {
        buf_append_text(&text, "X-Source-Language: ");
        buf_append_cell(&text, header->source_language);
        buf_append_byte(&text, '\n');
    }
    append_string(buf, URA_STR("msgid"), URA_STR(""));
    append_string(buf, URA_STR("msgstr"), buf_str(&text));
    if (text.failed)
        buf->failed = true;
    buf_release(&text);
    return buf->failed ? error_memory(error) : URA_OK;
}

/* The forms of a plural beside the first; msgfmt wants none or all that the header counts. */
static void
append_forms(struct ura_buf *buf, const struct ura_unit *unit, struct ura_str plural)
{
    append_string(buf, URA_STR(PO_PLURAL), plural);
    append_string(buf, URA_STR(PO_FORM "0]"), unit->target);
    for (size_t i = 0; i < unit->property_count; i++) {
        struct ura_str name = unit->properties[i].name;

        if (is_string(name) && *name.ptr == 'm' && memcmp(name.ptr, PO_FORM, 7) == 0)
            append_string(buf, name, unit->properties[i].value);
    }
}

/* msgfmt wants line ends at both ends of both texts or of none. */
static bool
edges_differ(struct ura_str source, struct ura_str target)
{
    return (source.ptr[0] == '\n') != (target.ptr[0] == '\n') ||
           (source.ptr[source.len - 1] == '\n') != (target.ptr[target.len - 1] == '\n');
}

static struct ura_str
without_edges(struct ura_str text)
{
    while (text.len && text.ptr[0] == '\n')
        text = ura_str_slice(text, 1, text.len);
    while (text.len && text.ptr[text.len - 1] == '\n')
        text.len--;
    return text;
}

enum ura_status
po_write_unit(struct ura_unit_writer *writer, const struct ura_unit *given,
              struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    struct ura_unit unit = *given;
    struct ura_str plural;
    enum ura_status status;

    if (unit.kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    if (unit.source.len && unit.target.len && edges_differ(unit.source, unit.target)) {
        losses_add(&writer->losses, "line ends at the end of a text", 1);
        unit.source = without_edges(unit.source);
        unit.target = without_edges(unit.target);
    }
    if (unit.state >= URA_STATE_REVIEWED)
        losses_add(&writer->losses, "states that are not just fuzzy or translated", 1);
    buf_append_byte(buf, '\n');
    append_comments(buf, &unit);
    status = append_context(writer, &unit, error);
    if (status)
        return status;
    append_string(buf, URA_STR("msgid"), unit.source);
    plural = find_property(unit.properties, unit.property_count, URA_STR(PO_PLURAL));
    if (plural.ptr)
        append_forms(buf, &unit, plural);
    else
        append_string(buf, URA_STR("msgstr"), unit.target);
    return buf->failed ? error_memory(error) : URA_OK;
}

enum ura_status
po_write_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    (void)whole;
    (void)error;
    if (writer->state)
        seen_release(writer->state);
    free(writer->state);
    return URA_OK;
}
