/* test_mojibake.c - what is certainly damaged is put right, what only looks so is left alone.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "reading.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char text[] = "Është një çështje e vështirë, tha Çela: „Po“.\n"
                           "“S’ka më kohë” – e përsëriti… në 12 °C, §5.\n"
                           "TIRANË, KORÇË\n";

/* Decodes UTF-8 as CHARSET, bytes that it lacks as control characters: that is damage. */
static void
damage(const char *right, const char *charset, struct ura_buf *out)
{
    iconv_t converter = iconv_open("UTF-8", charset);

    assert_true(converter != (iconv_t)-1);
    for (const char *at = right; *at; at++) {
        char in[1] = {*at}, room[8], *from = in, *to = room;
        size_t from_left = 1, to_left = sizeof room;

        if (iconv(converter, &from, &from_left, &to, &to_left) == (size_t)-1) {
            iconv(converter, NULL, NULL, NULL, NULL);
            buf_append(out, "\xc2", 1);
            buf_append(out, at, 1);
        } else {
            buf_append(out, room, sizeof room - to_left);
        }
    }
    buf_append_byte(out, '\0');
    out->len--;
    iconv_close(converter);
}

static void
each_wrong_decoding_is_put_right(void **state)
{
    static const char *const charsets[] = {"CP1252", "CP1250",     "ISO-8859-1", "MACINTOSH",
                                           "CP850",  "ISO-8859-2", "CP852"};

    (void)state;
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        struct ura_buf once = {0};

        damage(text, charsets[i], &once);
        assert_clean(once.ptr, once.len, NULL, text);
        buf_release(&once);
    }
}

static void
damage_upon_damage_is_put_right(void **state)
{
    static const char *const pairs[][2] = {{"CP1252", "CP1252"},
                                           {"ISO-8859-1", "CP1252"},
                                           {"CP1252", "CP1250"},
                                           {"MACINTOSH", "CP1252"}};

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct ura_buf once = {0}, twice = {0};

        damage(text, pairs[i][0], &once);
        damage(once.ptr, pairs[i][1], &twice);
        assert_clean(twice.ptr, twice.len, NULL, text);
        buf_release(&once);
        buf_release(&twice);
    }
}

static void
damaged_lines_between_right_ones_are_put_right(void **state)
{
    (void)state;
    ASSERT_CLEAN("Kjo është e drejtë.\nKjo Ã«shtÃ« e prishur.\nDhe kjo përsëri jo.\n",
                 "Kjo është e drejtë.\nKjo është e prishur.\nDhe kjo përsëri jo.\n");
    ASSERT_CLEAN("Një gjysmë Ã«shtÃ« e prishur, tjetra është e mirë.\n",
                 "Një gjysmë është e prishur, tjetra është e mirë.\n");
}

static void
a_letter_beside_a_mark_in_a_damaged_line_is_put_right(void **state)
{
    (void)state;
    ASSERT_CLEAN("TIRANÃ‹ â€“ kryeqyteti\n", "TIRANË – kryeqyteti\n");
    ASSERT_CLEAN("VerÃ« nÃ« KÃ–LN\nÃ–sterreich\n", "Verë në KÖLN\nÖsterreich\n");
    ASSERT_CLEAN("perchÃ© la cittÃ\xc2\xa0 Ã¨ cosÃ¬\n", "perché la città è così\n");
    ASSERT_CLEAN("38 Â°C, Â§ 5, Â«PoÂ», 5Â\xc2\xa0km\n", "38 °C, § 5, «Po», 5 km\n");
}

static void
other_scripts_are_put_right(void **state)
{
    (void)state;
    ASSERT_CLEAN("Î‘Î¸Î®Î½Î±\n", "Αθήνα\n");
    ASSERT_CLEAN("ÐœÐ¾Ñ\xc2\x81ÐºÐ²Ð°\n", "Москва\n");
    ASSERT_CLEAN("Bravo ðŸ‘\xc2\x8d!\n", "Bravo 👍!\n");
}

static void
controls_that_were_marks_become_those(void **state)
{
    (void)state;
    ASSERT_CLEAN("\xc2\x93Po\xc2\x94, tha. S\xc2\x92ka\n", "“Po”, tha. S’ka\n");
}

static void
right_text_that_looks_damaged_is_left_alone(void **state)
{
    static const char *const right[] = {
        "AMANHÃ… E MANHÃ”, disse. IRMÃ’\n",
        "„CASĂ” «MASĂ» ŢARĂ…\n",
        "CAFÉ» le CAFÉ… et «À»\n",
        "HYVÄ” ja »PÄIVÄ» sekä ÄÄ…\n",
        "Größe „Ä“ – Straße… Spaß” ‚Äpfel‘\n",
        "ë»… dhe “Ë” – ç…”\n",
        "√π ≈ 1,77; √2; ¬∞; 5±0,1; x≈π\n",
        "litera „Â”, Å–Ö, A–Å\n",
        "├── src\n│   ├─┤ x\n└── ╚═╝ ┬┐\n",
        "Рёв «НАТО», Γ«α»\n",
        "Việt Nam: “Ấ” Ă Â…\n",
        "COSÌ» disse, PERCHÈ”\n",
        "naïve façade, São Paulo, Ångström, Škoda, Dvořák\n",
        "©®™ ½¼ ²³ ªº «»\n",
        "Ō “š” ž– Ż… łó”\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        assert_clean(right[i], strlen(right[i]), NULL, right[i]);
}

static void
a_repaired_letter_leads_back_to_all_its_bytes(void **state)
{
    struct ura_reader_options options = {0};
    struct reading result;

    (void)state;
    read_bytes("tÃ« mirÃ«", strlen("tÃ« mirÃ«"), &options, &result);
    assert_true(ura_str_equal(buf_str(&result.text), URA_STR("të mirë")));
    assert_int_equal(map_cover(&result.map, (struct ura_span){1, 3}).start, 1);
    assert_int_equal(map_cover(&result.map, (struct ura_span){1, 3}).end, 5);
    assert_int_equal(map_cover(&result.map, (struct ura_span){3, 4}).start, 5);
    reading_release(&result);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wrong_decoding_is_put_right),
        cmocka_unit_test(damage_upon_damage_is_put_right),
        cmocka_unit_test(damaged_lines_between_right_ones_are_put_right),
        cmocka_unit_test(a_letter_beside_a_mark_in_a_damaged_line_is_put_right),
        cmocka_unit_test(other_scripts_are_put_right),
        cmocka_unit_test(controls_that_were_marks_become_those),
        cmocka_unit_test(right_text_that_looks_damaged_is_left_alone),
        cmocka_unit_test(a_repaired_letter_leads_back_to_all_its_bytes),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
