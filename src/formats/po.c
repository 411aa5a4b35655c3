/* po.c - gettext's PO files, read as a stream of entries. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/po.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "formats/properties.h"
#include "formats/text_lines.h"

enum {
    HEAD_BYTES = 16 << 10, /* bytes in which the header says its charset */
    CHARSET_MAX = 32
};

struct po {
    struct po_parser parser;
    struct property_list properties;
    char charset[CHARSET_MAX];
    bool has_entry; /* the parser's was read to know the header, and is none */
    bool ended;
};

static bool
begins_with(struct ura_str line, const char *word)
{
    size_t len = strlen(word);

    return line.len >= len && memcmp(line.ptr, word, len) == 0 &&
           (line.len == len || strchr(" \t\"[", line.ptr[len]));
}

static struct ura_str
without_blanks(struct ura_str line)
{
    while (line.len && strchr(" \t\r\f", *line.ptr))
        line = ura_str_slice(line, 1, line.len);
    return line;
}

/* 80 where the first line that is no comment begins an entry; 75 where a header lost its own.
 */
static int
bid(struct ura_str head, const char *name)
{
    char bytes[HEAD_BYTES];
    struct ura_str rest = {bytes, head_narrow(head, bytes, sizeof bytes)}, line;
    size_t name_len = name ? strlen(name) : 0, keywords = 0;
    int sure = 0;
    bool first = true;

    if ((name_len > 3 && strcasecmp(name + name_len - 3, ".po") == 0) ||
        (name_len > 4 && strcasecmp(name + name_len - 4, ".pot") == 0))
        sure = 60;
    while (head_take_line(&rest, &line)) {
        bool obsolete;

        line = without_blanks(line);
        obsolete = begins_with(line, "#~");
        if (obsolete)
            line = without_blanks(ura_str_slice(line, 2, line.len));
        if (!line.len || (*line.ptr == '#' && !obsolete))
            continue;
        if (first && (begins_with(line, "msgid") || begins_with(line, "msgctxt") ||
                      begins_with(line, "domain")))
            sure = 80;
        else if (first && *line.ptr != '"')
            return sure;
        first = false;
        keywords |= (size_t)begins_with(line, "msgid") | (size_t)begins_with(line, "msgstr")
                                                             << 1;
    }
    return keywords == 3 && sure < 80 ? 75 : keywords ? sure : sure == 60 ? 60 : 0;
}

/* What HEAD says of its charset into OUT; false where it does not, or as a template does. */
static bool
find_charset(struct ura_str head, char out[CHARSET_MAX])
{
    static const char word[] = "charset=";
    const char *at = head.len ? memmem(head.ptr, head.len, word, sizeof word - 1) : NULL;
    size_t len = 0;

    if (!at)
        return false;
    at += sizeof word - 1;
    while (at + len < head.ptr + head.len && len + 1 < CHARSET_MAX &&
           !strchr("\\\" \t\r\n;", at[len]))
        len++;
    snprintf(out, CHARSET_MAX, "%.*s", (int)len, at);
    return len > 0 && strcasecmp(out, "CHARSET") != 0;
}

static bool
has_mark(struct ura_str head)
{
    return head.len >= 3 &&
           (memcmp(head.ptr, "\xef\xbb\xbf", 3) == 0 || memcmp(head.ptr, "\xff\xfe", 2) == 0 ||
            memcmp(head.ptr, "\xfe\xff", 2) == 0);
}

/* Opens the lines in the charset that was asked for, that a mark or the header says, or that
 * they look like. */
static enum ura_status
open_lines(struct ura_units *units, struct ura_error *error)
{
    struct po *po = units->state;
    const char *encoding = units->options.encoding;
    struct ura_str head;
    struct decoder known;
    enum ura_status status = ura_input_peek(units->input, HEAD_BYTES, &head, error);

    if (status)
        return status;
    if (!encoding && !has_mark(head) && find_charset(head, po->charset)) {
        encoding = po->charset;
        if (decoder_open(units->context, encoding, &known, NULL) == URA_NOT_FOUND) {
            context_report(units->context, URA_REPORT_NOTE,
                           "%s: there is no charset %s; what it is in was found by looking",
                           units->options.name, po->charset);
            encoding = NULL;
        }
        decoder_release(&known);
    }
    return raw_lines_open(units, encoding, &po->parser.lines, error);
}

static enum ura_status
add_comments(struct po *po, struct ura_error *error)
{
    const struct po_entry *entry = &po->parser.entry;

    for (size_t i = 0; i < PO_COMMENT_COUNT; i++)
        if (entry->comments[i].len &&
            !property_add(&po->properties, URA_SIDE_UNIT, ura_str_from(po_properties[i]),
                          buf_str(&entry->comments[i])))
            return error_memory(error);
    return URA_OK;
}

/* The header's lines, "Name: value", as properties of the file; its comments too. */
static enum ura_status
take_header(struct ura_units *units, struct ura_error *error)
{
    struct po *po = units->state;
    struct ura_arena *arena = &units->header_arena;
    struct ura_str rest = po_entry_text(&po->parser.entry, &po->parser.entry.forms[0]), line;

    for (size_t i = 0; i < PO_COMMENT_COUNT; i++) {
        struct ura_str text = buf_str(&po->parser.entry.comments[i]);

        if (text.len && i != PO_FLAGS)
            property_add(&po->properties, URA_SIDE_UNIT, ura_str_from(po_properties[i]),
                         arena_copy(arena, text));
    }
    while (head_take_line(&rest, &line)) {
        const char *colon = line.len ? memchr(line.ptr, ':', line.len) : NULL;
        size_t at = colon ? (size_t)(colon - line.ptr) : 0;
        struct ura_str name, value;

        if (!at)
            continue;
        name = arena_copy(arena, ura_str_slice(line, 0, at));
        value = arena_copy(arena, without_blanks(ura_str_slice(line, at + 1, line.len)));
        property_add(&po->properties, URA_SIDE_UNIT, name, value);
        if (ura_str_equal(name, URA_STR("Language")))
            units->header.target_language = value;
        else if (ura_str_equal(name, URA_STR("X-Source-Language")))
            units->header.source_language = value;
    }
    return property_keep(&po->properties, arena, &units->header.properties,
                         &units->header.property_count, error);
}

