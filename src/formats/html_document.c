/* html_document.c - pages of HTML read as documents. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_document.h"
#include "formats/archive.h"

#include <stdlib.h>

#include <ura/text.h>

/* All of BYTES as UTF-8 into READER's chunk, in the encoding NAME (NULL: found). */
static enum ura_status
decode_as(struct ura_units *units, struct ura_str bytes, const char *encoding,
          struct ura_reader **reader, struct ura_str *out, struct ura_error *error)
{
    struct ura_reader_options options = {.name = units->options.name,
                                         .encoding = encoding,
                                         .language = units->options.source_language};
    struct ura_chunk chunk;
    enum ura_status status =
        ura_reader_open_bytes(units->context, bytes.ptr, bytes.len, &options, reader, error);

    *out = URA_STR("");
    if (!status)
        status = ura_reader_next(*reader, &chunk, error);
    if (!status)
        *out = chunk.text;
    return status == URA_END ? URA_OK : status;
}

static bool
is_utf8(struct ura_str bytes)
{
    size_t at = 0, len = 1;

    for (; at < bytes.len && len; at += len)
        len = utf8_sequence((const unsigned char *)bytes.ptr + at, bytes.len - at);
    return len > 0;
}

/*
 * What the caller says comes first. Bytes that are UTF-8 are nothing else, whatever the page
 * says, unless it names one of those that switch by escape sequences. A page that is not what
 * it says is read as text would be.
 */
static enum ura_status
decode(struct ura_units *units, struct ura_str bytes, struct ura_reader **reader,
       struct ura_str *out, struct ura_error *error)
{
    const char *encoding = units->options.encoding;
    char named[40];
    enum ura_status status;

    if (!encoding && html_find_charset(bytes, named, sizeof named) &&
        (strncmp(named, "ISO-2022", 8) == 0 || !is_utf8(bytes))) {
        status = decode_as(units, bytes, named, reader, out, NULL);
        if (!status)
            return URA_OK;
        ura_reader_free(*reader);
        *reader = NULL;
    }
    return decode_as(units, bytes, encoding, reader, out, error);
}

/* Attributes that name a language, on the way from what was read up to the root. */
static struct ura_str
find_language(const struct html_page *page)
{
    size_t index = 0;
    struct ura_str language = {NULL, 0};

    for (size_t i = 1; i < page->count; i++)
        if (page->nodes[i].copy > page->nodes[0].copy / 2 || i < 3)
            index = i;
    for (; index && !language.len; index = page->nodes[index].parent) {
        language = html_attribute(page->nodes[index].node, "lang");
        if (!language.len)
            language = html_attribute(page->nodes[index].node, "xml:lang");
    }
    return language;
}

/*
 * English is what content systems put on pages whose owners never chose a language; a text that
 * is English is known to be so without being told.
 */
static void
take_facts(const struct html_page *page, struct html_facts *facts)
{
    struct ura_str language = find_language(page);

    *facts = (struct html_facts){.language = ""};
    if (language.len < sizeof facts->language && !ura_str_equal(language, URA_STR("en")) &&
        !ura_str_equal(language, URA_STR("en-US")))
        memcpy(facts->language, language.ptr ? language.ptr : "", language.len);
}

static enum ura_status
read_page(struct ura_units *units, struct html_page *page, enum html_mode mode,
          struct paragraphs *out, struct html_facts *facts, struct ura_error *error)
{
    enum ura_status status = html_parse(page, error);

    if (status)
        return status;
    html_judge(page, mode);
    html_gather(page, out);
    if (facts)
        take_facts(page, facts);
    losses_add(&units->losses, "drawings and formulas", page->formulas);
    for (size_t i = 1; i < page->count; i++)
        if (page->nodes[i].role == HTML_HIDDEN &&
            page->nodes[page->nodes[i].parent].role != HTML_HIDDEN)
            losses_add(&units->losses, "hidden elements", 1);
    if (page->flattened)
        context_report(units->context, URA_REPORT_NOTE,
                       "%s: %zu elements are nested deeper than %d; their text was kept",
                       units->options.name, page->flattened, HTML_DEPTH_MAX);
    return out->failed ? error_memory(error) : URA_OK;
}

enum ura_status
html_read(struct ura_units *units, struct ura_str bytes, enum html_mode mode,
          struct paragraphs *out, struct html_facts *facts, struct ura_error *error)
{
    struct html_page page = {.count = 0};
    struct ura_reader *reader = NULL;
    struct ura_str text;
    bool is_xml = mode == HTML_BOOK;
    enum ura_status status = decode(units, bytes, &reader, &text, error);

    if (!status) {
        is_xml |= text.len > 5 && memcmp(text.ptr, "<?xml", 5) == 0;
        html_clean(text, is_xml, &page);
    }
    ura_reader_free(reader);
    if (!status)
        status = read_page(units, &page, mode, out, facts, error);
    html_release(&page);
    return status;
}

int
html_bid(struct ura_str head, const char *name)
{
    static const char *const fragments[] = {"head", "body", "title", "meta",    "div", "p",
                                            "h1",   "h2",   "table", "article", "main"};
    struct xml_root root;

    (void)name;
    if (!xml_find_root(head, &root))
        return 0;
    for (size_t i = 0; root.name[i]; i++)
        if (root.name[i] >= 'A' && root.name[i] <= 'Z')
            root.name[i] = (char)(root.name[i] - 'A' + 'a');
    if (strcmp(root.name, "html") == 0)
        return 80;
    /* What has no root is HTML only where something is closed. */
    for (size_t i = 0; i < sizeof fragments / sizeof *fragments; i++)
        if (strcmp(root.name, fragments[i]) == 0)
            return memmem(head.ptr, head.len, "</", 2) ? 30 : 0;
    return 0;
}

enum ura_status
html_open(struct ura_units *units, struct ura_error *error)
{
    struct html_document *document = calloc(1, sizeof *document);
    struct ura_buf bytes = {0};
    enum ura_status status = document ? URA_OK : error_memory(error);

    units->state = document;
    if (!status)
        status = input_take_all(units, HTML_PAGE_MAX, &bytes, error);
    if (!status)
        status = html_read(units, buf_str(&bytes), HTML_ARTICLE, &document->paragraphs,
                           &document->facts, error);
    buf_release(&bytes);
    if (!status) {
        units->header.source_language = ura_str_from(document->facts.language);
        units->header.layout = URA_LAYOUT_PLAIN;
    }
    return status;
}

enum ura_status
html_next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct html_document *document = units->state;

    (void)error;
    return paragraphs_take(&document->paragraphs, out) ? URA_OK : URA_END;
}

void
html_close(struct ura_units *units)
{
    struct html_document *document = units->state;

    if (document)
        paragraphs_release(&document->paragraphs);
    free(document);
}
