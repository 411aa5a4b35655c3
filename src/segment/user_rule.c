/* user_rule.c - one segmentation rule of the user's: two regular expressions of ICU. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/user_rule.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

enum {
    /* Characters before a place in which an exception's match may begin: the length that Java
     * programs give look-behinds without bounds (segment by loomchild). */
    REACH = 100,
    /* ICU's steps of 10,000 states each, about a tenth of a second. */
    MOST_STEPS = 1000,
    TAIL_SPACE = 0xffff /* no character */
};

/* PREFIX, PATTERN, SUFFIX in UTF-16, from malloc; *LEN is its length. */
static UChar *
widen(const char *prefix, struct ura_str pattern, const char *suffix, int32_t *len)
{
    struct ura_buf whole = {0};
    UChar *out;
    size_t count = 0;

    buf_append_text(&whole, prefix);
    buf_append_str(&whole, pattern);
    buf_append_text(&whole, suffix);
    out = whole.failed ? NULL : array_new(whole.len + 1, sizeof *out);
    for (size_t at = 0; out && at < whole.len;) {
        UChar32 c;

        U8_NEXT((const uint8_t *)whole.ptr, at, whole.len, c);
        if (c > 0xffff) {
            out[count++] = (UChar)(0xd7c0 + (c >> 10));
            c = 0xdc00 | (c & 0x3ff);
        }
        out[count++] = (UChar)(c < 0 ? 0xfffd : c);
    }
    *len = (int32_t)count;
    buf_release(&whole);
    return out;
}

/* Compiles PREFIX PATTERN SUFFIX of the rule or map at LINE. */
static enum ura_status
compile(const char *prefix, struct ura_str pattern, const char *suffix, uint32_t flags,
        uint64_t line, URegularExpression **out, struct ura_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    UParseError place = {0};
    int32_t len;
    UChar *wide = widen(prefix, pattern, suffix, &len);

    *out = NULL;
    if (!wide)
        return error_memory(error);
    *out = uregex_open(wide, len, flags, &place, &code);
    free(wide);
    if (U_SUCCESS(code))
        uregex_setTimeLimit(*out, MOST_STEPS, &code);
    if (U_SUCCESS(code))
        return URA_OK;
    uregex_close(*out);
    *out = NULL;
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return error_memory(error);
    error_set(error, URA_SYNTAX, "the expression %.*s does not compile (%s)",
              pattern.len < 120 ? (int)pattern.len : 120, pattern.ptr, u_errorName(code));
    if (error)
        error->line = line;
    return URA_SYNTAX;
}

/* Whether an alternative, or a flag that changes what letters mean, stands in PATTERN. */
static bool
is_plain(struct ura_str pattern)
{
    int depth = 0;
    bool set = false;

    for (size_t i = 0; i < pattern.len; i++) {
        char c = pattern.ptr[i];

        if (c == '\\' && ++i < pattern.len && strchr("xuU0cNQ", pattern.ptr[i]))
            return false; /* a character by its number or name, or quoted text */
        if (c == '\\')
            continue;
        if (c == '[')
            set = true;
        else if (c == ']')
            set = false;
        else if (set)
            continue;
        else if (c == '(')
            depth++;
        else if (c == ')')
            depth--;
        else if (c == '|' && depth == 0)
            return false;
        if (c == '(' && i + 2 < pattern.len && pattern.ptr[i + 1] == '?' &&
            ((pattern.ptr[i + 2] >= 'a' && pattern.ptr[i + 2] <= 'z') ||
             pattern.ptr[i + 2] == '-'))
            return false;
    }
    return depth == 0;
}

/* Whether the character at AT of PATTERN has an odd number of backslashes before it. */
static bool
is_escaped(struct ura_str pattern, size_t at)
{
    size_t count = 0;

    while (count < at && pattern.ptr[at - 1 - count] == '\\')
        count++;
    return count % 2 == 1;
}

/* The signs at the end of the expression that stand for one character each. */
static void
find_tail(struct ura_str pattern, struct user_rule *rule)
{
    size_t end = pattern.len;

    if (!pattern.len || !is_plain(pattern))
        return;
    while (end > 0 && rule->tail_len < USER_RULE_TAIL) {
        unsigned char c = (unsigned char)pattern.ptr[end - 1];
        bool escaped = is_escaped(pattern, end - 1);
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

        if (c >= 0x80 || c <= ' ')
            return;
        if (escaped && word && c != 's')
            return;
        if (!escaped && !word && strchr(".^$*+?()[]{}|\\#&-~", c))
            return;
        rule->tail[rule->tail_len++] = escaped && word ? TAIL_SPACE : c;
        end -= escaped ? 2 : 1;
    }
}

