/* test_breaks.c - without rules of ours, sentences end where ICU's break iterator ends them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/breaks.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/context.h"

#include <cmocka.h>

/* Characters of every Sentence_Break class, and pieces of real text. */
static const char *const PIECES[] = {
    "a",
    "Z",
    "ë",
    "Ç",
    "ж",
    "Ω",
    "中",
    "ก",
    "1",
    "٣",
    " ",
    "  ",
    "\xC2\xA0",
    "\n",
    "\r",
    "\r\n",
    "\xC2\x85",
    "\xE2\x80\xA8",
    "\t",
    ".",
    ".",
    ".",
    "…",
    "?",
    "!",
    "。",
    "։",
    "।",
    ",",
    ":",
    ";",
    "-",
    "–",
    "—",
    "、",
    "\"",
    "'",
    "“",
    "”",
    "„",
    "«",
    "»",
    "(",
    ")",
    "[",
    "「",
    "」",
    "@",
    "%",
    "$",
    "\xCC\x88",
    "\xC2\xAD",
    "\xE2\x80\x8D",
    "\xE2\x81\xA0",
    "⚽",
    "nr. 6",
    "A. B. ",
    " Ai tha. ",
    "t'i",
    "e.g. ",
    "U.S. ",
    "\xE2\x80\xA4",
    "‼",
    "\xF0\x9F\x87\xA6",
    "№",
};

static void
collect_ours(const struct sentence_classes *classes, struct ura_str text, struct ura_buf *out)
{
    struct sentence_place place;

    for (size_t at = 0; sentence_place_find(classes, text, at, &place);) {
        if (sentence_place_breaks(classes, text, &place)) {
            buf_append_unsigned(out, place.next);
            buf_append_byte(out, ' ');
        }
        at = place.last == SENTENCE_SEPARATOR ? place.next : place.mark_end;
    }
    buf_append_unsigned(out, text.len);
}

static void
collect_icu(UBreakIterator *breaks, struct ura_str text, struct ura_buf *out)
{
    UErrorCode code = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    int32_t at;
    bool first = true;

    utext_openUTF8(&view, text.ptr, (int64_t)text.len, &code);
    ubrk_setUText(breaks, &view, &code);
    assert_true(U_SUCCESS(code));
    while ((at = ubrk_next(breaks)) != UBRK_DONE) {
        if (!first)
            buf_append_byte(out, ' ');
        first = false;
        buf_append_unsigned(out, (unsigned)at);
    }
    utext_close(&view);
}

static void
the_scan_ends_sentences_in_random_text_as_icu_does(void **state)
{
    struct ura_context *context;
    const struct sentence_classes *classes;
    struct ura_buf text = {0}, ours = {0}, theirs = {0};
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, "sq", NULL, 0, &code);
    uint64_t seed = 15072022;

    (void)state;
    assert_true(U_SUCCESS(code));
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(sentence_classes_find(context, &classes, NULL), URA_OK);
    for (size_t round = 0; round < 200000; round++) {
        buf_clear(&text);
        buf_clear(&ours);
        buf_clear(&theirs);
        for (size_t i = 0; i < 1 + round % 14; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            buf_append_text(&text, PIECES[(seed >> 33) % (sizeof PIECES / sizeof *PIECES)]);
        }
        collect_ours(classes, buf_str(&text), &ours);
        collect_icu(breaks, buf_str(&text), &theirs);
        buf_append_byte(&ours, '\0');
        buf_append_byte(&theirs, '\0');
        if (strcmp(ours.ptr, theirs.ptr) != 0)
            print_error("text: %.*s\n", (int)text.len, text.ptr);
        assert_string_equal(ours.ptr, theirs.ptr);
    }
    ubrk_close(breaks);
    buf_release(&text);
    buf_release(&ours);
    buf_release(&theirs);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scan_ends_sentences_in_random_text_as_icu_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
