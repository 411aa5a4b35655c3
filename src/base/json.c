/* json.c - strings as JSON has them, for commands that write objects a line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/json.h"

#include "base/utf8.h"

bool
json_holds(struct ura_str text)
{
    size_t len;

    for (size_t i = 0; i < text.len; i += len) {
        len = utf8_sequence((const unsigned char *)text.ptr + i, text.len - i);
        if (len == 0)
            return false;
    }
    return true;
}

void
buf_append_json(struct ura_buf *buf, struct ura_str text)
{
    static const char hex[] = "0123456789abcdef";

    buf_append_byte(buf, '"');
    for (size_t i = 0; i < text.len;) {
        const unsigned char *at = (const unsigned char *)text.ptr + i;
        size_t len = utf8_sequence(at, text.len - i);

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
