/* languages.c - which language most of a text says that it is in. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/languages.h"

static size_t
find_index(struct language_count *count, struct ura_str language)
{
    if (!language.len)
        return LANGUAGES_COUNTED;
    for (size_t i = 0; i < count->count; i++)
        if (ura_str_equal(count->languages[i], language))
            return i;
    if (count->count == LANGUAGES_COUNTED)
        return LANGUAGES_COUNTED - 1;
    count->languages[count->count] = arena_copy(&count->arena, language);
    return count->count++;
}

void
language_count_add(struct language_count *count, struct ura_str language, size_t bytes)
{
    count->bytes[find_index(count, language)] += bytes;
    count->total += bytes;
}

void
language_count_choose(const struct language_count *count, struct ura_str of_document, char *out,
                      size_t size)
{
    struct ura_str chosen = {NULL, 0};

    for (size_t i = 0; i < count->count; i++)
        if (count->bytes[i] > count->total / 2)
            chosen = count->languages[i];
    if (count->bytes[LANGUAGES_COUNTED] > count->total / 2 &&
        !ura_str_equal(of_document, URA_STR("en-US")))
        chosen = of_document;
    if (chosen.len >= size || !chosen.ptr)
        chosen = URA_STR("");
    memcpy(out, chosen.ptr, chosen.len);
    out[chosen.len] = '\0';
}

void
language_count_release(struct language_count *count)
{
    arena_release(&count->arena);
    *count = (struct language_count){.total = 0};
}
