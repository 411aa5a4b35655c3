/* user_rules.c - sentences by rules of the user's (SRX) instead of ours. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/user_rules.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "segment/user_rule.h"

struct user_rules {
    const char *name; /* of the file, for errors */
    struct user_rule *items;
    size_t count, capacity;
    UChar *text; /* the block at hand in UTF-16 */
    size_t *offsets;
    size_t len, text_capacity, offset_capacity;
    size_t *breaks; /* at each place of the block: the break rule that fits, plus 1 */
    size_t break_capacity;
};

static enum ura_status
add_set(const struct ura_segment_rules *rules, struct ura_str set, struct user_rules *out,
        struct ura_error *error)
{
    for (size_t i = 0; i < rules->rule_count; i++) {
        struct user_rule *grown;
        enum ura_status status;

        if (!ura_str_equal(rules->rules[i].set, set))
            continue;
        grown = array_grow(out->items, &out->capacity, out->count + 1, sizeof *grown);
        if (!grown)
            return error_memory(error);
        out->items = grown;
        status = user_rule_compile(&rules->rules[i], &grown[out->count], error);
        if (status)
            return status;
        out->count++;
    }
    return URA_OK;
}

enum ura_status
user_rules_new(const struct ura_segment_rules *rules, const char *language,
               struct user_rules **out, struct ura_error *error)
{
    struct user_rules *made = calloc(1, sizeof *made);
    enum ura_status status = made ? URA_OK : error_memory(error);
    bool any = false;

    *out = NULL;
    if (made)
        made->name = rules->name;
    for (size_t i = 0; !status && i < rules->map_count && !(any && !rules->cascade); i++) {
        bool fits = false;

        status = user_map_fits(&rules->maps[i], language, &fits, error);
        if (!status && fits)
            status = add_set(rules, rules->maps[i].set, made, error);
        any |= fits;
    }
    if (!status && !any)
        status = error_set(error, URA_BAD_ARGUMENT,
                           "has no languagemap that fits the language %s; add one, or name "
                           "another language with --language",
                           language);
    if (status) {
        error_set_file(error, rules->name);
        user_rules_free(made);
        return status;
    }
    *out = made;
    return URA_OK;
}

void
user_rules_free(struct user_rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++)
        user_rule_release(&rules->items[i]);
    free(rules->items);
    free(rules->text);
    free(rules->offsets);
    free(rules->breaks);
    free(rules);
}

/* TEXT into `text` and `offsets`, no place decided. */
static enum ura_status
take_text(struct user_rules *rules, struct ura_str text, struct ura_error *error)
{
    UChar *grown = array_grow(rules->text, &rules->text_capacity, text.len + 1, sizeof *grown);
    size_t *offsets, *breaks;

    if (text.len > INT32_MAX)
        return error_set(
            error, URA_TOO_LARGE,
            "a paragraph is longer than 2 GiB, which ICU's expressions do not take");
    if (!grown)
        return error_memory(error);
    rules->text = grown;
    offsets =
        array_grow(rules->offsets, &rules->offset_capacity, text.len + 1, sizeof *offsets);
    if (!offsets)
        return error_memory(error);
    rules->offsets = offsets;
    breaks = array_grow(rules->breaks, &rules->break_capacity, text.len + 1, sizeof *breaks);
    if (!breaks)
        return error_memory(error);
    rules->breaks = breaks;
    rules->len = 0;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        UChar32 c;

        U8_NEXT((const uint8_t *)text.ptr, at, text.len, c);
        if (c > 0xffff) {
            offsets[rules->len] = from;
            grown[rules->len++] = (UChar)(0xd7c0 + (c >> 10));
            c = 0xdc00 | (c & 0x3ff);
        }
        offsets[rules->len] = from;
        grown[rules->len++] = (UChar)(c < 0 ? 0xfffd : c);
    }
    offsets[rules->len] = text.len;
    memset(breaks, 0, (rules->len + 1) * sizeof *breaks);
    return URA_OK;
}

/* Marks where break rules fit, each place with the first that does. */
static enum ura_status
find_breaks(struct user_rules *rules, struct ura_error *error)
{
    struct user_text text = {rules->text, (int32_t)rules->len};

    for (size_t i = 0; i < rules->count; i++) {
        struct user_rule *rule = &rules->items[i];
        int32_t at = 0, end;
        enum ura_status status = URA_OK;

        while (rule->breaks && !(status = user_rule_next(rule, &text, at, &end, error)) &&
               end >= 0) {
            if (!rules->breaks[end])
                rules->breaks[end] = i + 1;
            at = end > at ? end : at + 1;
            if (at > text.len)
                break;
        }
        if (status)
            return status;
    }
    return URA_OK;
}

/* Whether an exception ahead of the break rule at PLACE fits there. */
static enum ura_status
find_exception(struct user_rules *rules, size_t place, bool *out, struct ura_error *error)
{
    struct user_text text = {rules->text, (int32_t)rules->len};
    enum ura_status status = URA_OK;

    *out = false;
    for (size_t i = 0; !status && !*out && i + 1 < rules->breaks[place]; i++)
        if (!rules->items[i].breaks &&
            user_rule_may_end(&rules->items[i], &text, (int32_t)place))
            status = user_rule_fits(&rules->items[i], &text, (int32_t)place, out, error);
    return status;
}

/* Gives TEXT[START, END) without white space at either end, if anything is left. */
static enum ura_status
emit(struct ura_str text, size_t start, size_t end, segment_callback *callback, void *user)
{
    const uint8_t *bytes = (const uint8_t *)text.ptr;
    size_t at;
    UChar32 c;

    while (start < end) {
        at = start;
        U8_NEXT(bytes, at, end, c);
        if (c < 0 || !u_isUWhiteSpace(c))
            break;
        start = at;
    }
    while (start < end) {
        size_t back = end - 1;

        while (back > start && (bytes[back] & 0xC0) == 0x80)
            back--;
        at = back;
        U8_NEXT(bytes, at, end, c);
        if (c < 0 || !u_isUWhiteSpace(c))
            break;
        end = back;
    }
    return start < end ? callback((struct ura_span){start, end}, user) : URA_OK;
}

enum ura_status
user_rules_sentences(struct user_rules *rules, struct ura_str text, segment_callback *callback,
                     void *user, struct ura_error *error)
{
    enum ura_status status;
    size_t start = 0;

    if (!text.len)
        return URA_OK;
    status = take_text(rules, text, error);
    if (!status)
        status = find_breaks(rules, error);
    for (size_t place = 1; !status && place < rules->len; place++) {
        bool exception;

        if (!rules->breaks[place])
            continue;
        status = find_exception(rules, place, &exception, error);
        if (status || exception)
            continue;
        status = emit(text, start, rules->offsets[place], callback, user);
        start = rules->offsets[place];
    }
    if (status)
        error_set_file(error, rules->name);
    return status ? status : emit(text, start, text.len, callback, user);
}
