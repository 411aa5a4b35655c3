/* test_tokens.c - sentences become the tokens that the header promises, by scan and by ICU. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segmenter.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* Tokens as "kind:text", with a + where a token is joined to the one before it. */
static void
write_tokens(struct ura_str text, const struct token_list *tokens, struct ura_buf *out)
{
    static const char KINDS[] = {'w', 'n', 'p', 'a'};

    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];

        if (i)
            buf_append_byte(out, ' ');
        if (token->joined)
            buf_append_byte(out, '+');
        buf_append_byte(out, KINDS[token->kind]);
        buf_append_byte(out, ':');
        buf_append_str(out, ura_str_slice(text, token->start, token->end));
    }
}

static struct segmenter *
open_segmenter(struct ura_context **context, const char *language)
{
    struct segmenter *segmenter;

    assert_int_equal(ura_context_new(getenv("URA_DATA"), context, NULL), URA_OK);
    assert_int_equal(segmenter_new(*context, language, &segmenter, NULL), URA_OK);
    return segmenter;
}

static void
check(const char *language, const char *const cases[][2], size_t count)
{
    struct ura_context *context;
    struct segmenter *segmenter = open_segmenter(&context, language);

    for (size_t i = 0; i < 2 * count; i++) {
        struct ura_str text = ura_str_from(cases[i / 2][0]);
        struct token_list tokens = {0};
        struct ura_buf written = {0};

        segmenter->ask_always = i % 2;
        assert_int_equal(segmenter_tokens(segmenter, text, &tokens, NULL), URA_OK);
        write_tokens(text, &tokens, &written);
        buf_append_byte(&written, '\0');
        assert_string_equal(written.ptr, cases[i / 2][1]);
        buf_release(&written);
        free(tokens.items);
    }
    segmenter_free(segmenter);
    ura_context_free(context);
}

static void
albanian_clitics_are_cut_after_every_form_of_apostrophe(void **state)
{
    static const char *const CASES[][2] = {
        {"t'i, s’ka, Ç'është", "w:t' +w:i +p:, w:s’ +w:ka +p:, w:Ç' +w:është"},
        {"t´i tʼi t`i t′u", "w:t´ +w:i w:tʼ +w:i w:t` +w:i w:t′ +w:u"},
        {"për t’ia m'u n'atë c'eshte", "w:për w:t’ +w:ia w:m' +w:u w:n' +w:atë w:c' +w:eshte"},
        {"Ç' ka bërë 't' apo", "w:Ç' w:ka w:bërë p:' +w:t +p:' w:apo"},
        {"(S'ka) “s'di”", "p:( +w:S' +w:ka +p:) p:“ +w:s' +w:di +p:”"},
        {"O'Neill D'Amico", "w:O'Neill w:D'Amico"},
    };

    (void)state;
    check("sq", CASES, sizeof CASES / sizeof *CASES);
}

static void
acronyms_and_numbers_are_cut_from_their_endings(void **state)
{
    static const char *const CASES[][2] = {
        {"NATO-s SHBA-së", "w:NATO +p:- +w:s w:SHBA +p:- +w:së"},
        {"44-vjeçarja 5-të 2017-a", "n:44 +p:- +w:vjeçarja n:5 +p:- +w:të n:2017 +p:- +w:a"},
        {"G20 19th 10.5km 5G", "w:G20 n:19 +w:th n:10.5 +w:km n:5 +w:G"},
        {"40% $5 20°C", "n:40 +p:% p:$ +n:5 n:20 +p:° +w:C"},
    };

    (void)state;
    check("sq-XK", CASES, sizeof CASES / sizeof *CASES);
}

static void
a_number_keeps_its_separators(void **state)
{
    static const char *const CASES[][2] = {
        {"1 234,5 euro", "n:1 234,5 w:euro"},
        {"9 500 mjete, 12 500 000", "n:9 500 w:mjete +p:, n:12 500 000"},
        {"1.234,56 1,234.56 14.3.1979", "n:1.234,56 n:1,234.56 n:14.3.1979"},
        {"ora 10:30, 10.30 dhe 7:05:59.", "w:ora n:10:30 +p:, n:10.30 w:dhe n:7:05:59 +p:."},
        {"fitoi 2:1; 0800 111", "w:fitoi n:2 +p:: +n:1 +p:; n:0800 n:111"},
        {"më 2019 300 veta, 15 20", "w:më n:2019 n:300 w:veta +p:, n:15 n:20"},
        {"2018-2019 dhe 1/2", "n:2018 +p:- +n:2019 w:dhe n:1 +p:/ +n:2"},
        {"3\xC2\xA0"
         "500 1\xE2\x80\xAF"
         "000 5\xE2\x80\xAFkm",
         "n:3\xC2\xA0"
         "500 n:1\xE2\x80\xAF"
         "000 n:5 w:km"},
    };

    (void)state;
    check("sq", CASES, sizeof CASES / sizeof *CASES);
}

static void
addresses_stay_whole(void **state)
{
    static const char *const CASES[][2] = {
        {"te info@gazeta.example.", "w:te a:info@gazeta.example +p:."},
        {"E-mail:a.b-c@x.org,", "w:E +p:- +w:mail +p:: +a:a.b-c@x.org +p:,"},
        {"(www.gov.al)", "p:( +a:www.gov.al +p:)"},
        {"“https://x.example/a/b?c=d&e#f”.", "p:“ +a:https://x.example/a/b?c=d&e#f +p:” +p:."},
        {"në gov.al dhe Gazeta.com/lajme!", "w:në a:gov.al w:dhe a:Gazeta.com/lajme +p:!"},
        {"@kryeministria <x@y.eu>", "a:@kryeministria p:< +a:x@y.eu +p:>"},
        {"Hapu: http://", "w:Hapu +p:: w:http +p:: +p:/ +p:/"},
        {"@ a@ a@b", "p:@ w:a +p:@ w:a +p:@ +w:b"},
    };

    (void)state;
    check("sq", CASES, sizeof CASES / sizeof *CASES);
}

