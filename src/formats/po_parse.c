/* po_parse.c - the entries of a PO file: comments, keywords, strings. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/po.h"

const char po_signs[PO_COMMENT_COUNT] = {
    [PO_NOTE] = ' ',  [PO_EXTRACTED] = '.', [PO_REFERENCE] = ':',
    [PO_FLAGS] = ',', [PO_PREVIOUS] = '|',
};

const char *const po_properties[PO_COMMENT_COUNT] = {
    [PO_NOTE] = "note",   [PO_EXTRACTED] = "extracted", [PO_REFERENCE] = "reference",
    [PO_FLAGS] = "flags", [PO_PREVIOUS] = "previous",
};

enum ura_status
po_refuse(size_t line, const char *message, struct ura_error *error)
{
    error_set(error, URA_SYNTAX, "%s", message);
    if (error)
        error->line = line;
    return URA_SYNTAX;
}

struct ura_str
po_entry_text(const struct po_entry *entry, const struct po_string *string)
{
    if (!string->there || !entry->text.ptr)
        return URA_STR("");
    return ura_str_slice(buf_str(&entry->text), string->start, string->start + string->len);
}

static void
clear_comments(struct po_entry *entry)
{
    for (size_t i = 0; i < PO_COMMENT_COUNT; i++)
        buf_clear(&entry->comments[i]);
}

static void
clear_entry(struct po_entry *entry)
{
    buf_clear(&entry->text);
    clear_comments(entry);
    entry->context = entry->id = entry->plural = (struct po_string){0};
    memset(entry->forms, 0, sizeof entry->forms);
    entry->line = 0;
}

static bool
has_form(const struct po_entry *entry)
{
    for (size_t i = 0; i < PO_PLURALS_MAX; i++)
        if (entry->forms[i].there)
            return true;
    return false;
}

static size_t
skip_blanks(struct ura_str line, size_t at)
{
    while (at < line.len && strchr(" \t\r\f\v", line.ptr[at]) && line.ptr[at])
        at++;
    return at;
}

static bool
is_word_sign(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_';
}

/* The keyword at *AT of LINE; moves *AT behind it. */
static struct ura_str
take_word(struct ura_str line, size_t *at)
{
    size_t start = *at;

    while (*at < line.len && is_word_sign(line.ptr[*at]))
        ++*at;
    return ura_str_slice(line, start, *at);
}

/* The "[2]" at *AT, 0 where there is none; PO_PLURALS_MAX if it is too large or broken. */
static size_t
take_index(struct ura_str line, size_t *at)
{
    size_t digits = *at + 1, end = digits;
    unsigned long long index;

    if (*at == line.len || line.ptr[*at] != '[')
        return 0;
    while (end < line.len && line.ptr[end] >= '0' && line.ptr[end] <= '9')
        end++;
    if (end == line.len || line.ptr[end] != ']' ||
        !number_parse_unsigned(ura_str_slice(line, digits, end), &index) ||
        index >= PO_PLURALS_MAX)
        return PO_PLURALS_MAX;
    *at = end + 1;
    return (size_t)index;
}

/* Begins STRING of the entry, which must not be there yet. */
static enum ura_status
begin_string(struct po_parser *parser, struct po_string *string, struct ura_error *error)
{
    struct po_entry *entry = &parser->entry;

    if (string->there)
        return po_refuse(parser->lines.line,
                         "this string is there twice in one entry; an entry has one msgid and "
                         "one msgstr (or msgstr[0], msgstr[1] ...)",
                         error);
    *string = (struct po_string){.start = entry->text.len, .there = true};
    if (!entry->line)
        entry->line = parser->lines.line;
    parser->into = string;
    return URA_OK;
}

static enum ura_status
take_keyword(struct po_parser *parser, struct ura_str line, size_t *at, struct ura_error *error)
{
    struct po_entry *entry = &parser->entry;
    struct ura_str word = take_word(line, at);
    size_t index;

    if (ura_str_equal(word, URA_STR("domain"))) {
        parser->into = NULL;
        *at = line.len;
        return URA_OK;
    }
    if (ura_str_equal(word, URA_STR("msgctxt")))
        return begin_string(parser, &entry->context, error);
    if (ura_str_equal(word, URA_STR("msgid")))
        return begin_string(parser, &entry->id, error);
    if (!entry->id.there && (ura_str_equal(word, URA_STR("msgid_plural")) ||
                             ura_str_equal(word, URA_STR("msgstr"))))
        return po_refuse(parser->lines.line, "msgstr without a msgid before it", error);
    if (ura_str_equal(word, URA_STR("msgid_plural")))
        return begin_string(parser, &entry->plural, error);
    if (!ura_str_equal(word, URA_STR("msgstr")))
        return po_refuse(parser->lines.line,
                         "neither a comment (#), a keyword (msgctxt, msgid, msgid_plural, "
                         "msgstr) nor a string in quotes",
                         error);
    index = take_index(line, at);
    if (index == PO_PLURALS_MAX)
        return po_refuse(parser->lines.line, "a plural form is msgstr[0] to msgstr[7]", error);
    return begin_string(parser, &entry->forms[index], error);
}

