/* ura.h - everything that libura offers. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_URA_H
#define URA_URA_H

#include <ura/batch.h>
#include <ura/bitext.h>
#include <ura/context.h>
#include <ura/corpus.h>
#include <ura/document.h>
#include <ura/explain.h>
#include <ura/format.h>
#include <ura/input.h>
#include <ura/language.h>
#include <ura/lexicon.h>
#include <ura/pair.h>
#include <ura/rules.h>
#include <ura/score.h>
#include <ura/status.h>
#include <ura/str.h>
#include <ura/text.h>
#include <ura/unit.h>
#include <ura/words.h>

#endif
