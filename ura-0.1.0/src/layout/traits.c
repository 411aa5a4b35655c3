/* traits.c - what a unit of a story shows: the words it matches, and its shape. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/traits.h"

#include "lang/letters.h"
#include "layout/shapes.h"
#include "layout/words.h"

/* Bytes from which a paragraph that ends like a sentence is running text, and from which one is
 * that does not. Leads of the shortest news are above the first, headlines below the second. */
enum { SHORTEST_PROSE = 60, LONG_PROSE = 240 };
/* Patterns are looked for in the first bytes of long units only. */
enum { MATCHED_WHOLE = 600, MATCHED_START = 200 };
/* A time stamp, and a line of parts between dashes, has at most so many words. */
enum { LONGEST_STAMP = 12, LONGEST_DASHED = 12, MOST_COMPOUND = 6, MOST_RIGHTS = 30 };

static const struct {
    const char *name;
    enum trait_class class;
} classes[] = {
    {"month", CLASS_MONTH},   {"weekday", CLASS_MONTH}, {"person", CLASS_PERSON},
    {"office", CLASS_OFFICE}, {"header", CLASS_HEADER}, {"titles", CLASS_TITLES},
    {"by", CLASS_BY},         {"change", CLASS_CHANGE}, {"note", CLASS_NOTE},
};

/* Notes in OUT that PATTERN matches. */
static void
note_match(const struct pattern *pattern, struct traits *out)
{
    for (unsigned kind = 1; kind < URA_FURNITURE_COUNT; kind++) {
        if (ura_str_equal(pattern->kind,
                          ura_str_from(ura_furniture_name((enum ura_furniture)kind)))) {
            if (pattern->place == PATTERN_OPENS)
                out->opens |= kind_bit((enum ura_furniture)kind);
            out->kinds |= kind_bit((enum ura_furniture)kind);
            return;
        }
    }
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (ura_str_equal(pattern->kind, ura_str_from(classes[i].name)))
            out->classes |= classes[i].class;
    }
    if (ura_str_equal(pattern->kind, URA_STR("titles")))
        out->kinds |= kind_bit(URA_FURNITURE_WEB);
}

static void
match_patterns(const struct patterns *patterns, struct ura_str words, struct traits *out)
{
    for (size_t i = 0; i < patterns->count; i++) {
        const struct pattern *pattern = &patterns->items[i];

        /* In running text any phrase may turn up. */
        if (pattern->place == PATTERN_WITHIN && (out->shape & TRAIT_PROSE))
            continue;
        if (pattern_matches(pattern, words))
            note_match(pattern, out);
    }
}

/* Sums over the words of a unit, from which its shape follows. */
struct tally {
    unsigned tokens; /* between blanks, symbols too */
    unsigned tags, bars, dashes, digits, keywords, compounds, chains, codes;
    bool first_is_keyword;
    bool outside; /* letters stand outside brackets */
};

/* Whether TOKEN is a month or a day of the week. */
static bool
is_date_word(struct ura_str token, const struct patterns *patterns, struct ura_buf *scratch)
{
    buf_clear(scratch);
    letters_fold_words(token, scratch);
    for (size_t i = 0; scratch->len && i < patterns->count; i++) {
        const struct pattern *pattern = &patterns->items[i];

        if ((ura_str_equal(pattern->kind, URA_STR("month")) ||
             ura_str_equal(pattern->kind, URA_STR("weekday"))) &&
            pattern_matches(pattern, buf_str(scratch)))
            return true;
    }
    return false;
}

/* Adds TOKEN to TALLY. BRACKETS: it stands inside them. */
static void
count_token(struct ura_str token, bool inside, struct tally *tally, struct traits *out)
{
    struct word word = word_read(token);

    tally->tokens++;
    tally->bars += word.shape == WORD_BAR;
    tally->dashes += word.shape == WORD_DASH;
    if (word.letters + word.digits == 0)
        return;
    out->words++;
    tally->tags += token.ptr[0] == '#' || token.ptr[0] == '@';
    tally->digits += word.digits > 0;
    tally->codes += word.code;
    tally->compounds += word.compound;
    tally->chains += word.chain;
    if (word.keyword) {
        tally->keywords++;
        tally->first_is_keyword |= out->words == 1;
    }
    if (word.time)
        out->shape |= TRAIT_TIME;
    if (inside)
        return;
    tally->outside = true;
    if (word.first == LETTER_LOWER && word.head > out->longest_small)
        out->longest_small = word.head;
    out->names += word.first == LETTER_UPPER && word.head > 1;
}

/* Goes through the words of OUT->text. */
static void
count_tokens(struct traits *out, struct tally *tally)
{
    struct ura_str text = out->text, token;
    size_t at = 0;
    int depth = 0;

    while (words_next(text, &at, &token)) {
        bool opened = token.ptr[0] == '(' || token.ptr[0] == '[';

        count_token(token, depth > 0 || opened, tally, out);
        for (size_t i = 0; i < token.len; i++) {
            depth += token.ptr[i] == '(' || token.ptr[i] == '[';
            depth -= (token.ptr[i] == ')' || token.ptr[i] == ']') && depth > 0;
        }
    }
}

/* Keywords are those of a slugline in capitals, at the head of the line, or in one of few
 * words. */
static bool
is_keyword_line(const struct traits *traits, const struct tally *tally)
{
    bool caps = traits->shape & TRAIT_CAPS;

    if (tally->keywords && (caps || tally->first_is_keyword || traits->words <= 3))
        return true;
    if (tally->chains && traits->words == 1)
        return true;
    return tally->compounds && traits->words <= (caps ? MOST_COMPOUND : 3);
}

