/* sentences.c - blocks to sentences. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/segmenter.h"

#include "segment/rules.h"

/* TEXT[START, END) without white space at either end. */
static struct ura_span
trim(const struct reading *reading, size_t start, size_t end)
{
    const uint8_t *bytes = (const uint8_t *)reading->text.ptr;
    enum sentence_class class;

    while (start < end && ((class = class_at(reading, start)) == SENTENCE_BLANK ||
                           class == SENTENCE_SEPARATOR))
        sentence_class_next(reading->classes, reading->text, &start);
    while (start < end) {
        size_t back = end - 1;

        while (back > start && (bytes[back] & 0xC0) == 0x80)
            back--;
        class = class_at(reading, back);
        if (class != SENTENCE_BLANK && class != SENTENCE_SEPARATOR)
            break;
        end = back;
    }
    return (struct ura_span){start, end};
}

static enum ura_status
emit(const struct reading *reading, size_t end, segment_callback *callback, void *user)
{
    struct ura_span sentence = trim(reading, reading->sentence, end);

    return sentence.start < sentence.end ? callback(sentence, user) : URA_OK;
}

/* A line of a table is one sentence; so is one of a list, unless it is long or opens with a
 * dash: then it is a paragraph with a number, or somebody who speaks. */
static bool
is_whole(struct ura_str text, enum ura_block_kind kind)
{
    /* Bytes; longer than the items of lists in news, shorter than most numbered paragraphs. */
    enum { LONGEST_ITEM = 200 };

    if (kind == URA_BLOCK_TABLE_ROW)
        return true;
    return kind == URA_BLOCK_LIST_ITEM && text.len <= LONGEST_ITEM && text.ptr[0] != '-' &&
           text.ptr[0] != '\xE2';
}

enum ura_status
segmenter_sentences(struct segmenter *segmenter, struct ura_str text, enum ura_block_kind kind,
                    segment_callback *callback, void *user, struct ura_error *error)
{
    struct reading reading = {.classes = &segmenter->sentence_classes,
                              .abbreviations = segmenter->abbreviations,
                              .text = text,
                              .bracket = SIZE_MAX};
    struct sentence_place place;
    size_t at = 0;

    if (!text.len)
        return URA_OK;
    if (segmenter->rules)
        return user_rules_sentences(segmenter->rules, text, callback, user, error);
    while (!is_whole(text, kind) && sentence_place_find(reading.classes, text, at, &place)) {
        at = place.last == SENTENCE_SEPARATOR ? place.next : place.mark_end;
        if (place.last == SENTENCE_SEPARATOR || rules_break(&reading, &place)) {
            enum ura_status status = emit(&reading, place.close_end, callback, user);

            if (status)
                return status;
            reading.sentence = at = reading.brackets_read = place.next;
            reading.bracket = SIZE_MAX;
        }
    }
    return emit(&reading, text.len, callback, user);
}
