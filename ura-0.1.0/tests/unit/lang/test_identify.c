/* test_identify.c - languages of whole sentences and of three words, and what is none of them.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/ura.h>

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const pair[] = {"sq", "en", NULL};

static struct ura_language_guess
identify(void **state, struct ura_str text, const char *const *candidates)
{
    struct ura_language_guess guess;
    struct ura_error error;

    assert_int_equal(ura_language_identify(*state, text, candidates, &guess, &error), URA_OK);
    assert_true(guess.probability >= 0.0F && guess.probability <= 1.0F);
    return guess;
}

static void
check(void **state, const char *text, const char *const *candidates, const char *code)
{
    struct ura_language_guess guess = identify(state, ura_str_from(text), candidates);

    if (strcmp(guess.code, code) != 0)
        print_message("# %s\n", text);
    assert_string_equal(guess.code, code);
}

static void
sentences_are_told_apart(void **state)
{
    check(state, "Bashkia e ka shtyrë për javën tjetër hapjen e urës së re.", NULL, "sq");
    check(state, "The town hall has put off the opening of the new bridge.", NULL, "en");
    check(state, "Il comune ha rinviato l'apertura del nuovo ponte.", NULL, "it");
    check(state, "Primăria a amânat deschiderea noului pod.", NULL, "ro");
    check(state, "Ο δήμος ανέβαλε τα εγκαίνια της νέας γέφυρας.", NULL, "el");
    check(state, "Die Stadt hat die Eröffnung der neuen Brücke verschoben.", NULL, "de");
    check(state, "Belediye yeni köprünün açılışını erteledi.", NULL, "tr");
    check(state, "La mairie a reporté l'ouverture du nouveau pont.", NULL, "fr");
}

static void
three_words_are_enough(void **state)
{
    check(state, "nuk kanë ardhur", NULL, "sq");
    check(state, "u dogj banesa", NULL, "sq");
    check(state, "they have not", NULL, "en");
    check(state, "burned down yesterday", NULL, "en");
}

static void
albanian_needs_no_diacritics(void **state)
{
    check(state, "Bashkia e ka shtyre per javen tjeter hapjen e ures se re.", NULL, "sq");
    check(state, "keshtu eshte me mire", NULL, "sq");
}

static void
decomposed_letters_are_the_same(void **state)
{
    check(state, "e\xCC\x88sht\x65\xCC\x88 nje\xCC\x88 ure\xCC\x88 e re", NULL, "sq");
}

static void
gheg_is_albanian_with_a_code_of_its_own(void **state)
{
    static const char *const gheg[] = {"sq", "aln", NULL};
    const char *text = "Asht nji burrë që don me punue e me jetue n'katund.";

    check(state, text, NULL, "aln");
    check(state, text, gheg, "aln");
    check(state, text, pair, "sq");
    check(state, "ni djal me bicikell ka ardh edhe jan kan tre shok", NULL, "aln");
    check(state, "Është një burrë që do të punojë e të jetojë me njeriun në fshat.", NULL,
          "sq");
}

static void
what_is_neither_of_the_pair_is_not_guessed(void **state)
{
    check(state, "Premijer je najavio nova ulaganja u željeznicu.", pair, "bs");
    check(state, "Премиерот најави нови вложувања во железницата.", pair, "mk");
    check(state, "il governo ha deciso di rinviare la riunione", pair, "it");
    check(state, "xqzt vrrkpl ggnnd", pair, "und");
}

static void
who_is_expected_is_meant_where_languages_are_twins(void **state)
{
    static const char *const croatian[] = {"hr", "en", NULL};
    static const char *const serbian[] = {"sr-Latn", "en", NULL};
    const char *text = "Premijer je najavio nova ulaganja u željeznicu.";

    check(state, text, croatian, "hr");
    check(state, text, serbian, "sr-Latn");
}

static void
a_text_without_letters_has_no_language(void **state)
{
    struct ura_language_guess guess = identify(state, URA_STR("42 : 17, 3.500"), pair);

    assert_string_equal(guess.code, "und");
    assert_true(guess.probability == 0.0F);
    check(state, "", NULL, "und");
}

static void
a_quoted_name_in_another_script_does_not_hide_the_language(void **state)
{
    check(state, "The daily Правда wrote on Monday that the talks had failed again.", NULL,
          "en");
    check(state, "Кабинет (Cabinet) го одобри предлогот на министерот.", NULL, "mk");
}

static void
bytes_that_are_no_text_do_no_harm(void **state)
{
    const char mixed[] = "qeveria \xFF\xFE\0 nuk \xC3 e miratoi \xF4\x90\x80\x80 ligjin";

    identify(state, (struct ura_str){mixed, sizeof mixed - 1}, NULL);
    identify(state, URA_STR("\xCC\x88\xCC\x88"), NULL);
}

static void
a_long_text_is_judged_by_its_beginning(void **state)
{
    static const char sentence[] = "Qeveria e miratoi dje në mbrëmje projektligjin e ri. ";
    size_t len = (size_t)200 << 10;
    char *text = malloc(len);

    assert_non_null(text);
    for (size_t i = 0; i < len; i++)
        text[i] = sentence[i % (sizeof sentence - 1)];
    /* Starting at each of four bytes, the end of the sample falls inside and between letters.
     */
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(identify(state, (struct ura_str){text + i, len - i}, pair).code,
                            "sq");
    free(text);
}

