/* anchors.h - places that a long text can be held by before anything is searched. */
/* SPDX-License-Identifier: MIT */
#ifndef ALIGN_ANCHORS_H
#define ALIGN_ANCHORS_H

#include "align/band.h"
#include "align/model.h"

/*
 * Pairs of lines that share rare linked words, ascending on both sides: the heaviest such chain
 * without what lies off its neighbours' diagonal. Lines are counted from 0. OUT lives in ARENA.
 */
enum ura_status anchors_find(const struct model *model, struct ura_arena *arena,
                             struct anchor **out, size_t *count, struct ura_error *error);

#endif