/* The words of a time stamp: digits, months, time zones, and what is shorter than three
 * letters. */
static bool
is_stamp(struct ura_str text, const struct tally *tally, const struct patterns *patterns,
         struct ura_buf *scratch)
{
    struct ura_str token;
    unsigned dated = 0, digits = 0, all = 0;
    bool after_digits = false;
    size_t at = 0;

    if (tally->digits == 0 || tally->tokens > LONGEST_STAMP)
        return false;
    while (words_next(text, &at, &token)) {
        struct word word = word_read(token);

        if (word.letters + word.digits == 0)
            continue;
        all++;
        digits += word.digits > 0;
        /* Capitals behind digits are a time zone. */
        dated += word.digits > 0 || word.letters < 3 ||
                 (after_digits && word.caps && word.letters < 5) ||
                 is_date_word(token, patterns, scratch);
        after_digits = word.digits > 0;
    }
    if (all == 1)
        return word_read(text).time;
    return digits >= 2 ? dated * 3 >= all * 2 : dated == all;
}

static bool
has_text(struct ura_str text, const char *part)
{
    return memmem(text.ptr, text.len, part, strlen(part)) != NULL;
}

/* What the tokens of a unit come to. */
static unsigned
shape_of(const struct traits *traits, const struct tally *tally)
{
    struct ura_str text = traits->text;
    unsigned shape = 0;

    if (traits->words == 0)
        return TRAIT_SYMBOLS;
    if (!tally->outside ||
        (text.ptr[0] == '(' && text.ptr[text.len - 1] == ')' && has_text(text, ") (")))
        shape |= TRAIT_BRACKETED;
    if (tally->tags == traits->words)
        shape |= TRAIT_TAGS;
    if (tally->bars)
        shape |= TRAIT_BARS;
    if (tally->dashes >= 2 && traits->words <= LONGEST_DASHED)
        shape |= TRAIT_DASHED;
    if (tally->digits)
        shape |= TRAIT_DIGITS;
    if (tally->codes)
        shape |= TRAIT_CODES;
    if (has_text(text, " = ") && tally->digits >= 2)
        shape |= TRAIT_RATE;
    if (text.ptr[0] == '#' && text.len > 1 && (text.ptr[1] == '#' || text.ptr[1] == ' '))
        shape |= TRAIT_HASH;
    if (has_text(text, "\xC2\xA9") && traits->words <= MOST_RIGHTS)
        shape |= TRAIT_RIGHTS;
    if (words_hold_url(text))
        shape |= TRAIT_URL;
    if (words_hold_mail(text))
        shape |= TRAIT_MAIL;
    if (words_hold_phone(text))
        shape |= TRAIT_PHONE;
    return shape;
}

enum ura_status
traits_read(const struct unit *unit, const struct lines *lines, struct ura_str text,
            const struct patterns *patterns, struct ura_buf *scratch, struct traits *out,
            struct ura_error *error)
{
    const struct line *first = &lines->items[unit->first], *last = &lines->items[unit->last];
    struct tally tally = {0};
    struct ura_str matched;

    *out = (struct traits){.text = unit_text(unit, lines, text)};
    count_tokens(out, &tally);
    out->shape |= shape_of(out, &tally);
    if (unit->kind != URA_BLOCK_LIST_ITEM && unit->kind != URA_BLOCK_TABLE_ROW &&
        is_stamp(out->text, &tally, patterns, scratch))
        out->shape |= TRAIT_STAMP;
    if ((first->flags & LINE_CAPS) && (last->flags & LINE_CAPS))
        out->shape |= TRAIT_CAPS;
    if (is_keyword_line(out, &tally))
        out->shape |= TRAIT_KEYWORDS;
    if (last->flags & LINE_ENDED)
        out->shape |= TRAIT_ENDED;
    if (last->flags & LINE_COLON)
        out->shape |= TRAIT_COLON;
    if (out->names && out->longest_small <= 3 && !(out->shape & (TRAIT_ENDED | TRAIT_TIME)))
        out->shape |= TRAIT_NAMES;
    if (unit->kind == URA_BLOCK_PARAGRAPH && !(out->shape & TRAIT_BRACKETED) &&
        out->text.len >=
            (out->shape & (TRAIT_ENDED | TRAIT_COLON) ? SHORTEST_PROSE : LONG_PROSE))
        out->shape |= TRAIT_PROSE;
    matched = out->text;
    if (matched.len > MATCHED_WHOLE)
        matched.len = MATCHED_START;
    buf_clear(scratch);
    letters_fold_words(matched, scratch);
    if (scratch->failed)
        return error_memory(error);
    match_patterns(patterns, buf_str(scratch), out);
    return URA_OK;
}

bool
traits_is_signoff(struct ura_str text)
{
    struct ura_str token;
    unsigned initials = 0, times = 0, all = 0;
    size_t at = 0;

    /* Longer lines are no initials: the longest that agencies send have some forty letters. */
    if (text.len > 48)
        return false;
    while (words_next_part(text, &at, &token)) {
        struct word word = word_read(token);

        if (word.letters + word.digits == 0)
            continue;
        all++;
        if (word.digits) {
            times += word.digits >= 4 || word.time;
            continue;
        }
        if (word.caps ? word.letters > 8 : word.letters > 4)
            return false;
        if (word.first == LETTER_UPPER && !word.caps && word.letters > 3)
            return false;
        initials += word.first == LETTER_LOWER ? word.letters <= 3 : word.letters <= 2;
    }
    return all > 0 && all <= 8 && (initials > 0 || times > 0) &&
           (all > 1 || memchr(text.ptr, '/', text.len) || memchr(text.ptr, '.', text.len));
}