enum ura_status
user_rule_compile(const struct ura_segment_rule *rule, struct user_rule *out,
                  struct ura_error *error)
{
    struct ura_buf both = {0};
    enum ura_status status;

    *out = (struct user_rule){.breaks = rule->breaks, .line = rule->line};
    if (rule->breaks) {
        /* Each alone first, so that one that ends in a group of the other is no surprise. */
        buf_append_str(&both, rule->before);
        buf_append_text(&both, ")(?=");
        buf_append_str(&both, rule->after);
        status = both.failed
                     ? error_memory(error)
                     : compile("(?:", buf_str(&both), ")", 0, rule->line, &out->both, error);
        buf_release(&both);
        return status;
    }
    out->from_start =
        rule->before.len && (memchr(rule->before.ptr, '^', rule->before.len) ||
                             memmem(rule->before.ptr, rule->before.len, "\\A", 2));
    out->anchored = rule->before.len && rule->before.ptr[0] == '^' && is_plain(rule->before);
    find_tail(rule->before, out);
    status = compile("(?:", rule->before, ")\\z", 0, rule->line, &out->before, error);
    if (!status && rule->after.len)
        status = compile("", rule->after, "", 0, rule->line, &out->after, error);
    if (status)
        user_rule_release(out);
    return status;
}

void
user_rule_release(struct user_rule *rule)
{
    uregex_close(rule->both);
    uregex_close(rule->before);
    uregex_close(rule->after);
    *rule = (struct user_rule){0};
}

enum ura_status
user_map_fits(const struct ura_segment_map *map, const char *language, bool *out,
              struct ura_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    URegularExpression *regex;
    enum ura_status status =
        compile("", map->pattern, "", UREGEX_CASE_INSENSITIVE, map->line, &regex, error);
    UChar *wide;
    int32_t len;

    *out = false;
    if (status)
        return status;
    wide = widen("", ura_str_from(language), "", &len);
    if (wide) {
        uregex_setText(regex, wide, len, &code);
        *out = uregex_matches(regex, -1, &code) && U_SUCCESS(code);
    }
    uregex_close(regex);
    status = wide ? URA_OK : error_memory(error);
    free(wide);
    return status;
}

static enum ura_status
check(const struct user_rule *rule, UErrorCode code, struct ura_error *error)
{
    if (U_SUCCESS(code))
        return URA_OK;
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return error_memory(error);
    error_set(error, URA_TOO_LARGE,
              "this rule takes too long on a paragraph (%s); make its repetitions narrower",
              u_errorName(code));
    if (error)
        error->line = rule->line;
    return URA_TOO_LARGE;
}

enum ura_status
user_rule_next(struct user_rule *rule, const struct user_text *text, int32_t at, int32_t *out,
               struct ura_error *error)
{
    UErrorCode code = U_ZERO_ERROR;

    *out = -1;
    if (at == 0)
        uregex_setText(rule->both, text->ptr, text->len, &code);
    if (uregex_find(rule->both, at, &code))
        *out = uregex_end(rule->both, 0, &code);
    return check(rule, code, error);
}

bool
user_rule_may_end(const struct user_rule *rule, const struct user_text *text, int32_t place)
{
    if ((size_t)place < rule->tail_len)
        return false;
    for (size_t i = 0; i < rule->tail_len; i++) {
        UChar c = text->ptr[(size_t)place - 1 - i];

        if (rule->tail[i] != c && !(rule->tail[i] == TAIL_SPACE && u_isUWhiteSpace(c)))
            return false;
    }
    return true;
}

enum ura_status
user_rule_fits(struct user_rule *rule, const struct user_text *text, int32_t place, bool *out,
               struct ura_error *error)
{
    int32_t from = rule->from_start || place < REACH ? 0 : place - REACH;
    UErrorCode code = U_ZERO_ERROR;

    *out = true;
    if (rule->after) {
        uregex_setText(rule->after, text->ptr, text->len, &code);
        uregex_setRegion(rule->after, place, text->len, &code);
        uregex_useTransparentBounds(rule->after, true, &code);
        uregex_useAnchoringBounds(rule->after, false, &code);
        *out = uregex_lookingAt(rule->after, -1, &code);
    }
    if (*out && U_SUCCESS(code)) {
        uregex_setText(rule->before, text->ptr, text->len, &code);
        uregex_setRegion(rule->before, from, place, &code);
        uregex_useTransparentBounds(rule->before, true, &code);
        *out = rule->anchored ? uregex_lookingAt(rule->before, -1, &code)
                              : uregex_findNext(rule->before, &code);
    }
    *out = *out && U_SUCCESS(code);
    return check(rule, code, error);
}
