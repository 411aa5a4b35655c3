/* number.c - numbers in files, read and written in no locale. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/number.h"

#include <limits.h>
#include <math.h>

static const double LARGEST_SCALED =
    9e17; /* fits an unsigned long long with room for rounding */

size_t
number_write_unsigned(unsigned long long value, char *out)
{
    char reversed[24];
    size_t len = 0;

    do {
        reversed[len++] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    for (size_t i = 0; i < len; i++)
        out[i] = reversed[len - 1 - i];
    return len;
}

size_t
number_write_fixed(double value, int decimals, char *out)
{
    unsigned long long scale = 1, scaled, fraction;
    size_t len = 0;
    double magnitude;

    for (int i = 0; i < decimals; i++)
        scale *= 10;
    if (!isfinite(value))
        value = 0;
    magnitude = fabs(value) * (double)scale + 0.5;
    if (magnitude > LARGEST_SCALED)
        magnitude = LARGEST_SCALED;
    scaled = (unsigned long long)magnitude;
    if (value < 0 && scaled > 0)
        out[len++] = '-';
    len += number_write_unsigned(scaled / scale, out + len);
    if (decimals == 0)
        return len;
    out[len++] = '.';
    fraction = scaled % scale;
    for (unsigned long long digit = scale / 10; digit > 0; digit /= 10)
        out[len++] = (char)('0' + fraction / digit % 10);
    return len;
}

bool
number_parse_unsigned(struct ura_str text, unsigned long long *out)
{
    unsigned long long value = 0;

    if (text.len == 0)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = (unsigned)((unsigned char)text.ptr[i] - '0');

        if (digit > 9 || value > (ULLONG_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

bool
number_parse_real(struct ura_str text, double *out)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    bool after_point = false, any = false;
    double value = 0, scale = 1;

    for (size_t i = negative; i < text.len; i++) {
        char c = text.ptr[i];

        if (c == '.' && !after_point) {
            after_point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        any = true;
        value = value * 10 + (c - '0');
        if (after_point)
            scale *= 10;
    }
    if (!any)
        return false;
    *out = (negative ? -value : value) / scale;
    return true;
}
