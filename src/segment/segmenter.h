/* segmenter.h - the inside of struct segmenter, for the files of this room. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_SEGMENTER_H
#define SEGMENT_SEGMENTER_H

#include <unicode/ubrk.h>

#include "lang/abbreviations.h"
#include "lang/clitics.h"
#include "segment/breaks.h"
#include "segment/segment.h"
#include "segment/user_rules.h"
#include "segment/words.h"

struct segmenter {
    char *language;
    const struct word_classes *classes;
    const struct clitics *clitics;
    struct word_list words;     /* of the text at hand */
    bool ask_always;            /* ICU for all words: what tests compare the scan with */
    UBreakIterator *word_break; /* opened when a text first needs it */
    const struct abbreviations *abbreviations;
    struct user_rules *rules;                 /* the user's instead of ours; or NULL */
    struct sentence_classes sentence_classes; /* with the marks that are ours */
};

/* ICU's word breaks for the segmenter's language into segmenter->word_break. */
enum ura_status segmenter_open_breaks(struct segmenter *segmenter, struct ura_error *error);

#endif
