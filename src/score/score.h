/* score.h - the door of the room that holds answers against gold. */
/* SPDX-License-Identifier: MIT */
#ifndef SCORE_SCORE_H
#define SCORE_SCORE_H

#include <ura/score.h>

#include "base/base.h"

/* Whether HEAD, the first bytes of a file, are word links in Pharaoh format. */
bool links_look_so(struct ura_str head);

#endif
