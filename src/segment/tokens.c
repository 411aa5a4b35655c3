/* tokens.c - a sentence to tokens: word breaks, repaired. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segmenter.h"

#include "base/ascii.h"
#include "segment/address.h"
#include "segment/apostrophes.h"

/* The text at hand, and what is made of it. */
struct tokenizing {
    struct segmenter *segmenter;
    struct ura_str text;
    struct token_list *out;
    size_t first; /* tokens before it belong to earlier texts */
    bool failed;  /* out of memory */
};

static void
push(struct tokenizing *state, size_t start, size_t end, enum token_kind kind)
{
    struct token_list *out = state->out;
    bool joined = out->count > state->first && out->items[out->count - 1].end == start;

    if (start == end)
        return;
    if (out->count == out->capacity) {
        struct token *grown =
            array_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);

        if (!grown) {
            state->failed = true;
            return;
        }
        out->items = grown;
    }
    out->items[out->count++] = (struct token){start, end, kind, joined};
}

/* The token BACK places before the next one; NULL if there is none in this text. */
static struct token *
last(const struct tokenizing *state, size_t back)
{
    const struct token_list *out = state->out;

    return out->count - state->first > back ? &out->items[out->count - 1 - back] : NULL;
}

static bool
all_digits(struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]))
            return false;
    return text.len > 0;
}

static struct ura_str
token_text(const struct tokenizing *state, const struct token *token)
{
    return ura_str_slice(state->text, token->start, token->end);
}

/* Bytes of the one blank that may group digits, at AT: blank, no-break, thin, narrow; else 0.
 */
static size_t
group_blank(struct ura_str text, size_t at, size_t end)
{
    static const char *const BLANKS[] = {" ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"};

    for (size_t i = 0; i < sizeof BLANKS / sizeof *BLANKS; i++) {
        size_t len = strlen(BLANKS[i]);

        if (end - at == len && memcmp(text.ptr + at, BLANKS[i], len) == 0)
            return len;
    }
    return 0;
}

/* Whether NUMBER is one to three digits, or such groups with blanks: "12", "1 234". */
static bool
can_take_group(struct ura_str number)
{
    size_t digits = 0;

    if (!number.len || number.ptr[0] == '0')
        return false;
    for (size_t i = 0; i < number.len; i++) {
        if (ascii_is_digit(number.ptr[i]))
            digits++;
        else if (number.ptr[i] == ',' || number.ptr[i] == '.' || number.ptr[i] == ':' ||
                 number.ptr[i] == '\'' || digits > 3)
            return false;
        else
            digits = 0;
    }
    return digits <= 3;
}

/* Whether NUMBER is three digits, perhaps with one or two decimals: "234", "234,5". */
static bool
is_group(struct ura_str number)
{
    if (number.len < 3 || !all_digits(ura_str_slice(number, 0, 3)))
        return false;
    if (number.len == 3)
        return true;
    return (number.ptr[3] == ',' || number.ptr[3] == '.') && number.len <= 6 &&
           all_digits(ura_str_slice(number, 4, number.len));
}

/* "10" ":" "30" are one time of day; "10:30" ":" "15" too. */
static bool
joins_time(const struct tokenizing *state, size_t start, size_t end)
{
    const struct token *colon = last(state, 0), *hour = last(state, 1);
    struct ura_str before;

    if (!hour || colon->end != start || !colon->joined || end - start != 2 ||
        hour->kind != TOKEN_NUMBER || state->text.ptr[colon->start] != ':')
        return false;
    before = token_text(state, hour);
    return (before.len <= 2 && all_digits(before)) ||
           (before.len <= 5 && memchr(before.ptr, ':', before.len));
}

static void
push_number(struct tokenizing *state, size_t start, size_t end)
{
    struct token *before = last(state, 0);
    struct ura_str number = ura_str_slice(state->text, start, end);

    if (before && before->kind == TOKEN_NUMBER && before->end < start &&
        group_blank(state->text, before->end, start) && is_group(number) &&
        can_take_group(token_text(state, before))) {
        before->end = end;
    } else if (all_digits(number) && joins_time(state, start, end)) {
        state->out->count--;
        last(state, 0)->end = end;
    } else {
        push(state, start, end, TOKEN_NUMBER);
    }
}

