/* names.h - what CLDR calls countries, languages, months, currencies, units, cities. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_NAMES_H
#define LANG_NAMES_H

#include <stddef.h>

#include "base/base.h"

/* One name in one language. CONCEPT is the same in all languages: "Countries/AL". */
struct name {
    struct ura_str concept;
    struct ura_str text; /* UTF-8; "{0}" where a number goes */
};

/* Zero is an empty list. */
struct names {
    struct ura_arena arena;
    struct name *items; /* variants of one concept may be apart */
    size_t count;
    size_t capacity;
};

/*
 * All that ICU's CLDR data calls by name in LANGUAGE (BCP 47), itself and what it inherits from
 * (but the root): regions, languages, currencies with their symbols and plurals, exemplar
 * cities of time zones (in English, where a language has none of its own), units, months,
 * weekdays, relative days, labels of characters. A language ICU does not know has the cities
 * only. Fails with URA_NO_MEMORY.
 */
enum ura_status names_read(const char *language, struct names *out, struct ura_error *error);
void names_release(struct names *names);

#endif
