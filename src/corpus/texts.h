/* texts.h - lengths of texts as people count them. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_TEXTS_H
#define CORPUS_TEXTS_H

#include "base/base.h"

struct text_lengths {
    uint64_t characters; /* code points; blanks around the text are not counted */
    uint64_t words;      /* runs of what is no blank */
};

/* TEXT is valid UTF-8. */
struct text_lengths text_measure(struct ura_str text);

#endif