static enum ura_status
take_line(struct po_parser *parser, struct ura_str line, struct ura_error *error)
{
    struct po_entry *entry = &parser->entry;
    enum ura_status status = URA_OK;
    size_t at = 0;

    while (!status && (at = skip_blanks(line, at)) < line.len) {
        if (line.ptr[at] != '"') {
            status = take_keyword(parser, line, &at, error);
        } else if (!parser->into) {
            status = po_refuse(parser->lines.line,
                               "a string without a keyword (msgid, msgstr) before it", error);
        } else {
            status = po_take_string(&parser->lines, line, &at, &entry->text, error);
            parser->into->len = entry->text.len - parser->into->start;
        }
    }
    return status;
}

/* A line that begins with a # at START. */
static void
take_comment(struct po_parser *parser, struct ura_str line)
{
    struct po_entry *entry = &parser->entry;
    enum po_comment kind = PO_NOTE;
    size_t at = 1;

    for (size_t i = PO_EXTRACTED; i < PO_COMMENT_COUNT; i++)
        if (line.len > 1 && line.ptr[1] == po_signs[i])
            kind = (enum po_comment)i;
    at += kind != PO_NOTE;
    /* One blank stands between sign and text. */
    at += at < line.len && line.ptr[at] == ' ';
    if (entry->comments[kind].len)
        buf_append_byte(&entry->comments[kind], '\n');
    buf_append_str(&entry->comments[kind], ura_str_slice(line, at, line.len));
}

/* "#~ msgid ..." and what goes on with it: an entry that is no longer used. */
static void
pass_obsolete(struct po_parser *parser, struct ura_str line)
{
    size_t at = skip_blanks(line, 2);

    if (ura_str_equal(take_word(line, &at), URA_STR("msgid")))
        parser->obsolete++;
    clear_comments(&parser->entry);
}

/* Whether LINE, without blanks at its start, belongs to an entry after the one at hand. */
static bool
begins_entry(const struct po_entry *entry, struct ura_str line)
{
    size_t at = 0;
    struct ura_str word;

    if (!has_form(entry))
        return false;
    if (line.ptr[0] == '#')
        return true;
    word = take_word(line, &at);
    return ura_str_equal(word, URA_STR("msgid")) || ura_str_equal(word, URA_STR("msgctxt")) ||
           ura_str_equal(word, URA_STR("domain"));
}

static enum ura_status
end_entry(struct po_parser *parser, struct ura_error *error)
{
    struct po_entry *entry = &parser->entry;
    bool failed = entry->text.failed;

    for (size_t i = 0; i < PO_COMMENT_COUNT; i++)
        failed |= entry->comments[i].failed;
    if (failed)
        return error_memory(error);
    if (!has_form(entry))
        return po_refuse(entry->line,
                         "this entry has no msgstr; give it one, empty where there is no "
                         "translation",
                         error);
    return URA_OK;
}

enum ura_status
po_parse_entry(struct po_parser *parser, struct ura_error *error)
{
    struct po_entry *entry = &parser->entry;
    enum ura_status status = URA_OK;

    clear_entry(entry);
    parser->into = NULL;
    for (;;) {
        struct ura_str line = parser->line;

        if (!parser->has_line)
            status = raw_lines_next(&parser->lines, &line, error);
        parser->has_line = false;
        if (status == URA_END)
            return entry->line ? end_entry(parser, error) : URA_END;
        if (status)
            return status;
        line = ura_str_slice(line, skip_blanks(line, 0), line.len);
        if (!line.len)
            continue;
        if (begins_entry(entry, line)) {
            parser->line = line;
            parser->has_line = true;
            return end_entry(parser, error);
        }
        if (line.ptr[0] != '#')
            status = take_line(parser, line, error);
        else if (line.len > 1 && line.ptr[1] == '~')
            pass_obsolete(parser, line);
        else
            take_comment(parser, line);
        if (status)
            return status;
    }
}

void
po_parser_release(struct po_parser *parser)
{
    raw_lines_close(&parser->lines);
    buf_release(&parser->entry.text);
    for (size_t i = 0; i < PO_COMMENT_COUNT; i++)
        buf_release(&parser->entry.comments[i]);
}
