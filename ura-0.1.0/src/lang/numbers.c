/* numbers.c - numbers in text by their value, whatever their style. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/numbers.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

enum { GROUP = 3 }; /* digits between the marks of thousands */

/* Reads digits of any script from AT into OUT; returns how many, SIZE_MAX for too many. */
static size_t
take_digits(struct ura_str text, size_t *at, struct number *out)
{
    size_t taken = 0;

    while (*at < text.len) {
        size_t next = *at;
        UChar32 letter;
        int32_t value;

        U8_NEXT((const uint8_t *)text.ptr, next, text.len, letter);
        value = letter >= 0 ? u_charDigitValue(letter) : -1;
        if (value < 0)
            break;
        if (out->count == NUMBER_DIGITS)
            return SIZE_MAX;
        out->digits[out->count++] = (char)('0' + value);
        *at = next;
        taken++;
    }
    return taken;
}

/* The separator at AT, 0 for none; *NEXT is after it. Blanks of all widths are ' '. */
static char
take_separator(struct ura_str text, size_t at, size_t *next)
{
    UChar32 letter;

    *next = at;
    if (at >= text.len)
        return 0;
    U8_NEXT((const uint8_t *)text.ptr, *next, text.len, letter);
    switch (letter) {
    case '.':
    case 0x066B: /* Arabic decimal separator */
        return '.';
    case ',':
    case 0x066C: /* Arabic thousands separator */
        return ',';
    case '\'':
    case 0x2019:
        return '\'';
    case ':':
        return ':';
    case ' ':
    case 0xA0:
    case 0x2009:
    case 0x202F:
        return ' ';
    default:
        return 0;
    }
}

/* Whether exactly three digits stand at AT. */
static bool
group_follows(struct ura_str text, size_t at)
{
    struct number group = {{0}, 0, 0};

    return take_digits(text, &at, &group) == GROUP;
}

/* Drops the zeros that change no value. */
static void
trim(struct number *number)
{
    size_t zeros = 0, whole;

    while (number->decimals && number->digits[number->count - 1] == '0') {
        number->count--;
        number->decimals--;
    }
    whole = number->count - number->decimals;
    while (zeros + 1 < whole && number->digits[zeros] == '0')
        zeros++;
    memmove(number->digits, number->digits + zeros, number->count - zeros);
    number->count -= zeros;
}

bool
number_read(struct ura_str text, struct number *out, size_t *used)
{
    size_t at = 0, next, taken;
    char mark, thousands = 0;

    *out = (struct number){{0}, 0, 0};
    taken = take_digits(text, &at, out);
    if (!taken || taken == SIZE_MAX)
        return false;
    /* "0,125" and "1234.567" have no thousands: a group never follows zero or four digits. */
    if (taken <= GROUP && out->digits[0] != '0')
        while ((mark = take_separator(text, at, &next)) && mark != ':' &&
               (!thousands || mark == thousands) && group_follows(text, next)) {
            thousands = mark;
            at = next;
            if (take_digits(text, &at, out) == SIZE_MAX)
                return false;
        }
    mark = take_separator(text, at, &next);
    if ((mark == '.' || mark == ',' || mark == ':') && mark != thousands) {
        taken = take_digits(text, &next, out);
        if (taken == SIZE_MAX)
            return false;
        if (taken) {
            out->decimals = taken;
            at = next;
        }
    }
    trim(out);
    *used = at;
    return true;
}

struct number
number_from(uint64_t value)
{
    struct number number = {{0}, 0, 0};

    number.count = number_write_unsigned(value, number.digits);
    return number;
}

bool
number_scale(struct number *number, size_t exponent)
{
    size_t points = exponent < number->decimals ? exponent : number->decimals;
    size_t zeros = exponent - points;

    if (number->count + zeros > NUMBER_DIGITS)
        return false;
    number->decimals -= points;
    memset(number->digits + number->count, '0', zeros);
    number->count += zeros;
    trim(number);
    return true;
}

void
number_append(struct ura_buf *out, const struct number *number)
{
    size_t whole = number->count - number->decimals;

    buf_append(out, number->digits, whole);
    if (number->decimals) {
        buf_append_byte(out, '.');
        buf_append(out, number->digits + whole, number->decimals);
    }
}