/* Where the number that begins WORD ends: "10.5km", "19th". WORD's end where all is number. */
static size_t
number_end(const struct tokenizing *state, const struct word *word)
{
    size_t at = word->start;

    while (at < word->end) {
        size_t next = at;
        enum word_class class =
            word_class_next(state->segmenter->classes, state->text, &next, word->end);

        if (class == WORD_LETTER || class == WORD_UNDERSCORE)
            return at;
        at = next;
    }
    return at;
}

static bool
starts_sentence(const struct tokenizing *state, size_t start, size_t end)
{
    return end - start >= 2 && state->text.ptr[start] >= 'A' && state->text.ptr[start] <= 'Z' &&
           state->text.ptr[start + 1] >= 'a' && state->text.ptr[start + 1] <= 'z';
}

/*
 * Whether the full stops in WORD are abbreviations' ("p.sh", "U.S"), or stand between sentences
 * and words whose blank is missing ("punonin.Koncesionari").
 */
static bool
is_abbreviation(const struct tokenizing *state, const struct word *word)
{
    enum { LONGEST_LABEL = 4 }; /* "Prof", "tetr": bytes between an abbreviation's stops */
    size_t start = word->start;

    for (size_t at = start; at <= word->end; at++) {
        if (at < word->end && state->text.ptr[at] != '.')
            continue;
        if (at - start > LONGEST_LABEL)
            return false;
        if (at < word->end && at - start >= 2 && starts_sentence(state, at + 1, word->end))
            return false;
        start = at + 1;
    }
    return true;
}

/* A word of letters without full stops inside: cut at the apostrophes of clitics. */
static void
push_letters(struct tokenizing *state, size_t start, size_t end, unsigned flags)
{
    if (flags & WORD_HAS_APOSTROPHE) {
        size_t cut;

        while ((cut = apostrophe_cut(state->segmenter->clitics, state->text, start, end))) {
            push(state, start, cut, TOKEN_WORD);
            start = cut;
        }
    }
    push(state, start, end, TOKEN_WORD);
}

static void
push_dotted(struct tokenizing *state, const struct word *word)
{
    size_t start = word->start;

    if (is_abbreviation(state, word)) {
        push_letters(state, start, word->end, word->flags);
        return;
    }
    for (size_t at = start; at < word->end; at++) {
        if (state->text.ptr[at] != '.')
            continue;
        push_letters(state, start, at, word->flags);
        push(state, at, at + 1, TOKEN_PUNCTUATION);
        start = at + 1;
    }
    push_letters(state, start, word->end, word->flags);
}

static void
push_digits(struct tokenizing *state, const struct word *word)
{
    size_t cut = number_end(state, word);

    if (cut < word->end && state->text.ptr[cut] == '_') {
        push(state, word->start, word->end, TOKEN_WORD);
    } else {
        push_number(state, word->start, cut);
        push(state, cut, word->end, TOKEN_WORD);
    }
}

/*
 * A mark like an apostrophe that word breaks leave alone, MARK, between the last token and NEXT
 * (NULL: nothing joined to it): "t´i", "c' ka", "Obama`s". Returns how many words were used.
 */
static size_t
push_loose_apostrophe(struct tokenizing *state, const struct word *mark,
                      const struct word *next)
{
    const struct clitics *clitics = state->segmenter->clitics;
    struct token *before = last(state, 0);

    if (!before || before->kind != TOKEN_WORD || before->end != mark->start)
        return 0;
    if (apostrophe_before(clitics, token_text(state, before)) &&
        (!before->joined || before->start == 0 || last(state, 1)->kind == TOKEN_WORD) &&
        (!next || next->first == WORD_LETTER)) {
        before->end = mark->end;
        return 1;
    }
    if (next && next->first == WORD_LETTER &&
        apostrophe_after(clitics, ura_str_slice(state->text, next->start, next->end))) {
        push(state, mark->start, next->end, TOKEN_WORD);
        return 2;
    }
    return 0;
}

