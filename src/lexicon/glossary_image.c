/* glossary_image.c - a glossary as lookups see it: one image, mapped or made from CLDR's names.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/glossary_image.h"

#include "lexicon/namebook.h"

const struct image_kind glossary_kind = {"ura-name", 1};

static bool
see_book(const struct ura_str *parts, struct glossary_book *out)
{
    if (!frozen_read(parts[BOOK_WORDS], &out->words) ||
        !frozen_read(parts[BOOK_BEGINNINGS], &out->beginnings))
        return false;
    out->begun = image_numbers(parts[BOOK_BEGUN], out->beginnings.count, out->words.count + 1);
    return out->begun != NULL;
}

static bool
see_direction(const struct ura_str *parts, size_t sources, size_t targets,
              struct glossary_direction *out)
{
    out->count = image_count(parts[DIRECTION_SOURCES]);
    out->sources = image_numbers(parts[DIRECTION_SOURCES], out->count, sources);
    out->targets = image_numbers(parts[DIRECTION_TARGETS], out->count, targets);
    out->strengths = image_shares(parts[DIRECTION_STRENGTHS], out->count);
    return out->sources && out->targets && out->strengths;
}

enum ura_status
glossary_see(struct ura_str bytes, struct glossary *out, uint64_t *stamp,
             struct ura_error *error)
{
    const struct ura_str *directions;
    struct image image;
    enum ura_status status = image_read(bytes, &glossary_kind, &image, error);

    if (status)
        return status;
    *stamp = image.stamp;
    directions = image.parts + 2 * BOOK_PARTS;
    if (image.count != GLOSSARY_PARTS || !see_book(image.parts, &out->books[0]) ||
        !see_book(image.parts + BOOK_PARTS, &out->books[1]) ||
        !see_direction(directions, out->books[0].words.count, out->books[1].words.count,
                       &out->directions[0]) ||
        !see_direction(directions + DIRECTION_PARTS, out->books[1].words.count,
                       out->books[0].words.count, &out->directions[1]))
        return error_set(error, URA_SYNTAX, "is damaged: its parts do not fit together");
    return URA_OK;
}

static uint32_t
find_begun(const struct glossary_book *book, struct ura_str beginning)
{
    uint32_t number = frozen_find(&book->beginnings, beginning);

    if (number == INTERN_NONE || book->begun[number] == book->words.count)
        return INTERN_NONE;
    return book->begun[number];
}

uint32_t
glossary_find_word(const struct glossary_book *book, const struct word *word)
{
    uint32_t found = frozen_find(&book->words, word->key);

    if (found != INTERN_NONE || word->kind != WORD_PLAIN ||
        word->letters < NAME_BEGINNING_LETTERS)
        return found;
    found = find_begun(book, word->key);
    for (uint32_t count = 1; found == INTERN_NONE && count <= NAME_ENDING_LETTERS; count++) {
        struct ura_str beginning = {word->key.ptr, namebook_beginning(word, count)};

        if (!beginning.len)
            break;
        found = frozen_find(&book->words, beginning);
        if (found == INTERN_NONE)
            found = find_begun(book, beginning);
    }
    return found;
}
