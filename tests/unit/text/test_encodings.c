/* test_encodings.c - every encoding is found and read back to the letter; bad bytes have a
 * place. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "reading.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

static const char albanian[] = "Këshilli i qytetit e miratoi buxhetin me njëzet e dy vota.\n"
                               "“Është çështje kohe”, tha drejtoresha, “dhe s’do të presim”.\n"
                               "Çmimi i ujit – dyqind lekë – nuk ndryshon këtë vit…\n";
static const char albanian_without_marks[] =
    "Këshilli i qytetit e miratoi buxhetin me njëzet e dy vota.\n"
    "Është çështje kohe, tha drejtoresha, dhe nuk do të presim.\n"
    "Çmimi i ujit nuk ndryshon këtë vit.\n";
static const char german[] = "Die Bürger müssen größere Gebühren zahlen, heißt es überall.\n";
static const char croatian[] = "Župan je rekao da će kuća biti završena već ove jeseni.\n";
static const char turkish[] = "Başbakan dün akşam gazetecilere açıklama yaptı ve ayrıldı.\n";
static const char greek[] = "Ο δήμαρχος μίλησε χθες στους κατοίκους της πόλης.\n";
static const char macedonian[] = "Градоначалникот вчера зборуваше со жителите.\n";

/* UTF-8 TEXT into ENCODING; its bytes are appended to OUT. */
static void
encode(const char *text, const char *encoding, struct ura_buf *out)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    char room[1024], bytes[1024], *from = room, *to = bytes;
    size_t from_left = strlen(text), to_left = sizeof bytes;

    assert_true(converter != (iconv_t)-1);
    memcpy(room, text, from_left);
    if (iconv(converter, &from, &from_left, &to, &to_left) == (size_t)-1)
        fail_msg("%s cannot hold the text", encoding);
    iconv_close(converter);
    buf_append(out, bytes, sizeof bytes - to_left);
}

static void
assert_round_trip(const char *text, const char *encoding, bool asked)
{
    struct ura_buf bytes = {0};

    encode(text, encoding, &bytes);
    assert_clean(bytes.ptr, bytes.len, asked ? encoding : NULL, text);
    buf_release(&bytes);
}

static void
albanian_is_read_from_each_eight_bit_encoding(void **state)
{
    static const char *const with_marks[] = {"CP1252", "CP1250", "CP1254", "MACINTOSH"};
    static const char *const without[] = {"ISO-8859-1",  "ISO-8859-2", "ISO-8859-15",
                                          "ISO-8859-16", "CP852",      "CP850"};

    (void)state;
    for (size_t i = 0; i < 4; i++)
        assert_round_trip(albanian, with_marks[i], false);
    for (size_t i = 0; i < 6; i++)
        assert_round_trip(albanian_without_marks, without[i], false);
}

static void
one_short_line_is_enough(void **state)
{
    static const char *const encodings[] = {"CP1252", "CP1250", "ISO-8859-16",
                                            "CP852",  "CP850",  "MACINTOSH"};

    (void)state;
    for (size_t i = 0; i < 6; i++) {
        assert_round_trip("Nuk është e vërtetë, tha ajo.", encodings[i], false);
        assert_round_trip("Çfarë ndodhi në Shkodër?", encodings[i], false);
    }
}

static void
other_languages_are_read_too(void **state)
{
    (void)state;
    assert_round_trip(german, "CP1252", false);
    assert_round_trip(german, "CP850", false);
    assert_round_trip(german, "MACINTOSH", false);
    assert_round_trip(croatian, "CP1250", false);
    assert_round_trip(croatian, "ISO-8859-2", false);
    assert_round_trip(croatian, "CP852", false);
    assert_round_trip(turkish, "CP1254", false);
    assert_round_trip(greek, "CP1253", false);
    assert_round_trip(macedonian, "CP1251", false);
}

