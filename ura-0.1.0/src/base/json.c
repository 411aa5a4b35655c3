/* json.c - strings as JSON has them, for commands that write objects a line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/json.h"

/* The length of the UTF-8 sequence that BYTES begin with, 0 if they begin with none. */
static size_t
sequence_length(const unsigned char *bytes, size_t len)
{
    unsigned char first = bytes[0];
    size_t count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

    if (count == 1)
        return 1;
    if (first < 0xC2 || first > 0xF4 || count > len)
        return 0;
    for (size_t i = 1; i < count; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    /* The second byte tells what is longer than need be, a surrogate or beyond U+10FFFF. */
    if ((first == 0xE0 && bytes[1] < 0xA0) || (first == 0xED && bytes[1] > 0x9F) ||
        (first == 0xF0 && bytes[1] < 0x90) || (first == 0xF4 && bytes[1] > 0x8F))
        return 0;
    return count;
}

void
buf_append_json(struct ura_buf *buf, struct ura_str text)
{
    static const char hex[] = "0123456789abcdef";

    buf_append_byte(buf, '"');
    for (size_t i = 0; i < text.len;) {
        const unsigned char *at = (const unsigned char *)text.ptr + i;
        size_t len = sequence_length(at, text.len - i);

        if (len == 0) {
            buf_append_text(buf, "\\ufffd");
        } else if (*at < 0x20) {
            buf_append_text(buf, "\\u00");
            buf_append_byte(buf, hex[*at >> 4]);
            buf_append_byte(buf, hex[*at & 15]);
        } else {
            if (*at == '"' || *at == '\\')
                buf_append_byte(buf, '\\');
            buf_append(buf, at, len);
        }
        i += len ? len : 1;
    }
    buf_append_byte(buf, '"');
}
