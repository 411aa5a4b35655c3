/* words.c - single words of a story's furniture: times, codes, keywords, addresses. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "layout/words.h"

#include "base/ascii.h"

static bool
next_between(struct ura_str text, size_t *at, const char *marks, struct ura_str *out)
{
    size_t start = *at, end;

    while (start < text.len &&
           (ascii_is_space(text.ptr[start]) || strchr(marks, text.ptr[start])))
        start++;
    for (end = start; end < text.len && text.ptr[end] && !ascii_is_space(text.ptr[end]) &&
                      !strchr(marks, text.ptr[end]);)
        end++;
    *at = end;
    *out = ura_str_slice(text, start, end);
    return start < end;
}

bool
words_next(struct ura_str text, size_t *at, struct ura_str *out)
{
    return next_between(text, at, "", out);
}

bool
words_next_part(struct ura_str text, size_t *at, struct ura_str *out)
{
    return next_between(text, at, "/.-()[],;", out);
}

/* The digits at TEXT[*AT], at most LIMIT, as a number; false if there are none. */
static bool
take_number(struct ura_str text, size_t *at, size_t limit, unsigned *out)
{
    size_t start = *at;

    *out = 0;
    while (*at < text.len && *at - start < limit && ascii_is_digit(text.ptr[*at]))
        *out = *out * 10 + (unsigned)(text.ptr[(*at)++] - '0');
    return *at > start;
}

/* "10:30", "18.42", "12.41pm": an hour and minutes in two digits. */
static bool
is_clock(struct ura_str token)
{
    unsigned hour, minute;
    size_t at = 0, start;

    if (!take_number(token, &at, 2, &hour) || at == token.len ||
        (token.ptr[at] != ':' && token.ptr[at] != '.'))
        return false;
    start = ++at;
    return take_number(token, &at, 2, &minute) && at == start + 2 && hour < 25 && minute < 60 &&
           (at == token.len || !ascii_is_digit(token.ptr[at]));
}

/* "16/06/2023", "5.6.2023", "2023-06-16". */
static bool
is_date(struct ura_str token)
{
    unsigned part;
    size_t at = 0, count = 0, longest = 0;
    char mark = 0;

    for (;;) {
        size_t start = at;

        if (!take_number(token, &at, 4, &part))
            return false;
        count++;
        if (at - start > longest)
            longest = at - start;
        if (count == 3)
            break;
        if (at == token.len || !strchr("./-", token.ptr[at]) || (mark && token.ptr[at] != mark))
            return false;
        mark = token.ptr[at++];
    }
    return longest != 3 && (at == token.len || !ascii_is_digit(token.ptr[at]));
}

/* "0714EDT", "1640GMT". */
static bool
is_zone_time(struct ura_str token)
{
    size_t at = 0;
    unsigned value;

    if (!take_number(token, &at, 4, &value) || at != 4 || token.len - at < 2 ||
        token.len - at > 4)
        return false;
    for (; at < token.len; at++) {
        if (token.ptr[at] < 'A' || token.ptr[at] > 'Z')
            return false;
    }
    return value < 2400 && value % 100 < 60;
}

static bool
is_bar(uint32_t c)
{
    return c == '|' || c == '>' || c == 0x2022 || c == 0xB7 || c == 0xBB || c == 0x203A ||
           c == 0x2192 || c == 0xA6;
}

static bool
is_dash(uint32_t c)
{
    return c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015);
}

/* What joins the parts of a keyword, counted. */
struct joints {
    unsigned strokes;
    unsigned hyphens; /* single ones between two capitals */
    unsigned doubles; /* two hyphens between letters */
    unsigned links;   /* hyphens and commas between two small letters */
    bool ends;        /* with a stroke */
};

static struct joints
count_joints(struct ura_str token)
{
    struct joints joints = {0};

    for (size_t i = 1; i < token.len; i++) {
        char c = token.ptr[i], before = token.ptr[i - 1];
        bool follows = i + 1 < token.len;

        if (c == '/' && before != '/' && before != ':')
            joints.strokes++;
        if ((c == '-' || c == ',') && before >= 'a' && follows &&
            (unsigned char)token.ptr[i + 1] >= 'a')
            joints.links++;
        if (c == '-' && follows && token.ptr[i + 1] == '-' && !is_dash((unsigned char)before))
            joints.doubles += i + 2 < token.len;
        else if (c == '-' && follows && (before >= 'A' && before <= 'Z') && i + 2 < token.len &&
                 (unsigned char)token.ptr[i + 1] >= 'A')
            joints.hyphens++;
    }
    joints.ends = token.len > 1 && token.ptr[token.len - 1] == '/';
    return joints;
}

