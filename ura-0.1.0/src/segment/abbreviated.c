/* abbreviated.c - the rules about abbreviations, initials and numbers before a full stop. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/rules.h"

/* The part of WORD behind its last full stop: "Prof.Dr" is a "Dr". */
static struct ura_str
last_label(struct ura_str word)
{
    size_t start = word.len;

    while (start > 0 && word.ptr[start - 1] != '.')
        start--;
    return ura_str_slice(word, start, word.len);
}

/* Whether one or two letters before the mark are the ending of a longer word: "NATO-s", "he'd",
 * "Obama\xE2\x80\x99s". */
static bool
is_ending(const struct judging *judging)
{
    static const char APOSTROPHE[] = "\xE2\x80\x99";
    const size_t len = sizeof APOSTROPHE - 1;
    const char *start = judging->before.ptr;
    size_t room = (size_t)(start - judging->reading->text.ptr) - judging->reading->sentence;

    enum { LONGEST_ENDING = 2 };

    if (judging->before.len > LONGEST_ENDING || room < 2)
        return false;
    if (start[-1] == '-' || start[-1] == '\'')
        return start[-2] != '.' && start[-2] != ' ';
    return room > len && memcmp(start - len, APOSTROPHE, len) == 0 &&
           start[-1 - (long)len] != ' ';
}

static unsigned
known_kinds(const struct judging *judging)
{
    const struct abbreviations *abbreviations = judging->reading->abbreviations;
    unsigned kinds = abbreviations_kinds(abbreviations, judging->before);
    struct ura_str label;

    if (is_ending(judging))
        return 0;
    if (kinds)
        return kinds;
    label = last_label(judging->before);
    return label.len < judging->before.len ? abbreviations_kinds(abbreviations, label) : 0;
}

enum shape {
    SHAPE_WORD,
    SHAPE_INITIAL,    /* one capital: "A" */
    SHAPE_SMALL,      /* one small letter: "p" */
    SHAPE_DOTTED,     /* short parts with full stops between: "U.S", "k.k" */
    SHAPE_TITLE,      /* a capital and consonants: "Znj", "Kpt" */
    SHAPE_CONSONANTS, /* small consonants: "kpt" */
};

static bool
is_vowel(char c)
{
    return c && strchr("aeiouyAEIOUY", c) != NULL;
}

/* Whether WORD is two to four Latin consonants; other scripts and their vowels are not known.
 */
static bool
is_consonants(struct ura_str word)
{
    enum { SHORTEST = 2, LONGEST = 4 }; /* "dr" to "prof" without its vowel */

    if (word.len < SHORTEST || word.len > LONGEST)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];

        if (is_vowel(c) || !((c >= 'a' && c <= 'z') || (i == 0 && c >= 'A' && c <= 'Z')))
            return false;
    }
    return true;
}

/* Whether the parts of WORD between its full stops are letters, three at most. */
static bool
is_dotted(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    const struct ura_str word = judging->before;
    size_t at = judging->place.mark - word.len, letters = 0;
    bool dotted = false;

    enum { LONGEST_PART = 3 }; /* "Ph", "asoc" is known */

    while (at < judging->place.mark) {
        bool full_stop = reading->text.ptr[at] == '.';
        enum sentence_class class = sentence_class_next(reading->classes, reading->text, &at);

        if (!full_stop && (class == SENTENCE_DIGIT || ++letters > LONGEST_PART))
            return false;
        if (full_stop)
            letters = 0;
        dotted |= full_stop;
    }
    return dotted;
}

static enum shape
shape_of(const struct judging *judging)
{
    const struct reading *reading = judging->reading;
    const struct ura_str word = judging->before;
    size_t at = judging->place.mark - word.len;
    enum sentence_class class;

    if (!word.len)
        return SHAPE_WORD;
    class = sentence_class_next(reading->classes, reading->text, &at);
    if (at == judging->place.mark && class == SENTENCE_UPPER)
        return SHAPE_INITIAL;
    if (is_ending(judging))
        return SHAPE_WORD;
    if (at == judging->place.mark && class == SENTENCE_LOWER)
        return SHAPE_SMALL;
    if (is_dotted(judging))
        return SHAPE_DOTTED;
    if (!is_consonants(word))
        return SHAPE_WORD;
    if (class == SENTENCE_UPPER)
        return SHAPE_TITLE;
    /* Only where the words that begin sentences are known can "krv." be told from "kpt.". */
    return reading->abbreviations->forms.count ? SHAPE_CONSONANTS : SHAPE_WORD;
}

