/* html_sentences.c - the report of one text: a row a sentence, furniture in its place. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_parts.h"
#include "formats/html_report.h"

static const char HEAD[] =
    "<caption>Sentences</caption>\n"
    "<colgroup><col class=\"c-number\"/><col class=\"c-kind\"/><col/></colgroup>\n"
    "<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Kind</th>"
    "<th scope=\"col\">Sentence</th></tr></thead>\n";

struct report {
    struct writer writer;
    const struct ura_document *document;
    const struct ura_write_options *options;
};

/* What a reader sees of the block that a sentence stands in. */
static const char *
block_word(enum ura_block_kind kind)
{
    switch (kind) {
    case URA_BLOCK_HEADING:
        return "heading";
    case URA_BLOCK_LIST_ITEM:
        return "item";
    case URA_BLOCK_TABLE_ROW:
        return "row";
    case URA_BLOCK_PARAGRAPH:
    case URA_BLOCK_FURNITURE:
        break;
    }
    return "";
}

/* Whether the sentence INDEX is the first of its paragraph in this window. */
static bool
begins_paragraph(const struct ura_document *document, size_t index)
{
    const struct ura_sentence *sentence = &document->sentences[index];

    return index && document->blocks[sentence->block].paragraph !=
                        document->blocks[sentence[-1].block].paragraph;
}

static void
append_sentence(struct ura_buf *buf, const struct ura_document *document, size_t index)
{
    static const char *const classes[2][2] = {
        {"", " class=\"first\""}, {" class=\"heading\"", " class=\"heading first\""}};
    const struct ura_block *block = &document->blocks[document->sentences[index].block];
    unsigned long long number = document->sentence_base + index;

    buf_append_text(buf, "<tr id=\"s");
    buf_append_unsigned(buf, number);
    buf_append_text(buf, "\" data-kind=\"sentence\"");
    buf_append_text(
        buf, classes[block->kind == URA_BLOCK_HEADING][begins_paragraph(document, index)]);
    buf_append_text(buf, "><th scope=\"row\"><a href=\"#s");
    buf_append_unsigned(buf, number);
    buf_append_text(buf, "\">");
    buf_append_unsigned(buf, number);
    buf_append_text(buf, "</a></th><td class=\"kind\">");
    buf_append_text(buf, block_word(block->kind));
    buf_append_text(buf, "</td>");
    document_append_cell(buf, document, index, 1);
    buf_append_text(buf, "</tr>\n");
}

static void
append_aside(struct ura_buf *buf, const struct ura_document *document, size_t index)
{
    buf_append_text(buf, "<tr data-kind=\"aside\"><td></td><td class=\"kind\">");
    buf_append_text(buf, ura_furniture_name(document->asides[index].kind));
    buf_append_text(buf, "</td>");
    document_append_aside(buf, document, index);
    buf_append_text(buf, "</tr>\n");
}

static enum ura_status
write_rows(struct report *report)
{
    const struct ura_document *document = report->document;
    struct ura_buf *buf = &report->writer.buf;
    struct leaves leaves = {.head = HEAD};
    enum ura_status status = URA_OK;
    size_t aside = 0;

    for (size_t i = 0; !status && i <= document->sentence_count; i++) {
        for (; aside < document->aside_count && document->asides[aside].before <= i; aside++) {
            leaves_step(&leaves, buf);
            append_aside(buf, document, aside);
        }
        if (i < document->sentence_count) {
            leaves_step(&leaves, buf);
            append_sentence(buf, document, i);
        }
        status = writer_step(&report->writer);
    }
    leaves_close(&leaves, buf);
    return status;
}

static enum ura_status
fill(struct report *report, const struct page *page, struct ura_str slot)
{
    static const char of_document[] = "document.";
    struct ura_buf *buf = &report->writer.buf;
    size_t prefix = strlen(of_document);

    if (ura_str_equal(slot, URA_STR("title")))
        document_append_fact(buf, report->document, URA_STR("file"));
    else if (ura_str_equal(slot, URA_STR("command")))
        page_append_text(buf, ura_str_from(report->options->command));
    else if (slot.len < prefix || memcmp(slot.ptr, of_document, prefix) != 0 ||
             !document_append_fact(buf, report->document,
                                   ura_str_slice(slot, prefix, slot.len)))
        return page_refuse(page, slot, report->writer.error);
    return URA_OK;
}

/* Up to the rows, which the first window writes and those after it pass over. */
static enum ura_status
reach_rows(struct report *report, struct page *page)
{
    bool follows = report->options->follows;
    struct ura_error *error = report->writer.error;
    enum ura_status status;
    struct ura_str slot;

    while (!(status = page_next(page, follows ? NULL : &report->writer.buf, &slot, error)) &&
           !ura_str_equal(slot, URA_STR("rows"))) {
        status = follows ? URA_OK : fill(report, page, slot);
        if (status)
            return status;
    }
    return status == URA_END ? page_lacks(page, "rows", error) : status;
}

enum ura_status
html_write_sentences(const struct ura_document *document,
                     const struct ura_write_options *options, ura_sink *sink, void *user,
                     struct ura_error *error)
{
    struct report report = {.writer = {.sink = sink, .user = user, .error = error},
                            .document = document,
                            .options = options};
    enum ura_status status;
    struct ura_str slot;
    struct page page;

    status = page_open(options->context, "sentences", &page, error);
    if (!status)
        status = reach_rows(&report, &page);
    if (!status)
        status = write_rows(&report);
    while (!status && !options->unfinished &&
           !(status = page_next(&page, &report.writer.buf, &slot, error)))
        status = fill(&report, &page, slot);
    return writer_close(&report.writer, status == URA_END ? URA_OK : status);
}
