/* test_document.c - windows give what the whole gives; every sentence knows its bytes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "document/document.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { PARAGRAPHS = 400, SPANS = 16 };

static const size_t windows[] = {64, 500, 4096, 1 << 20};

static struct ura_context *
make_context(void)
{
    struct ura_context *context;

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    return context;
}

/* Paragraphs of one to four sentences; some with letters beyond ASCII, some hard-wrapped. */
static struct ura_buf
make_text(void)
{
    struct ura_buf text = {0};
    unsigned seed = 7;

    for (unsigned i = 0; i < PARAGRAPHS; i++) {
        unsigned sentences = 1 + (seed = seed * 1103515245u + 12345u) / 65536u % 4;

        for (unsigned k = 0; k < sentences; k++) {
            buf_append_text(&text, k ? " Në fund erdhën " : "Më pas u mblodhën ");
            buf_append_unsigned(&text, i * 10 + k);
            buf_append_text(&text, " vetë te sheshi dhe pritën.");
        }
        buf_append_text(&text, "\n\n");
    }
    return text;
}

static char *
write_file(const struct ura_buf *text)
{
    char *path = strdup("test_document.XXXXXX");
    int fd = mkstemp(path);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text->ptr, text->len), text->len);
    close(fd);
    return path;
}

/* Appends "text|start-end..." for every sentence of DOCUMENT. */
static void
describe(const struct ura_document *document, struct ura_buf *out)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        struct ura_span spans[SPANS];
        size_t count = ura_document_origin(document, document->sentences[i].flow, spans, SPANS);

        buf_append_str(out, ura_document_text(document, document->sentences[i].flow));
        for (size_t k = 0; k < count; k++) {
            buf_append_byte(out, '|');
            buf_append_unsigned(out, spans[k].start);
            buf_append_byte(out, '-');
            buf_append_unsigned(out, spans[k].end);
        }
        buf_append_byte(out, '\n');
    }
}

static void
windows_of_any_size_give_what_the_whole_gives(void **state)
{
    struct ura_document_options options = {.language = "sq", .layout = URA_LAYOUT_PLAIN};
    struct ura_context *context = make_context();
    struct ura_buf text = make_text(), whole = {0};
    struct ura_document *document;
    char *path = write_file(&text);

    (void)state;
    assert_int_equal(ura_document_open(context, path, &options, &document, NULL), URA_OK);
    describe(document, &whole);
    assert_true(document->sentence_count > PARAGRAPHS);
    ura_document_free(document);
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        struct ura_buf parts = {0};
        enum ura_status status;

        status = ura_document_open_window(context, path, &options, windows[i], &document, NULL);
        for (; status == URA_OK; status = ura_document_next(document, NULL))
            describe(document, &parts);
        assert_int_equal(status, URA_END);
        assert_int_equal(document->size, text.len);
        ura_document_free(document);
        assert_int_equal(parts.len, whole.len);
        assert_memory_equal(parts.ptr, whole.ptr, whole.len);
        buf_release(&parts);
    }
    unlink(path);
    free(path);
    buf_release(&whole);
    buf_release(&text);
    ura_context_free(context);
}

static void
every_sentence_stands_at_its_bytes(void **state)
{
    struct ura_document_options options = {.language = "sq", .layout = URA_LAYOUT_PLAIN};
    struct ura_context *context = make_context();
    struct ura_buf text = make_text();
    struct ura_document *document;

    (void)state;
    assert_int_equal(ura_document_read(context, text.ptr, text.len, &options, &document, NULL),
                     URA_OK);
    for (size_t i = 0; i < document->sentence_count; i++) {
        struct ura_str sentence = ura_document_text(document, document->sentences[i].flow);
        struct ura_span span;

        assert_int_equal(ura_document_origin(document, document->sentences[i].flow, &span, 1),
                         1);
        assert_int_equal(span.end - span.start, sentence.len);
        assert_memory_equal(text.ptr + span.start, sentence.ptr, sentence.len);
    }
    ura_document_free(document);
    buf_release(&text);
    ura_context_free(context);
}

static void
an_empty_text_is_a_document_without_sentences(void **state)
{
    struct ura_document_options options = {.language = "en"};
    struct ura_context *context = make_context();
    struct ura_document *document;

    (void)state;
    assert_int_equal(ura_document_read(context, "", 0, &options, &document, NULL), URA_OK);
    assert_int_equal(document->sentence_count, 0);
    assert_int_equal(ura_document_next(document, NULL), URA_END);
    ura_document_free(document);
    ura_context_free(context);
}

static void
a_missing_file_is_named_in_the_error(void **state)
{
    struct ura_document_options options = {0};
    struct ura_context *context = make_context();
    struct ura_document *document;
    struct ura_error error = {0};

    (void)state;
    assert_int_equal(ura_document_open(context, "no/such/file", &options, &document, &error),
                     URA_BAD_INPUT);
    assert_null(document);
    assert_string_equal(error.file, "no/such/file");
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_of_any_size_give_what_the_whole_gives),
        cmocka_unit_test(every_sentence_stands_at_its_bytes),
        cmocka_unit_test(an_empty_text_is_a_document_without_sentences),
        cmocka_unit_test(a_missing_file_is_named_in_the_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
