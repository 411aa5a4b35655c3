/* text_lines.c - a text input line by line, in bounded memory. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/text_lines.h"

enum { READ_WINDOW = 1 << 20 }; /* bytes of text held at a time */

static struct ura_reader_options
reader_options(const struct ura_units *units)
{
    return (struct ura_reader_options){.encoding = units->options.encoding,
                                       .language = units->options.source_language,
                                       .window = READ_WINDOW};
}

enum ura_status
text_lines_open(struct ura_units *units, struct text_lines *out, struct ura_error *error)
{
    struct ura_reader_options options = reader_options(units);

    *out = (struct text_lines){0};
    options.name = units->options.name;
    return ura_reader_open_input(units->context, units->input, &options, &out->reader, error);
}

enum ura_status
text_lines_open_path(struct ura_units *units, const char *path, struct text_lines *out,
                     struct ura_error *error)
{
    struct ura_reader_options options = reader_options(units);

    *out = (struct text_lines){0};
    return ura_reader_open(units->context, path, &options, &out->reader, error);
}

enum ura_status
text_lines_next(struct text_lines *lines, struct ura_str *out, struct ura_error *error)
{
    const char *end;
    size_t len;

    lines->line++;
    if (lines->rest.len == 0) {
        struct ura_chunk chunk;
        enum ura_status status = ura_reader_next(lines->reader, &chunk, error);

        if (status)
            return status;
        lines->rest = chunk.text;
        lines->line = chunk.line;
    }
    end = memchr(lines->rest.ptr, '\n', lines->rest.len);
    len = end ? (size_t)(end - lines->rest.ptr) : lines->rest.len;
    *out = ura_str_slice(lines->rest, 0, len);
    lines->rest = ura_str_slice(lines->rest, end ? len + 1 : len, lines->rest.len);
    return URA_OK;
}

void
text_lines_close(struct text_lines *lines)
{
    ura_reader_free(lines->reader);
    *lines = (struct text_lines){0};
}

bool
head_take_line(struct ura_str *head, struct ura_str *out)
{
    const char *end = head->len ? memchr(head->ptr, '\n', head->len) : NULL;
    size_t len = end ? (size_t)(end - head->ptr) : head->len;

    if (head->len == 0)
        return false;
    *out = ura_str_slice(*head, 0, len);
    *head = ura_str_slice(*head, end ? len + 1 : len, head->len);
    if (out->len && out->ptr[out->len - 1] == '\r')
        out->len--;
    return true;
}
