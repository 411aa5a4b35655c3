/* html_parts.c - what reports of alignments and of sentences share: facts, leaves, furniture.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_parts.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    LEAF_ROWS = 100,  /* some windows' worth; a thousand leaves for a hundred thousand beads */
    HASH_DIGITS = 17, /* 64 bits in hexadecimal, and the end */
};

void
leaves_close(struct leaves *leaves, struct ura_buf *buf)
{
    if (leaves->rows)
        buf_append_text(buf, "</tbody></table></section>\n");
    leaves->rows = 0;
}

void
leaves_step(struct leaves *leaves, struct ura_buf *buf)
{
    if (leaves->rows == LEAF_ROWS)
        leaves_close(leaves, buf);
    if (!leaves->rows) {
        buf_append_text(buf, "<section class=\"leaf\"><table class=\"rows\">\n");
        buf_append_text(buf, leaves->head);
        buf_append_text(buf, "<tbody>\n");
    }
    leaves->rows++;
}

/* The last part of a path. */
static struct ura_str
file_of(const char *name)
{
    const char *slash = strrchr(name, '/');

    return ura_str_from(slash && slash[1] ? slash + 1 : name);
}

static void
append_language(struct ura_buf *buf, const struct ura_document *document)
{
    page_append_text(buf, ura_str_from(document->language));
    if (document->found_language && strcmp(document->found_language, "und") != 0 &&
        strcmp(document->found_language, document->language) != 0) {
        buf_append_text(buf, " (the text looks like ");
        page_append_text(buf, ura_str_from(document->found_language));
        buf_append_byte(buf, ')');
    }
}

static void
append_hash(struct ura_buf *buf, uint64_t hash)
{
    char digits[HASH_DIGITS];

    snprintf(digits, sizeof digits, "%016" PRIx64, hash);
    buf_append_text(buf, digits);
}

bool
document_append_fact(struct ura_buf *buf, const struct ura_document *document,
                     struct ura_str slot)
{
    if (ura_str_equal(slot, URA_STR("file")))
        page_append_text(buf, file_of(document->name));
    else if (ura_str_equal(slot, URA_STR("name")))
        page_append_text(buf, ura_str_from(document->name));
    else if (ura_str_equal(slot, URA_STR("language")))
        append_language(buf, document);
    else if (ura_str_equal(slot, URA_STR("encoding")))
        page_append_text(buf, ura_str_from(document->encoding));
    else if (ura_str_equal(slot, URA_STR("layout")))
        buf_append_text(buf, ura_layout_name(document->layout));
    else if (ura_str_equal(slot, URA_STR("bytes")))
        page_append_count(buf, document->size);
    else if (ura_str_equal(slot, URA_STR("hash")))
        append_hash(buf, document->hash);
    else if (ura_str_equal(slot, URA_STR("sentences")))
        page_append_count(buf, document->sentence_base + document->sentence_count);
    else if (ura_str_equal(slot, URA_STR("furniture")))
        page_append_count(buf, document->aside_count);
    else
        return false;
    return true;
}

static void
open_cell(struct ura_buf *buf, const struct ura_document *document)
{
    buf_append_text(buf, "<td");
    page_append_language(buf, ura_str_from(document->language));
    buf_append_byte(buf, '>');
}

void
document_append_cell(struct ura_buf *buf, const struct ura_document *document, size_t first,
                     size_t count)
{
    open_cell(buf, document);
    for (size_t i = 0; i < count; i++) {
        if (count > 1)
            buf_append_text(buf, "<p>");
        page_append_text(buf, ura_document_text(document, document->sentences[first + i].flow));
        if (count > 1)
            buf_append_text(buf, "</p>");
    }
    buf_append_text(buf, "</td>");
}

void
document_append_aside(struct ura_buf *buf, const struct ura_document *document, size_t index)
{
    open_cell(buf, document);
    page_append_text(buf, ura_document_text(document, document->asides[index].flow));
    buf_append_text(buf, "</td>");
}
