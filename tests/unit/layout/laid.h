/* laid.h - what the tests of layout share: a text laid out, and questions to it. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_LAID_H
#define TESTS_LAID_H

#include "layout/layout.h"

struct laid {
    struct ura_context *context;
    struct ura_buf text;
    struct layout layout;
};

/* Lay out TEXT, which is kept; stops the test where that fails. */
void laid_read(struct laid *laid, const char *text, const char *language, enum ura_layout kind);
void laid_release(struct laid *laid);
/* The text of block INDEX, in a buffer of the test's that lives until the next call. */
const char *laid_text(const struct laid *laid, size_t index);
/* The kind of furniture that the byte AT of the clean text is in; NONE in copy. Stops the test
 * where no block, or more than one, has the byte. */
enum ura_furniture laid_furniture(const struct laid *laid, size_t at);
/* Stops the test unless every byte of the text but white space and hyphens is in one block. */
void laid_check_whole(const struct laid *laid);

#endif