/* Tells whether WORD is one as sluglines have them. */
static void
find_keyword(struct ura_str token, struct word *word)
{
    struct joints joints;

    if (word->letters < 3 || memmem(token.ptr, token.len, "://", 3))
        return;
    joints = count_joints(token);
    word->keyword = joints.doubles ||
                    (joints.strokes && (word->caps || joints.strokes >= 2 || joints.ends));
    word->compound = joints.hyphens && word->caps;
    word->chain = joints.links >= 2;
}

/* Counts the letters and digits of TOKEN, and what it is made of besides. */
static void
count_characters(struct ura_str token, struct word *word)
{
    unsigned capitals = 0, bars = 0, dashes = 0, others = 0;
    bool head = true;

    for (size_t at = 0; at < token.len;) {
        uint32_t c = letter_take(token, &at);
        enum letter_class class = letter_class_of(c);

        bars += is_bar(c);
        dashes += is_dash(c);
        others += !is_bar(c) && !is_dash(c);
        if (class != LETTER_NONE && word->letters + word->digits == 0)
            word->first = class;
        if (class == LETTER_DIGIT) {
            word->digits++;
        } else if (class != LETTER_NONE) {
            word->letters++;
            word->head += head;
            capitals += class == LETTER_UPPER;
            continue;
        }
        head = head && word->letters == 0;
    }
    word->caps = capitals >= 2 && capitals == word->letters;
    if (others == 0 && word->letters + word->digits == 0)
        word->shape = bars ? WORD_BAR : dashes ? WORD_DASH : WORD_PLAIN;
}

struct word
word_read(struct ura_str token)
{
    struct word word = {0};
    struct ura_str bare = token;

    count_characters(token, &word);
    while (bare.len && strchr("([,", bare.ptr[0]))
        bare = ura_str_slice(bare, 1, bare.len);
    while (bare.len && strchr(".,;:)]", bare.ptr[bare.len - 1]))
        bare.len--;
    word.time = is_clock(bare) || is_date(bare) || is_zone_time(bare);
    word.code = !word.time && ((word.letters && word.digits >= 3) ||
                               (!word.letters && word.digits >= 5 && word.digits == bare.len));
    find_keyword(token, &word);
    return word;
}

/* Whether C may stand in the name of a host. */
static bool
is_host_byte(char c)
{
    return ascii_is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '.' || (unsigned char)c >= 0x80;
}

bool
words_hold_mail(struct ura_str text)
{
    for (size_t i = 1; i + 3 < text.len; i++) {
        size_t at = i + 1;
        bool dot = false;

        if (text.ptr[i] != '@' || !is_host_byte(text.ptr[i - 1]))
            continue;
        for (; at < text.len && is_host_byte(text.ptr[at]); at++)
            dot |= text.ptr[at] == '.' && at + 2 < text.len && is_host_byte(text.ptr[at + 1]);
        if (dot)
            return true;
    }
    return false;
}

bool
words_hold_url(struct ura_str text)
{
    return memmem(text.ptr, text.len, "://", 3) || memmem(text.ptr, text.len, "www.", 4) ||
           memmem(text.ptr, text.len, "doi:", 4);
}

bool
words_hold_phone(struct ura_str text)
{
    /* A national number has at least seven digits, "04 222 333" being among the shortest. */
    enum { SHORTEST_NUMBER = 7 };

    for (size_t i = 0; i < text.len; i++) {
        size_t at = i + 1, digits = 0;

        if ((text.ptr[i] != '+' && text.ptr[i] != '0') ||
            (i > 0 && !ascii_is_space(text.ptr[i - 1]) && !strchr("(:.", text.ptr[i - 1])))
            continue;
        digits = text.ptr[i] == '0';
        for (; at < text.len && (ascii_is_digit(text.ptr[at]) || strchr(" -/()", text.ptr[at]));
             at++)
            digits += ascii_is_digit(text.ptr[at]);
        if (digits >= SHORTEST_NUMBER)
            return true;
    }
    return false;
}
