/* damage.h - whether characters that could be damaged UTF-8 are that, or right as they stand.
 */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_DAMAGE_H
#define TEXT_DAMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/passage.h"

enum damage {
    DAMAGE_NONE,     /* right as it stands */
    DAMAGE_POSSIBLE, /* repaired where the same line has certain damage */
    DAMAGE_SCRIPT,   /* a letter of another script: certain where two stand together */
    DAMAGE_CERTAIN,
};

/*
 * What the LEN characters from AT on are, if RESULT is what their bytes mean in UTF-8. DOS: the
 * character set is one of those with lines and boxes.
 */
enum damage damage_weigh(const struct cells *cells, size_t at, size_t len, uint32_t result,
                         bool dos);

#endif
