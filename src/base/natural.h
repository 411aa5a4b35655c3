/* natural.h - logarithm and exponential that are fast and the same on every machine. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_NATURAL_H
#define BASE_NATURAL_H

#include <stdint.h>
#include <string.h>

/* The libraries' logf and expf differ in the last bit from one processor to the next (fused
 * multiply-add or not), and a search breaks ties by that bit. */

/* log(X), X positive and normal; relative error under 1e-6 away from 1, absolute under 1e-7. */
static inline float
natural_log(float x)
{
    uint32_t bits;
    float mantissa, s, q;
    int exponent;

    memcpy(&bits, &x, sizeof bits);
    /* Moves the mantissa to [sqrt(1/2), sqrt(2)), where the series converges fast. */
    exponent = (int)((bits - 0x3f3504f3u) >> 23);
    exponent = exponent >= 256 ? exponent - 512 : exponent;
    bits -= (uint32_t)exponent << 23;
    memcpy(&mantissa, &bits, sizeof mantissa);
    /* log m = 2 artanh((m - 1) / (m + 1)) */
    s = (mantissa - 1) / (mantissa + 1);
    q = s * s;
    return 2 * s * (1 + q * (1 / 3.0f + q * (1 / 5.0f + q * (1 / 7.0f + q * (1 / 9.0f))))) +
           (float)exponent * 0.69314718f;
}

/* exp(X); 0 below -87, held at exp(87) above. Relative error under 1e-6. */
static inline float
natural_exp(float x)
{
    float power, rest, value;
    int32_t whole;
    uint32_t bits;

    if (x < -87)
        return 0;
    if (x > 87)
        x = 87;
    power = x * 1.44269504f;
    whole = (int32_t)(power + (power < 0 ? -0.5f : 0.5f));
    rest = x - (float)whole * 0.693145752f;
    rest -= (float)whole * 1.42860677e-6f;
    value =
        1 + rest * (1 + rest * (1 / 2.0f +
                                rest * (1 / 6.0f +
                                        rest * (1 / 24.0f +
                                                rest * (1 / 120.0f + rest * (1 / 720.0f))))));
    bits = (uint32_t)(whole + 127) << 23;
    memcpy(&power, &bits, sizeof power);
    return value * power;
}

#endif