/* Writes TEXT to FOLDER/NAME. */
static void
write_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The error of identifying with DATA in xx/identify.txt and DIALECT in xx/identify-yy.txt. */
static struct ura_error
load_broken(const char *data, const char *dialect)
{
    char folder[] = "/tmp/ura-identify-XXXXXX", path[64];
    struct ura_error error = {0};
    struct ura_context *context;
    struct ura_language_guess guess;

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/xx", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    write_file(folder, "identify.txt", "xx\tyy\n");
    write_file(folder, "xx/identify.txt", data);
    write_file(folder, "xx/identify-yy.txt", dialect);
    assert_int_equal(ura_context_new(folder, &context, NULL), URA_OK);
    assert_int_not_equal(ura_language_identify(context, URA_STR("word"), NULL, &guess, &error),
                         URA_OK);
    assert_string_equal(guess.code, "und");
    ura_context_free(context);
    snprintf(path, sizeof path, "rm -r %s", folder);
    assert_int_equal(system(path), 0);
    return error;
}

static void
a_broken_data_file_is_refused_with_its_line(void **state)
{
    static const char good[] = "script\tLatn\nfit\tbias\t1\ng\t_abc\t7\nw\tword\t-3\n";
    static const char *const broken[] = {
        "script\tKlingon\n", "fit\tbias\n",     "fit\tcolour\t1\n", "g\tabc\t1\n",
        "g\tabcde\t1\n",     "g\t_abc\tmuch\n", "w\t\t1\n",         "x\ty\t1\n",
        "g\t_ab\xFF\t1\n",   "script\tL\tatn\n"};
    static const char *const dialects[] = {
        "enough\t0\t1\n", "enough\t1\n",     "word\tasht\tmany\n", "letter\tab\t1\n",
        "colour\tx\t1\n", "participle\t-\n", "word\t\t1\n"};

    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct ura_error error = load_broken(broken[i], "enough\t1\t1\n");

        assert_int_equal(error.status, URA_SYNTAX);
        assert_int_equal(error.line, 1);
        assert_non_null(strstr(error.file, "xx/identify.txt"));
    }
    for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++) {
        struct ura_error error = load_broken(good, dialects[i]);

        assert_int_equal(error.status, URA_SYNTAX);
        assert_non_null(strstr(error.file, "xx/identify-yy.txt"));
    }
    assert_non_null(strstr(load_broken(good, "word\tasht\t1\n").message, "enough"));
}

static int
open_context(void **state)
{
    struct ura_context *context;

    if (ura_context_new(getenv("URA_DATA"), &context, NULL))
        return -1;
    *state = context;
    return 0;
}

static int
close_context(void **state)
{
    ura_context_free(*state);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_told_apart),
        cmocka_unit_test(three_words_are_enough),
        cmocka_unit_test(albanian_needs_no_diacritics),
        cmocka_unit_test(decomposed_letters_are_the_same),
        cmocka_unit_test(gheg_is_albanian_with_a_code_of_its_own),
        cmocka_unit_test(what_is_neither_of_the_pair_is_not_guessed),
        cmocka_unit_test(who_is_expected_is_meant_where_languages_are_twins),
        cmocka_unit_test(a_text_without_letters_has_no_language),
        cmocka_unit_test(a_quoted_name_in_another_script_does_not_hide_the_language),
        cmocka_unit_test(bytes_that_are_no_text_do_no_harm),
        cmocka_unit_test(a_long_text_is_judged_by_its_beginning),
        cmocka_unit_test(a_broken_data_file_is_refused_with_its_line),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