static void
full_stops_stay_inside_abbreviations_only(void **state)
{
    static const char *const CASES[][2] = {
        {"p.sh. d.m.th. sh.p.k.", "w:p.sh +p:. w:d.m.th +p:. w:sh.p.k +p:."},
        {"U.S. Ph.D. a.m.", "w:U.S +p:. w:Ph.D +p:. w:a.m +p:."},
        {"punonin.Koncesionari", "w:punonin +p:. +w:Koncesionari"},
        {"iku.Ai erdhi", "w:iku +p:. +w:Ai w:erdhi"},
        {"Pse?Sepse... ja…", "w:Pse +p:? +w:Sepse +p:. +p:. +p:. w:ja +p:…"},
    };

    (void)state;
    check("sq", CASES, sizeof CASES / sizeof *CASES);
}

static void
english_and_italian_have_clitics_of_their_own(void **state)
{
    static const char *const ENGLISH[][2] = {
        {"Clinton’s we'll don't", "w:Clinton +w:’s w:we +w:'ll w:don't"},
        {"Obama´s O'Brien's", "w:Obama +w:´s w:O'Brien +w:'s"},
    };
    static const char *const ITALIAN[][2] = {
        {"dell’uomo L'acqua", "w:dell’ +w:uomo w:L' +w:acqua"},
    };

    (void)state;
    check("en", ENGLISH, sizeof ENGLISH / sizeof *ENGLISH);
    check("it", ITALIAN, sizeof ITALIAN / sizeof *ITALIAN);
}

static void
scripts_that_need_a_dictionary_are_cut_by_icu(void **state)
{
    static const char *const CASES[][2] = {
        {"東京都 สวัสดีครับ", "w:東京 +w:都 w:สวัสดี +w:ครับ"},
        {"Η Αθήνα. Москва", "w:Η w:Αθήνα +p:. w:Москва"},
    };

    (void)state;
    check("und", CASES, sizeof CASES / sizeof *CASES);
}

/* Pieces of text that meet in every order: letters, digits, every kind of mark and blank. */
static const char *const PIECES[] = {
    "a",
    "Z",
    "ë",
    "Ç",
    "ж",
    "ω",
    "é",
    "e\xCC\x88",
    "1",
    "23",
    "456",
    "٣",
    " ",
    "  ",
    "\xC2\xA0",
    "\xE2\x80\xAF",
    "\n",
    ".",
    ",",
    ";",
    ":",
    "'",
    "’",
    "‘",
    "ʼ",
    "´",
    "`",
    "″",
    "\"",
    "“",
    "”",
    "«",
    "-",
    "–",
    "_",
    "@",
    "/",
    "(",
    ")",
    "?",
    "!",
    "…",
    "·",
    "%",
    "$",
    "€",
    "©",
    "\xC2\xAD",
    "\xCC\x81",
    "\xE2\x80\x8B",
    "\xE2\x81\xA0",
    "www.",
    "gov.al",
    "https://",
    "t'",
    "s’",
    "punonin.Ai",
    "NATO-s",
    "x@y.al",
    "10:30",
    "1 234",
    "p.sh.",
    "\xE2\x80\x8D",
    "⚽",
    "中文",
    "ก",
    "א",
    "\xF0\x9F\x87\xA6",
    "\xFF",
    "\xC3",
    "№",
    "ﬁ",
};

static void
the_scan_cuts_random_text_as_icu_does(void **state)
{
    struct ura_context *context;
    struct segmenter *segmenter = open_segmenter(&context, "sq");
    struct token_list tokens[2] = {{0}, {0}};
    struct ura_buf text = {0}, written[2] = {{0}, {0}};
    uint64_t seed = 20251124;

    (void)state;
    for (size_t round = 0; round < 60000; round++) {
        buf_clear(&text);
        for (size_t i = 0; i < 1 + round % 12; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            buf_append_text(&text, PIECES[(seed >> 33) % (sizeof PIECES / sizeof *PIECES)]);
        }
        for (size_t i = 0; i < 2; i++) {
            segmenter->ask_always = i == 1;
            tokens[i].count = 0;
            buf_clear(&written[i]);
            assert_int_equal(segmenter_tokens(segmenter, buf_str(&text), &tokens[i], NULL), 0);
            write_tokens(buf_str(&text), &tokens[i], &written[i]);
            buf_append_byte(&written[i], '\0');
        }
        assert_string_equal(written[0].ptr, written[1].ptr);
    }
    for (size_t i = 0; i < 2; i++) {
        free(tokens[i].items);
        buf_release(&written[i]);
    }
    buf_release(&text);
    segmenter_free(segmenter);
    ura_context_free(context);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(albanian_clitics_are_cut_after_every_form_of_apostrophe),
        cmocka_unit_test(acronyms_and_numbers_are_cut_from_their_endings),
        cmocka_unit_test(a_number_keeps_its_separators),
        cmocka_unit_test(addresses_stay_whole),
        cmocka_unit_test(full_stops_stay_inside_abbreviations_only),
        cmocka_unit_test(english_and_italian_have_clitics_of_their_own),
        cmocka_unit_test(scripts_that_need_a_dictionary_are_cut_by_icu),
        cmocka_unit_test(the_scan_cuts_random_text_as_icu_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
