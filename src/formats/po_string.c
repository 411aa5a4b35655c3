/* po_string.c - strings of a PO file and their escapes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/po.h"

/* The value of C as a digit, over 15 if it is none. */
static unsigned
digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (unsigned)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (unsigned)(c - 'A') + 10;
    return 16;
}

/* A byte that is written as a number is one of the file's encoding. */
static void
append_byte(const struct raw_lines *lines, unsigned char byte, struct ura_buf *out)
{
    const struct charset *charset =
        lines->decoder.kind == DECODER_TABLE ? lines->decoder.charset : NULL;

    if (byte >= 0x80 && charset && charset->utf8_len[byte])
        buf_append(out, charset->utf8[byte], charset->utf8_len[byte]);
    else
        buf_append_byte(out, (char)byte);
}

/* The number at AT of LINE in BASE, at most DIGITS of it; returns how many there are. */
static size_t
take_number(struct ura_str line, size_t at, unsigned base, size_t digits, unsigned *out)
{
    size_t count = 0;

    *out = 0;
    while (count < digits && at + count < line.len && digit_value(line.ptr[at + count]) < base)
        *out = *out * base + digit_value(line.ptr[at + count++]);
    return count;
}

/* The escape whose backslash stands before AT; moves *AT behind it. One that is not known is
 * text as it stands. */
static void
take_escape(const struct raw_lines *lines, struct ura_str line, size_t *at, struct ura_buf *out)
{
    static const char letters[] = "ntrabfv\\\"", values[] = "\n\t\r\a\b\f\v\\\"";
    char c = line.ptr[*at];
    const char *known = c ? strchr(letters, c) : NULL;
    unsigned value;
    size_t count = take_number(line, *at, 8, 3, &value);

    if (known) {
        buf_append_byte(out, values[known - letters]);
        ++*at;
        return;
    }
    if (!count && c == 'x') {
        count = take_number(line, *at + 1, 16, 2, &value);
        count += count > 0;
    }
    if (count && value <= 0xff)
        append_byte(lines, (unsigned char)value, out);
    else
        buf_append_byte(out, '\\');
    *at += value <= 0xff ? count : 0;
}

static bool
is_utf_8(struct ura_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t len = utf8_sequence((const unsigned char *)text.ptr + at, text.len - at);

        if (!len)
            return false;
        at += len;
    }
    return true;
}

enum ura_status
po_take_string(const struct raw_lines *lines, struct ura_str line, size_t *at,
               struct ura_buf *out, struct ura_error *error)
{
    size_t start = out->len;
    bool escaped = false;

    ++*at;
    while (*at < line.len && line.ptr[*at] != '"') {
        size_t from = *at;

        while (*at < line.len && line.ptr[*at] != '"' && line.ptr[*at] != '\\')
            ++*at;
        buf_append(out, line.ptr + from, *at - from);
        if (*at == line.len || line.ptr[*at] == '"')
            break;
        ++*at;
        if (*at == line.len)
            break;
        take_escape(lines, line, at, out);
        escaped = true;
    }
    if (*at >= line.len)
        return po_refuse(lines->line,
                         "this string has no quote at its end; a line end in it is written \\n",
                         error);
    ++*at;
    if (escaped && !out->failed && !is_utf_8(ura_str_slice(buf_str(out), start, out->len)))
        return po_refuse(lines->line,
                         "the escapes of this string make no character; write it as it is",
                         error);
    return URA_OK;
}
