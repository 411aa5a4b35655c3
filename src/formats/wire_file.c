/* wire_file.c - a file of a wire: bytes in eight bits or UTF-8, framed by control characters.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/wire_file.h"
#include "text/decode.h"

#include <strings.h>

static bool
is_utf_8(struct ura_str bytes)
{
    for (size_t at = 0; at < bytes.len;) {
        size_t len = utf8_sequence((const unsigned char *)bytes.ptr + at, bytes.len - at);

        if (!len)
            return false;
        at += len;
    }
    return true;
}

static enum ura_status
read_bytes(struct ura_units *units, struct ura_buf *out, struct ura_error *error)
{
    enum { STEP = 64 << 10 }; /* bytes asked for at a time */
    enum ura_status status;
    size_t got;

    do {
        if (!buf_reserve(out, STEP))
            return error_memory(error);
        status = ura_input_read(units->input, out->ptr + out->len, STEP, &got, error);
        out->len += status ? 0 : got;
        if (!status && out->len > WIRE_FILE_MAX)
            status = error_set(error, URA_TOO_LARGE,
                               "is longer than %d bytes, which no file of a wire is; split it",
                               WIRE_FILE_MAX);
    } while (!status && got);
    return status;
}

static enum ura_status
decode(struct ura_context *context, struct ura_str bytes, const char *encoding,
       struct ura_buf *out, struct ura_error *error)
{
    struct decoder decoder = {.converter = (iconv_t)-1};
    enum ura_status status = decoder_open(context, encoding, &decoder, error);
    size_t used;

    if (!status && decoder.kind == DECODER_NONE)
        status = error_set(error, URA_BAD_INPUT, "is damaged UTF-8; --encoding names another");
    if (!status)
        status = decoder_run(&decoder, bytes, 0, true, &used, error);
    if (!status)
        buf_append_str(out, buf_str(&decoder.text));
    if (!status && out->failed)
        status = error_memory(error);
    decoder_release(&decoder);
    return status;
}

enum ura_status
wire_file_read(struct ura_units *units, struct ura_buf *out, struct ura_error *error)
{
    const char *encoding = units->options.encoding;
    struct ura_buf bytes = {0};
    enum ura_status status = read_bytes(units, &bytes, error);

    /* Any eight bits are UTF-8 only where they are meant to be. */
    if (!status && is_utf_8(buf_str(&bytes)) &&
        (!encoding || strcasecmp(encoding, "UTF-8") == 0)) {
        *out = bytes;
        return URA_OK;
    }
    if (!status)
        status =
            decode(units->context, buf_str(&bytes), encoding ? encoding : "CP1252", out, error);
    if (status == URA_BAD_INPUT && !encoding) {
        /* Five bytes mean nothing in windows-1252; in Latin-1 all mean something. */
        buf_clear(out);
        status = decode(units->context, buf_str(&bytes), "ISO-8859-1", out, error);
    }
    buf_release(&bytes);
    return status;
}

bool
wire_take_line(struct ura_str *text, struct wire_line *out)
{
    const char *end;
    size_t len;

    if (!text->len)
        return false;
    end = memchr(text->ptr, '\n', text->len);
    len = end ? (size_t)(end - text->ptr) : text->len;
    out->text = ura_str_slice(*text, 0, len);
    *text = ura_str_slice(*text, end ? len + 1 : len, text->len);
    out->indented = out->text.len && strchr(" \t", out->text.ptr[0]);
    while (out->text.len && strchr(" \t", out->text.ptr[0]))
        out->text = ura_str_slice(out->text, 1, out->text.len);
    while (out->text.len && strchr(" \t\r\f", out->text.ptr[out->text.len - 1]))
        out->text.len--;
    return true;
}

struct ura_str
wire_take_until(struct ura_str *text, char end)
{
    const char *found = text->len ? memchr(text->ptr, end, text->len) : NULL;
    size_t len = found ? (size_t)(found - text->ptr) : text->len;
    struct ura_str taken = ura_str_slice(*text, 0, len);

    *text = ura_str_slice(*text, found ? len + 1 : len, text->len);
    return taken;
}

bool
wire_begins(struct ura_str text, const char *with)
{
    return text.len >= strlen(with) && strncasecmp(text.ptr, with, strlen(with)) == 0;
}
