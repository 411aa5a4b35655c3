/* quantities.c - numbers that are several tokens: "18 mijë", "two hundred and five". */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/quantities.h"

#include <string.h>

#include "lexicon/marks.h"

enum { PERCENT_MAX = 48, HUNDRED = 2 };

static struct spelled
find_spelled(const struct reader *reader, size_t i)
{
    if (i >= reader->pieces.count || reader->piece_forms[i] == INTERN_NONE)
        return (struct spelled){SPELLED_NONE, 0};
    return reader->form_items[reader->piece_forms[i]].spelled;
}

static uint64_t
find_power(uint32_t exponent)
{
    uint64_t power = 1;

    while (exponent--)
        power *= 10;
    return power;
}

/* The pieces from I that may stand between the parts of a number: a hyphen, "and"; 0 or 1. */
static size_t
skip_join(const struct reader *reader, struct ura_str text, size_t i)
{
    const struct token *piece = &reader->pieces.items[i];

    if (i >= reader->pieces.count)
        return 0;
    if (find_spelled(reader, i).kind == SPELLED_JOIN)
        return 1;
    return piece->kind == TOKEN_PUNCTUATION && piece->joined &&
           ura_str_equal(mark_find(ura_str_slice(text, piece->start, piece->end)),
                         ura_str_from("-"));
}

/*
 * Words from I: parts that fit under the zeros of what stands before them are added ("twenty-
 * three"), multipliers multiply what they are greater than.
 */
static size_t
read_words(const struct reader *reader, struct ura_str text, size_t i, uint64_t *out)
{
    uint64_t done = 0, part = 0, power;
    size_t at = i, used = 0;
    bool any = false;

    for (;;) {
        size_t join = any ? skip_join(reader, text, at) : 0;
        struct spelled word = find_spelled(reader, at + join);

        if (word.kind == SPELLED_MULTIPLIER && !join) {
            power = find_power(word.value);
            if (any && part >= power)
                break; /* "një mijë mijë" is no number */
            part = any && part ? part * power : power;
            if (word.value > HUNDRED) {
                if (done && done % (part * 10) != 0 && done < part)
                    break;
                done += part;
                part = 0;
            }
        } else if (word.kind == SPELLED_VALUE) {
            uint64_t under = part ? part : done, size = 1;

            while (size <= word.value)
                size *= 10;
            if (any && (!word.value || under % size != 0))
                break;
            part += word.value;
        } else {
            break;
        }
        any = true;
        at += join + 1;
        used = at - i;
        if (done + part > UINT64_MAX / 10000000000000u)
            break;
    }
    *out = done + part;
    return used;
}

/* The multipliers from AT, applied to NUMBER; returns how many pieces. */
static size_t
read_multipliers(const struct reader *reader, size_t at, struct number *number)
{
    size_t used = 0;

    for (;;) {
        struct spelled word = find_spelled(reader, at + used);

        if (word.kind != SPELLED_MULTIPLIER || !number_scale(number, word.value))
            return used;
        used++;
    }
}

size_t
quantity_read(const struct reader *reader, struct ura_str text, size_t i, struct number *out)
{
    const struct token *piece = &reader->pieces.items[i];
    struct ura_str here = ura_str_slice(text, piece->start, piece->end);
    uint64_t value;
    size_t used;

    if (piece->kind == TOKEN_NUMBER) {
        if (!number_read(here, out, &used) || used < here.len)
            return 0;
        return 1 + read_multipliers(reader, i + 1, out);
    }
    if (piece->kind != TOKEN_WORD)
        return 0;
    used = read_words(reader, text, i, &value);
    if (!used || (used == 1 && (value < 2 || value == 100)))
        return 0;
    *out = number_from(value);
    return used;
}

size_t
quantity_percent(const struct reader *reader, size_t i)
{
    char words[PERCENT_MAX];
    struct ura_str first, second;

    if (find_spelled(reader, i).kind == SPELLED_PERCENT)
        return 1;
    if (!i || i + 1 >= reader->pieces.count || reader->piece_forms[i + 1] == INTERN_NONE)
        return 0;
    if (reader->pieces.items[i - 1].kind != TOKEN_NUMBER &&
        find_spelled(reader, i - 1).kind == SPELLED_NONE)
        return 0;
    first = reader->form_items[reader->piece_forms[i]].folded;
    second = reader->form_items[reader->piece_forms[i + 1]].folded;
    if (first.len + second.len + 1 > sizeof words)
        return 0;
    memcpy(words, first.ptr, first.len);
    words[first.len] = ' ';
    memcpy(words + first.len + 1, second.ptr, second.len);
    return spellout_find(reader->spellout, (struct ura_str){words, first.len + 1 + second.len})
                       .kind == SPELLED_PERCENT
               ? 2
               : 0;
}
