/* scan.c - a line of a report read back, as far as a later run needs it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/record.h"

/*
 * A report may have gone through another tool: fields may stand in another order and letters
 * behind \u. What is looked for stands on the top level of the object; the rest is passed over.
 */
struct scanner {
    const char *at;
    const char *end;
};

static void
pass_blanks(struct scanner *scanner)
{
    while (scanner->at < scanner->end && (*scanner->at == ' ' || *scanner->at == '\t'))
        scanner->at++;
}

static bool
take_byte(struct scanner *scanner, char byte)
{
    pass_blanks(scanner);
    if (scanner->at == scanner->end || *scanner->at != byte)
        return false;
    scanner->at++;
    return true;
}

/* Takes a string; *OUT is what stands between the quotation marks, escapes as they are. */
static bool
take_string(struct scanner *scanner, struct ura_str *out)
{
    const char *start;

    if (!take_byte(scanner, '"'))
        return false;
    for (start = scanner->at; scanner->at < scanner->end; scanner->at++) {
        if (*scanner->at == '\\') {
            if (++scanner->at == scanner->end)
                return false;
        } else if (*scanner->at == '"') {
            *out = (struct ura_str){start, (size_t)(scanner->at++ - start)};
            return true;
        }
    }
    return false;
}

/* Takes any value: *OUT is its text, without the quotation marks of a string. */
static bool
take_value(struct scanner *scanner, struct ura_str *out)
{
    const char *start;
    int depth = 0;

    pass_blanks(scanner);
    if (scanner->at < scanner->end && *scanner->at == '"')
        return take_string(scanner, out);
    for (start = scanner->at; scanner->at < scanner->end; scanner->at++) {
        char c = *scanner->at;
        struct ura_str inner;

        if (depth == 0 && (c == ',' || c == '}' || c == ' '))
            break;
        if (c == '"') {
            if (!take_string(scanner, &inner))
                return false;
            scanner->at--;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            scanner->at++;
            break;
        }
    }
    *out = (struct ura_str){start, (size_t)(scanner->at - start)};
    return depth == 0 && out->len > 0;
}

/* Four or sixteen hexadecimal digits. */
static bool
parse_hex(const char *digits, size_t count, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        char c = digits[i];
        int value = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;

        if (value < 0)
            return false;
        *out = *out << 4 | (uint64_t)value;
    }
    return true;
}

static void
append_character(struct ura_buf *buf, uint64_t character)
{
    if (character < 0x80) {
        buf_append_byte(buf, (char)character);
    } else if (character < 0x800) {
        buf_append_byte(buf, (char)(0xC0 | character >> 6));
        buf_append_byte(buf, (char)(0x80 | (character & 0x3F)));
    } else if (character < 0x10000) {
        buf_append_byte(buf, (char)(0xE0 | character >> 12));
        buf_append_byte(buf, (char)(0x80 | (character >> 6 & 0x3F)));
        buf_append_byte(buf, (char)(0x80 | (character & 0x3F)));
    } else {
        buf_append_byte(buf, (char)(0xF0 | character >> 18));
        buf_append_byte(buf, (char)(0x80 | (character >> 12 & 0x3F)));
        buf_append_byte(buf, (char)(0x80 | (character >> 6 & 0x3F)));
        buf_append_byte(buf, (char)(0x80 | (character & 0x3F)));
    }
}

/* The bytes that \u at TEXT[AT] and, of a pair of surrogates, the next one take; 0: none. */
static size_t
take_escape(struct ura_str text, size_t at, struct ura_buf *out)
{
    uint64_t first, second;

    if (at + 6 > text.len || !parse_hex(text.ptr + at + 2, 4, &first))
        return 0;
    if (first < 0xD800 || first > 0xDFFF) {
        append_character(out, first);
        return 6;
    }
    if (first > 0xDBFF || at + 12 > text.len || memcmp(text.ptr + at + 6, "\\u", 2) != 0 ||
        !parse_hex(text.ptr + at + 8, 4, &second) || second < 0xDC00 || second > 0xDFFF)
        return 0;
    append_character(out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
    return 12;
}

/* TEXT, a string's inside, without its escapes. A name has no control characters. */
static bool
unescape(struct ura_str text, struct ura_buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < text.len;) {
        size_t len = 1;

        if (text.ptr[i] != '\\') {
            buf_append_byte(out, text.ptr[i]);
        } else if (text.ptr[i + 1] == 'u') {
            len = take_escape(text, i, out);
            if (len == 0)
                return false;
        } else {
            buf_append_byte(out, text.ptr[i + 1]);
            len = 2;
        }
        i += len;
    }
    return !out->failed;
}

/* NAME from its last full stop on: formats are called by plain letters, behind no escape. */
static struct ura_str
last_suffix(struct ura_str name)
{
    size_t at = name.len;

    while (at > 0 && name.ptr[at - 1] != '.')
        at--;
    return ura_str_slice(name, at ? at - 1 : 0, name.len);
}

/* Puts VALUE, which stands under KEY, where it belongs; false if it is not as we write it. */
static bool
note_field(struct ura_str key, struct ura_str value, struct ura_buf *scratch,
           struct record_line *out)
{
    unsigned long long number;

    if (ura_str_equal(key, URA_STR("record"))) {
        out->is_pair = ura_str_equal(value, URA_STR("pair"));
        out->is_head = ura_str_equal(value, URA_STR("batch"));
    } else if (ura_str_equal(key, URA_STR("name"))) {
        if (!unescape(value, scratch))
            return false;
        out->name = buf_str(scratch);
    } else if (ura_str_equal(key, URA_STR("status"))) {
        out->done = ura_str_equal(value, URA_STR("done"));
    } else if (ura_str_equal(key, URA_STR("key"))) {
        return value.len == 16 && parse_hex(value.ptr, 16, &out->key);
    } else if (ura_str_equal(key, URA_STR("result"))) {
        out->suffix = last_suffix(value);
    } else if (ura_str_equal(key, URA_STR("pairs"))) {
        if (!number_parse_unsigned(value, &number))
            return false;
        out->pairs = (size_t)number;
    } else if (ura_str_equal(key, URA_STR("bytes"))) {
        if (!number_parse_unsigned(value, &number))
            return false;
        out->result_bytes = (size_t)number;
    }
    return true;
}

bool
record_scan(struct ura_str line, struct ura_buf *scratch, struct record_line *out)
{
    struct scanner scanner = {line.ptr, line.ptr + line.len};
    struct ura_str key, value;

    *out = (struct record_line){.is_pair = false};
    if (!take_byte(&scanner, '{'))
        return false;
    do {
        if (!take_string(&scanner, &key) || !take_byte(&scanner, ':') ||
            !take_value(&scanner, &value) || !note_field(key, value, scratch, out))
            return false;
    } while (take_byte(&scanner, ','));
    if (!take_byte(&scanner, '}'))
        return false;
    pass_blanks(&scanner);
    return scanner.at == scanner.end;
}
