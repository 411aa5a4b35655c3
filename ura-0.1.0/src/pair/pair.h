/* pair.h - the door of the room that does the main job on one page. */
/* SPDX-License-Identifier: MIT */
#ifndef PAIR_PAIR_H
#define PAIR_PAIR_H

#include <ura/pair.h>

#endif
