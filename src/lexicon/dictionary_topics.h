/* dictionary_topics.h - the shipped dictionary of a pair of languages: its files of text. */
/* SPDX-License-Identifier: MIT */
#ifndef LEXICON_DICTIONARY_TOPICS_H
#define LEXICON_DICTIONARY_TOPICS_H

#include "base/base.h"

enum {
    TOPIC_MAX = 128,       /* topics of one dictionary */
    TOPIC_NAME_BYTES = 64, /* of a topic's file name */
};

/* The topics of dicts/<first>-<second>, in the order of their names. Zero, then topics_list. */
struct topics {
    char folder[512];
    char (*names)[TOPIC_NAME_BYTES];
    size_t count;
};

/* URA_NOT_FOUND where the pair has no folder. Fails with URA_IO, URA_NO_MEMORY, and with
 * URA_TOO_LARGE where there are more topics, or longer names, than can be held. */
enum ura_status topics_list(struct ura_context *context, const char *const languages[2],
                            struct topics *out, struct ura_error *error);
/* A hash of all that a dictionary of LANGUAGES is made from: the topics, stems and irregular
 * forms of both languages, ura's version. */
enum ura_status topics_stamp(struct ura_context *context, const struct topics *topics,
                             const char *const languages[2], uint64_t *stamp,
                             struct ura_error *error);
/* Appends the image of the dictionary, read from text, to OUT. */
enum ura_status topics_build(struct ura_context *context, const struct topics *topics,
                             const char *const languages[2], uint64_t stamp,
                             struct ura_buf *out, struct ura_error *error);
void topics_release(struct topics *topics);

#endif
