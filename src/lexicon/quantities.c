/* quantities.c - numbers that are several tokens: "18 mijë", "two hundred and five". */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/quantities.h"

#include <string.h>

#include "lexicon/marks.h"

enum {
    PERCENT_MAX = 48, /* bytes of two words for % */
    HUNDRED = 2,      /* exponent of the greatest multiplier that a part may still grow under */
    LEAST_ALONE = 2,
    HUNDRED_ALONE = 100, /* without a number before it, the half of "për qind" */
};

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

/* A number as its words come: TOTAL up to the last great multiplier, PART after it. */
struct counting {
    uint64_t total;
    uint64_t part;
    bool any;
};

/* A word that fits under the zeros of what stands before it is added: "twenty-three". */
static bool
add_value(struct counting *counting, uint64_t value)
{
    uint64_t before = counting->part ? counting->part : counting->total, size = 1;

    while (size <= value)
        size *= 10;
    if (counting->any && (!value || before % size != 0))
        return false;
    counting->part += value;
    return true;
}

/* A multiplier multiplies what is less than itself, alone it is 10^EXPONENT; the great ones end
 * a part that must fit under the zeros of those before: "two million five thousand". */
static bool
multiply(struct counting *counting, uint32_t exponent)
{
    uint64_t power = find_power(exponent), part = counting->any ? counting->part : 1;

    if (!part || part >= power || part > UINT64_MAX / power)
        return false;
    part *= power;
    if (exponent <= HUNDRED) {
        counting->part = part;
        return true;
    }
    if (counting->total && (part >= counting->total || part > UINT64_MAX - counting->total))
        return false;
    counting->total += part;
    counting->part = 0;
    return true;
}

/* The number that the words from I spell; returns how many pieces it has, 0 for none. */
static size_t
read_words(const struct reader *reader, struct ura_str text, size_t i, uint64_t *out)
{
    struct counting counting = {0, 0, false};
    size_t at = i;

    for (;;) {
        size_t join = counting.any ? skip_join(reader, text, at) : 0;
        struct spelled word = find_spelled(reader, at + join);

        if (word.kind == SPELLED_VALUE
                ? !add_value(&counting, word.value)
                : word.kind != SPELLED_MULTIPLIER || join || !multiply(&counting, word.value))
            break;
        counting.any = true;
        at += join + 1;
    }
    *out = counting.total + counting.part;
    return at - i;
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
    if (!used || (used == 1 && (value < LEAST_ALONE || value == HUNDRED_ALONE)))
        return 0;
    *out = number_from(value);
    return used;
}

bool
quantity_ended(const struct reader *reader, size_t i)
{
    return i && (reader->pieces.items[i - 1].kind == TOKEN_NUMBER ||
                 find_spelled(reader, i - 1).kind != SPELLED_NONE);
}

size_t
quantity_percent(const struct reader *reader, size_t i)
{
    char words[PERCENT_MAX];
    struct ura_str first, second;

    if (find_spelled(reader, i).kind == SPELLED_PERCENT)
        return 1;
    if (i + 1 >= reader->pieces.count || reader->piece_forms[i + 1] == INTERN_NONE ||
        !quantity_ended(reader, i))
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
