/* test_sha256.c - digests of known messages, and lengths around the end of a block. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/base.h"

#include <setjmp.h>

#include <cmocka.h>

static void
assert_digest(struct ura_str text, const char *base64)
{
    uint8_t digest[SHA256_SIZE];
    struct ura_buf out = {0};

    sha256(text, digest);
    buf_append_base64(&out, digest, sizeof digest);
    buf_append_byte(&out, '\0');
    assert_string_equal(out.ptr, base64);
    buf_release(&out);
}

static void
the_standards_own_messages_have_its_digests(void **state)
{
    (void)state;
    assert_digest(URA_STR("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    assert_digest(URA_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                  "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
    assert_digest(URA_STR(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

static void
padding_is_right_at_every_length_around_a_block(void **state)
{
    static const struct {
        size_t len;
        const char *base64;
    } known[] = {
        {55, "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="},
        {56, "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="},
        {63, "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="},
        {64, "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="},
        {65, "Y1NhxIu56rFBmOduqKt/GkFoXWrWKqkUbTAdTxfrCuA="},
        {119, "MeulHDE6XAgiat8Y1KNZz9/Y0ugWsT9K+VL36mWE3Ps="},
        {120, "Lz0zVDLHC1gK8Ojhs2dKfAINaDql9zqq7f3FWvkEwhw="},
        {128, "aDbPE7rEAOkQUHHNavRwhN+srU5eMCyUv+0k4BOvtz4="},
    };
    char letters[200];

    (void)state;
    memset(letters, 'a', sizeof letters);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_digest((struct ura_str){letters, known[i].len}, known[i].base64);
}

static void
base64_pads_what_is_no_multiple_of_three(void **state)
{
    static const char *const expected[] = {"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="};

    (void)state;
    for (size_t len = 0; len < sizeof expected / sizeof *expected; len++) {
        struct ura_buf out = {0};

        buf_append_base64(&out, (const uint8_t *)"foob", len);
        buf_append_byte(&out, '\0');
        assert_string_equal(out.ptr, expected[len]);
        buf_release(&out);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_standards_own_messages_have_its_digests),
        cmocka_unit_test(padding_is_right_at_every_length_around_a_block),
        cmocka_unit_test(base64_pads_what_is_no_multiple_of_three),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