/* Pushes word I of the list; returns how many words were used. */
static size_t
push_word(struct tokenizing *state, size_t i)
{
    const struct word_list *words = &state->segmenter->words;
    const struct word *word = &words->items[i];
    size_t used = 0;

    if (word->first == WORD_DIGIT) {
        push_digits(state, word);
    } else if (!(word->flags & WORD_HAS_LETTER)) {
        if (apostrophe_at(state->text, word->start, word->end))
            used = push_loose_apostrophe(state, word, i + 1 < words->count ? word + 1 : NULL);
        if (!used)
            push(state, word->start, word->end, TOKEN_PUNCTUATION);
    } else if (word->flags & WORD_HAS_DOT) {
        push_dotted(state, word);
    } else {
        push_letters(state, word->start, word->end, word->flags);
    }
    return used ? used : 1;
}

/* If an address begins with word I and ends with a word: how many words it has; else 0. */
static size_t
push_address(struct tokenizing *state, size_t i, size_t end, size_t *scanned)
{
    const struct word_list *words = &state->segmenter->words;
    size_t start = words->items[i].start, stop, last_word = i;

    if (start < *scanned)
        return 0;
    stop = address_end(state->text, start, end, scanned);
    if (stop == start)
        return 0;
    while (last_word < words->count && words->items[last_word].end < stop)
        last_word++;
    if (*scanned < stop)
        *scanned = stop;
    if (last_word == words->count || words->items[last_word].end != stop)
        return 0;
    push(state, start, stop, TOKEN_ADDRESS);
    return last_word + 1 - i;
}

/* The words of TEXT[START, END), which holds no white space and no WORD_CUT. */
static enum ura_status
add_words(struct tokenizing *state, size_t start, size_t end, struct ura_error *error)
{
    struct segmenter *segmenter = state->segmenter;
    enum ura_status status;

    if (start == end || (!segmenter->ask_always && words_scan(segmenter->classes, state->text,
                                                              start, end, &segmenter->words)))
        return URA_OK;
    status = segmenter_open_breaks(segmenter, error);
    if (!status)
        status = words_ask(segmenter->classes, segmenter->word_break, state->text, start, end,
                           &segmenter->words, error);
    return status;
}

/*
 * The words from START up to the next white space, whose offset goes to *END. *ADDRESS says
 * whether an address may be among them.
 */
static enum ura_status
add_chunk(struct tokenizing *state, size_t start, size_t *end, bool *address,
          struct ura_error *error)
{
    const struct ura_str text = state->text;
    const struct word_classes *classes = state->segmenter->classes;
    size_t piece = start, at = start;
    enum ura_status status = URA_OK;

    *address = false;
    state->segmenter->words.count = 0;
    while (!status && at < text.len) {
        const size_t here = at;
        enum word_class class = word_class_next(classes, text, &at, text.len);

        if (class == WORD_SPACE) {
            at = here;
            break;
        }
        *address |= text.ptr[here] == '.' && at < text.len && (uint8_t)text.ptr[at] > ' ';
        if (class != WORD_CUT)
            continue;
        *address = true;
        status = add_words(state, piece, here, error);
        if (!status &&
            !words_add(&state->segmenter->words, (struct word){here, at, WORD_CUT, 0}))
            status = error_memory(error);
        piece = at;
    }
    *end = at;
    return status ? status : add_words(state, piece, at, error);
}

enum ura_status
segmenter_tokens(struct segmenter *segmenter, struct ura_str text, struct token_list *out,
                 struct ura_error *error)
{
    struct tokenizing state = {segmenter, text, out, out->count, false};
    size_t at = 0;

    while (at < text.len) {
        size_t next = at, scanned = at;
        bool address;
        enum ura_status status;

        if (word_class_next(segmenter->classes, text, &next, text.len) == WORD_SPACE) {
            at = next;
            continue;
        }
        status = add_chunk(&state, at, &next, &address, error);
        if (status)
            return status;
        for (size_t i = 0; i < segmenter->words.count;) {
            size_t used = address ? push_address(&state, i, next, &scanned) : 0;

            i += used ? used : push_word(&state, i);
        }
        at = next;
    }
    return state.failed ? error_memory(error) : URA_OK;
}