static void
a_name_from_elsewhere_decides_between_likes(void **state)
{
    (void)state;
    assert_round_trip("Presidenti Vučić dhe kryeministrja Brnabić folën për këtë çështje.\n",
                      "CP1250", false);
    assert_round_trip("Kryeministri Sánchez dhe zëvendësi i tij Ibáñez folën për këtë.\n",
                      "CP1252", false);
}

static void
utf_16_is_told_by_its_mark_or_its_zeros(void **state)
{
    struct ura_buf bytes = {0};

    (void)state;
    assert_round_trip(albanian, "UTF-16LE", false);
    assert_round_trip(albanian, "UTF-16BE", false);
    assert_round_trip(greek, "UTF-16LE", false);
    assert_round_trip("Po 👍 jo", "UTF-16BE", false);
    buf_append(&bytes, "\xff\xfe", 2);
    encode(albanian, "UTF-16LE", &bytes);
    assert_clean(bytes.ptr, bytes.len, NULL, albanian);
    assert_clean(bytes.ptr, bytes.len, "UTF-16", albanian);
    buf_release(&bytes);
}

static void
an_encoding_that_is_named_is_used(void **state)
{
    (void)state;
    assert_round_trip("市長は昨日、住民に話した。\n", "SHIFT_JIS", true);
    assert_round_trip("市長は昨日、住民に話した。\n", "ISO-2022-JP", true);
    assert_round_trip("市长昨天向居民讲话。\n", "GB18030", true);
    assert_round_trip(albanian, "UTF-32LE", true);
    assert_clean("k\xebshtu", 6, "windows-1250", "kështu");
    assert_clean("k\x91shtu", 6, "MacRoman", "kështu");
    assert_clean("\xa4", 1, "latin-9", "€");
}

static void
an_encoding_that_does_not_exist_is_not_found(void **state)
{
    struct ura_reader_options options = {.encoding = "CP9999"};
    struct reading result;

    (void)state;
    read_bytes("po", 2, &options, &result);
    assert_int_equal(result.status, URA_NOT_FOUND);
    assert_non_null(strstr(result.error.message, "CP9999"));
    reading_release(&result);
}

static void
a_guess_is_said_to_be_one(void **state)
{
    struct ura_reader_options options = {0};
    struct reading result;

    (void)state;
    read_bytes("n\xeb ket\xeb", 7, &options, &result);
    assert_true(result.guessed);
    assert_string_equal(result.encoding, "CP1252");
    reading_release(&result);
    read_bytes("në këtë", 10, &options, &result);
    assert_false(result.guessed);
    assert_string_equal(result.encoding, "UTF-8");
    reading_release(&result);
}

static void
a_span_leads_back_from_two_bytes_to_one_and_from_one_to_two(void **state)
{
    struct ura_reader_options options = {.encoding = "CP1250"};
    struct reading result;

    (void)state;
    read_bytes("n\xeb\r\nt\xeb", 6, &options, &result);
    assert_int_equal(map_cover(&result.map, (struct ura_span){1, 3}).start, 1);
    assert_int_equal(map_cover(&result.map, (struct ura_span){1, 3}).end, 2);
    assert_int_equal(map_cover(&result.map, (struct ura_span){3, 4}).end, 4);
    assert_int_equal(map_cover(&result.map, (struct ura_span){4, 7}).start, 4);
    reading_release(&result);
    options.encoding = "UTF-16BE";
    read_bytes("\0n\0\xeb\0\n", 6, &options, &result);
    assert_int_equal(map_cover(&result.map, (struct ura_span){0, 1}).end, 2);
    assert_int_equal(map_cover(&result.map, (struct ura_span){1, 3}).start, 2);
    assert_int_equal(map_cover(&result.map, (struct ura_span){1, 3}).end, 4);
    reading_release(&result);
}

static void
bytes_without_a_meaning_have_a_place(void **state)
{
    (void)state;
    assert_refused("po\n\x81", 4, "CP1252", 3, 2, "0x81 has no meaning in CP1252");
    assert_refused("po\n\x81", 4, "SHIFT_JIS", 3, 2, "cut off");
    assert_refused("\0p\0o\0\n\xd8", 7, "UTF-16BE", 6, 2, "cut off");
    assert_refused("p\0\n\0\x00\xdc"
                   "e\0",
                   8, "UTF-16LE", 4, 2, "half a character");
    assert_refused("po\n\0", 4, "CP1252", 3, 2, "NUL");
}