static bool
is_header(const struct po_entry *entry)
{
    return !entry->context.there && !po_entry_text(entry, &entry->id).len;
}

/* The first entry is the header; there may be none. */
static enum ura_status
open_po(struct ura_units *units, struct ura_error *error)
{
    struct po *po = calloc(1, sizeof *po);
    enum ura_status status;

    units->state = po;
    if (!po)
        return error_memory(error);
    status = open_lines(units, error);
    if (!status)
        status = po_parse_entry(&po->parser, error);
    if (status == URA_END) {
        po->ended = true;
        losses_add(&units->losses, "entries no longer used (#~)", po->parser.obsolete);
        return URA_OK;
    }
    if (status)
        return status;
    po->has_entry = !is_header(&po->parser.entry);
    return po->has_entry ? URA_OK : take_header(units, error);
}

/* Takes "fuzzy" out of FLAGS; whether it was there. */
static bool
take_fuzzy(struct ura_buf *flags)
{
    const char *at = flags->len ? memmem(flags->ptr, flags->len, "fuzzy", 5) : NULL;
    size_t start, end;

    if (!at)
        return false;
    start = (size_t)(at - flags->ptr);
    end = start + 5;
    while (end < flags->len && strchr(", \n", flags->ptr[end]))
        end++;
    memmove(flags->ptr + start, flags->ptr + end, flags->len - end);
    flags->len -= end - start;
    while (flags->len && strchr(", \n", flags->ptr[flags->len - 1]))
        flags->len--;
    return true;
}

/* Context, plural and its forms are properties: the unit's texts are msgid and msgstr[0]. */
static enum ura_status
add_strings(struct ura_units *units, struct ura_error *error)
{
    struct po *po = units->state;
    const struct po_entry *entry = &po->parser.entry;

    if (entry->context.there)
        property_add(&po->properties, URA_SIDE_UNIT, URA_STR(PO_CONTEXT),
                     po_entry_text(entry, &entry->context));
    if (entry->plural.there)
        property_add(&po->properties, URA_SIDE_SOURCE, URA_STR(PO_PLURAL),
                     po_entry_text(entry, &entry->plural));
    for (size_t i = 1; i < PO_PLURALS_MAX; i++) {
        char name[16];
        int len = snprintf(name, sizeof name, PO_FORM "%zu]", i);

        if (entry->forms[i].there)
            property_add(&po->properties, URA_SIDE_TARGET,
                         arena_copy(&units->unit_arena, (struct ura_str){name, (size_t)len}),
                         po_entry_text(entry, &entry->forms[i]));
    }
    return po->properties.failed ? error_memory(error) : URA_OK;
}

static enum ura_status
make_unit(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct po *po = units->state;
    struct po_entry *entry = &po->parser.entry;
    enum ura_status status;
    bool fuzzy = take_fuzzy(&entry->comments[PO_FLAGS]);

    po->properties.count = 0;
    status = add_comments(po, error);
    if (!status)
        status = add_strings(units, error);
    if (status)
        return status;
    out->line = entry->line;
    out->source = po_entry_text(entry, &entry->id);
    out->target = po_entry_text(entry, &entry->forms[0]);
    out->has_target = out->target.len > 0;
    out->state = !out->has_target ? URA_STATE_UNTRANSLATED
                 : fuzzy          ? URA_STATE_DRAFT
                                  : URA_STATE_TRANSLATED;
    out->properties = po->properties.items;
    out->property_count = po->properties.count;
    return URA_OK;
}

/* Files that were glued together have further headers. */
static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct po *po = units->state;
    enum ura_status status = URA_OK;

    if (po->ended)
        return URA_END;
    if (po->has_entry) {
        po->has_entry = false;
        return make_unit(units, out, error);
    }
    while (!(status = po_parse_entry(&po->parser, error)) && is_header(&po->parser.entry))
        losses_add(&units->losses, "further headers", 1);
    if (!status)
        return make_unit(units, out, error);
    po->ended = true;
    losses_add(&units->losses, "entries no longer used (#~)", po->parser.obsolete);
    return status;
}

static void
close_po(struct ura_units *units)
{
    struct po *po = units->state;

    if (!po)
        return;
    po_parser_release(&po->parser);
    property_release(&po->properties);
    free(po);
}

const struct ura_format format_po = {
    .name = "po",
    .summary = "gettext's PO: msgid and msgstr with comments, contexts, plural forms",
    .holds = "pairs, target language, notes and other comments, fuzzy or not, line ends",
    .loses = "ids, scores, other states; entries no longer used",
    .room = URA_ROOM_TARGET | URA_ROOM_LANGUAGE | URA_ROOM_STATE | URA_ROOM_PROPERTIES |
            URA_ROOM_LINES,
    .content = URA_CONTENT_PAIRS,
    .bid = bid,
    .open = open_po,
    .next = next,
    .close = close_po,
    .begin = po_write_begin,
    .write = po_write_unit,
    .end = po_write_end,
};