bool
looks_abbreviated(const struct judging *judging)
{
    const unsigned abbreviations =
        FORM_TITLE | FORM_INNER | FORM_NAME | FORM_TIME | FORM_NUMBER;

    return judging->stop &&
           ((known_kinds(judging) & abbreviations) || shape_of(judging) != SHAPE_WORD);
}

bool
opener_follows(const struct judging *judging)
{
    size_t end = judging->ahead_at + judging->ahead.len;
    size_t letter = judging->ahead_at;

    if (!(abbreviations_kinds(judging->reading->abbreviations, judging->ahead) & FORM_OPENER))
        return false;
    /* "A. B.": a letter with a full stop of its own is an initial, not an article. */
    sentence_class_next(judging->reading->classes, judging->reading->text, &letter);
    return letter != end || end >= judging->reading->text.len ||
           judging->reading->text.ptr[end] != '.';
}

static bool
is_roman(struct ura_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVXLC", word.ptr[i]))
            return false;
    return word.len > 0;
}

static bool
number_follows(const struct judging *judging)
{
    char first = judging->reading->text.ptr[judging->place.next];

    return judging->first == SENTENCE_DIGIT || first == '+' || first == '#' ||
           (is_roman(judging->ahead) && !opener_follows(judging));
}

static bool
is_capitals(const struct judging *judging)
{
    size_t at = judging->ahead_at, end = at + judging->ahead.len, letters = 0;

    while (at < end) {
        if (sentence_class_next(judging->reading->classes, judging->reading->text, &at) !=
            SENTENCE_UPPER)
            return false;
        letters++;
    }
    return letters >= 2;
}

static enum verdict
judge_known(const struct judging *judging, unsigned kinds)
{
    if (kinds & (FORM_TITLE | FORM_INNER))
        return SENTENCE_GOES_ON;
    if ((kinds & FORM_NUMBER) && number_follows(judging))
        return SENTENCE_GOES_ON;
    if (kinds & FORM_TIME) {
        unsigned ahead = abbreviations_kinds(judging->reading->abbreviations, judging->ahead);

        if ((ahead & FORM_FOLLOWER) || judging->first == SENTENCE_DIGIT || is_capitals(judging))
            return SENTENCE_GOES_ON;
    }
    if (kinds & FORM_NAME)
        return opener_follows(judging) ? SENTENCE_ENDS : SENTENCE_GOES_ON;
    return NO_OPINION;
}

/* "15. Korrik": a number before a month; "das 36. Treffen" where full stops make ordinals. */
static bool
is_ordinal(const struct judging *judging)
{
    const struct abbreviations *abbreviations = judging->reading->abbreviations;

    enum { LONGEST_ORDINAL = 2 }; /* digits: days, centuries, places */

    if (!judging->before.len || judging->before.len > LONGEST_ORDINAL ||
        judging->first != SENTENCE_UPPER)
        return false;
    for (size_t i = 0; i < judging->before.len; i++)
        if (judging->before.ptr[i] < '0' || judging->before.ptr[i] > '9')
            return false;
    if (abbreviations_kinds(abbreviations, URA_STR("0")) & FORM_ORDINAL)
        return !opener_follows(judging);
    return abbreviations_kinds(abbreviations, judging->ahead) & FORM_FOLLOWER;
}

enum verdict
rule_abbreviation(const struct judging *judging)
{
    unsigned kinds;
    enum shape shape;

    if (!judging->stop || judging->place.close_end > judging->place.mark_end)
        return NO_OPINION;
    if (is_ordinal(judging))
        return SENTENCE_GOES_ON;
    kinds = known_kinds(judging);
    if (kinds & (FORM_TITLE | FORM_INNER | FORM_NUMBER | FORM_TIME | FORM_NAME | FORM_END))
        return judge_known(judging, kinds);
    shape = shape_of(judging);
    if (shape == SHAPE_WORD)
        return NO_OPINION;
    if (judging->first == SENTENCE_DIGIT)
        return shape == SHAPE_SMALL || shape == SHAPE_CONSONANTS ? SENTENCE_GOES_ON
                                                                 : NO_OPINION;
    return opener_follows(judging) ? SENTENCE_ENDS : SENTENCE_GOES_ON;
}