static void
what_is_no_text_is_named(void **state)
{
    (void)state;
    ASSERT_REFUSED("\x1f\x8b\x08\0\0\0\0\0", 0, 0, "gzip");
    ASSERT_REFUSED("\x28\xb5\x2f\xfd\x04", 0, 0, "zstd");
    ASSERT_REFUSED("PK\x03\x04\x14\0\0", 0, 0, "docx");
    ASSERT_REFUSED("%PDF-1.7\n\xe2\xe3", 0, 0, "pdftotext");
    ASSERT_REFUSED("ab\x01\x02\x03\x04\xff\xfe\x05\x06\xfa\x0e", 0, 0, "control characters");
}

static void
utf_8_with_a_damaged_byte_is_never_another_encoding(void **state)
{
    (void)state;
    ASSERT_REFUSED("Këtu është një \xeb e prishur.\n", 19, 1, "damaged UTF-8");
}

/* A file that is ASCII further than a reader looks at first. */
static void
a_late_letter_decides_in_a_file_and_is_an_error_in_a_pipe(void **state)
{
    enum { LEN = (1 << 20) + 5000 };
    struct ura_reader_options options = {.window = 1 << 16};
    struct ura_reader *reader;
    struct ura_chunk chunk;
    struct ura_error error;
    struct ura_buf bytes = {0};
    struct reading result;
    enum ura_status status;
    int ends[2], kept = dup(STDIN_FILENO);

    (void)state;
    while (bytes.len < LEN)
        buf_append_text(&bytes, "nje fjale pa shenja\n");
    buf_append_text(&bytes, "k\xebto fjal\xeb kan\xeb shenja\n");
    read_bytes(bytes.ptr, bytes.len, &options, &result);
    assert_int_equal(result.status, URA_END);
    assert_string_equal(result.encoding, "CP1252");
    reading_release(&result);

    assert_int_equal(pipe(ends), 0);
    if (fork() == 0) {
        close(ends[0]);
        for (size_t at = 0; at < bytes.len;) {
            ssize_t n = write(ends[1], bytes.ptr + at, bytes.len - at);

            at += n > 0 ? (size_t)n : bytes.len;
        }
        _exit(0);
    }
    close(ends[1]);
    assert_true(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
    close(ends[0]);
    assert_int_equal(ura_reader_open(context, "-", &options, &reader, &error), URA_OK);
    while (!(status = ura_reader_next(reader, &chunk, &error)))
        ;
    assert_int_equal(status, URA_BAD_INPUT);
    assert_int_equal(error.offset, bytes.len - 22);
    ura_reader_free(reader);
    dup2(kept, STDIN_FILENO);
    close(kept);
    buf_release(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(albanian_is_read_from_each_eight_bit_encoding),
        cmocka_unit_test(one_short_line_is_enough),
        cmocka_unit_test(other_languages_are_read_too),
        cmocka_unit_test(a_name_from_elsewhere_decides_between_likes),
        cmocka_unit_test(utf_16_is_told_by_its_mark_or_its_zeros),
        cmocka_unit_test(an_encoding_that_is_named_is_used),
        cmocka_unit_test(an_encoding_that_does_not_exist_is_not_found),
        cmocka_unit_test(a_guess_is_said_to_be_one),
        cmocka_unit_test(a_span_leads_back_from_two_bytes_to_one_and_from_one_to_two),
        cmocka_unit_test(bytes_without_a_meaning_have_a_place),
        cmocka_unit_test(what_is_no_text_is_named),
        cmocka_unit_test(utf_8_with_a_damaged_byte_is_never_another_encoding),
        cmocka_unit_test(a_late_letter_decides_in_a_file_and_is_an_error_in_a_pipe),
    };

    return cmocka_run_group_tests(tests, open_context, close_context);
}
