/* names.c - what CLDR calls countries, languages, months, currencies, units, cities. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udata.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

enum {
    PATH_DEPTH = 4,    /* keys from the top of a bundle to a table of names */
    CONCEPT_MAX = 120, /* bytes; the longest key of CLDR 42 makes 61 */
    NAME_MAX = 400,    /* bytes; the longest name of CLDR 42 has 96 in UTF-8 */
};

/* Where in ICU's data names lie. Below PATH the first LEVELS keys are the concept; what is
 * deeper are its forms. ONLY: the one key that is read below the concept. */
struct place {
    const char *tree;
    const char *path[PATH_DEPTH];
    const char *category;
    int levels;
    const char *only;
};

static const struct place PLACES[] = {
    {"-region", {"Countries"}, "region", 1, NULL},
    {"-region", {"Countries%short"}, "region", 1, NULL},
    {"-region", {"Countries%variant"}, "region", 1, NULL},
    {"-lang", {"Languages"}, "language", 1, NULL},
    {"-curr", {"Currencies"}, "currency", 1, NULL},
    {"-curr", {"Currencies%narrow"}, "currency", 1, NULL},
    {"-curr", {"CurrencyPlurals"}, "currency", 1, NULL},
    {"-zone", {"zoneStrings"}, "zone", 1, "ec"},
    {"-unit", {"units"}, "unit", 2, NULL},
    {"-unit", {"unitsShort"}, "unit", 2, NULL},
    {"", {"calendar", "gregorian", "monthNames", "format"}, "month", 1, "wide"},
    {"", {"calendar", "gregorian", "monthNames", "format"}, "month", 1, "abbreviated"},
    {"", {"calendar", "gregorian", "monthNames", "stand-alone"}, "month", 1, "wide"},
    {"", {"calendar", "gregorian", "dayNames", "format"}, "day", 1, "wide"},
    {"", {"calendar", "gregorian", "dayNames", "format"}, "day", 1, "abbreviated"},
    {"", {"calendar", "gregorian", "dayNames", "stand-alone"}, "day", 1, "wide"},
    {"", {"fields"}, "field", 3, NULL},
    {"", {"characterLabel"}, "label", 1, NULL},
};

/* Tables whose strings are no names: grammar, patterns of two units, narrow and short forms. */
static const char *const NO_NAMES[] = {"compound", "coordinate", "gender", "gndr",
                                       "disp",     "per",        "short",  "narrow"};

static bool
is_no_name(const char *key)
{
    size_t len = strlen(key);

    for (size_t i = 0; i < sizeof NO_NAMES / sizeof *NO_NAMES; i++)
        if (strcmp(key, NO_NAMES[i]) == 0)
            return true;
    return (len > 7 && strcmp(key + len - 7, "-narrow") == 0) ||
           (len > 6 && strcmp(key + len - 6, "-short") == 0);
}

static bool
add_name(struct names *names, const char *concept, struct ura_str text)
{
    struct name *grown =
        array_grow(names->items, &names->capacity, names->count + 1, sizeof *grown);
    struct name *name;

    if (!grown)
        return false;
    names->items = grown;
    name = &grown[names->count];
    name->concept = arena_copy(&names->arena, ura_str_from(concept));
    name->text = arena_copy(&names->arena, text);
    if (!name->concept.ptr || !name->text.ptr)
        return false;
    names->count++;
    return true;
}

static bool
add_string(struct names *names, const char *concept, const UResourceBundle *bundle)
{
    UErrorCode code = U_ZERO_ERROR;
    char text[NAME_MAX];
    int32_t count, len;
    const UChar *letters = ures_getString(bundle, &count, &code);

    if (U_FAILURE(code))
        return true;
    u_strToUTF8(text, sizeof text, &len, letters, count, &code);
    if (U_FAILURE(code) || !len)
        return true; /* longer than any name: a description */
    return add_name(names, concept, (struct ura_str){text, (size_t)len});
}

/* Adds the strings in and below BUNDLE. The next LEVELS keys are added to CONCEPT. */
static bool
walk(struct names *names, UResourceBundle *bundle, const char *concept, int levels,
     const char *only)
{
    bool done = true;

    if (ures_getType(bundle) == URES_STRING)
        return add_string(names, concept, bundle);
    if (ures_getType(bundle) != URES_TABLE && ures_getType(bundle) != URES_ARRAY)
        return true;
    ures_resetIterator(bundle);
    for (int32_t i = 0; done && ures_hasNext(bundle); i++) {
        UErrorCode code = U_ZERO_ERROR;
        UResourceBundle *item = ures_getNextResource(bundle, NULL, &code);
        const char *key = item ? ures_getKey(item) : NULL;
        char longer[CONCEPT_MAX];

        if (U_SUCCESS(code) && !(key && is_no_name(key))) {
            if (levels > 0 && key)
                snprintf(longer, sizeof longer, "%s/%s", concept, key);
            else if (levels > 0)
                snprintf(longer, sizeof longer, "%s/%d", concept, (int)i);
            if (levels > 0 || !only || (key && strcmp(key, only) == 0))
                done = walk(names, item, levels > 0 ? longer : concept, levels - 1, only);
        }
        ures_close(item);
    }
    return done;
}

/* The table at PLACE of LOCALE itself; NULL where it has none. */
static UResourceBundle *
open_place(const struct place *place, const char *locale)
{
    char tree[64];
    UErrorCode code = U_ZERO_ERROR;
    UResourceBundle *bundle;

    snprintf(tree, sizeof tree, "%s%s", U_ICUDATA_NAME, place->tree);
    bundle = ures_openDirect(*place->tree ? tree : NULL, locale, &code);
    for (int i = 0; U_SUCCESS(code) && i < PATH_DEPTH && place->path[i]; i++) {
        UResourceBundle *inner = ures_getByKey(bundle, place->path[i], NULL, &code);

        ures_close(bundle);
        bundle = inner;
    }
    if (U_FAILURE(code)) {
        ures_close(bundle);
        return NULL;
    }
    return bundle;
}

static bool
read_place(struct names *names, const struct place *place, const char *locale)
{
    UErrorCode code = U_ZERO_ERROR;
    UResourceBundle *bundle = open_place(place, locale), *inner;
    bool done = true;

    if (!bundle)
        return true;
    /* Months and days lie in an array below the width that is read. */
    if (place->only && strcmp(place->only, "ec") != 0) {
        inner = ures_getByKey(bundle, place->only, NULL, &code);
        if (U_SUCCESS(code))
            done = walk(names, inner, place->category, place->levels, NULL);
        ures_close(inner);
    } else {
        done = walk(names, bundle, place->category, place->levels, place->only);
    }
    ures_close(bundle);
    return done;
}

/* "America/New_York" is the concept "zone/America:New_York" and called "New York". */
static bool
add_zone(struct names *names, struct ura_intern *known, const char *id, size_t len)
{
    char concept[CONCEPT_MAX], city[CONCEPT_MAX];
    const char *last = memchr(id, '/', len);

    if (!last || len + 8 > sizeof concept)
        return true;
    for (const char *p = last; p; p = memchr(p + 1, '/', len - (size_t)(p + 1 - id)))
        last = p;
    snprintf(concept, sizeof concept, "zone/%.*s", (int)len, id);
    snprintf(city, sizeof city, "%.*s", (int)(len - (size_t)(last + 1 - id)), last + 1);
    for (char *p = concept + 5; *p; p++)
        *p = *p == '/' ? ':' : *p;
    for (char *p = city; *p; p++)
        *p = *p == '_' ? ' ' : *p;
    if (intern_find(known, ura_str_from(concept)) != INTERN_NONE)
        return true;
    return add_name(names, concept, ura_str_from(city));
}

/* Adds the English names of the cities that have no other in this language. */
static bool
add_zones(struct names *names)
{
    UErrorCode code = U_ZERO_ERROR;
    UEnumeration *zones =
        ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &code);
    struct ura_intern known = {0};
    bool done = true;
    const char *id;
    int32_t len;

    for (size_t i = 0; done && i < names->count; i++)
        done = intern_take(&known, names->items[i].concept) != INTERN_NONE;
    while (done && U_SUCCESS(code) && (id = uenum_next(zones, &len, &code)))
        done = add_zone(names, &known, id, (size_t)len);
    uenum_close(zones);
    intern_release(&known);
    return done;
}

enum ura_status
names_read(const char *language, struct names *out, struct ura_error *error)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode code = U_ZERO_ERROR;
    bool done = true;

    *out = (struct names){0};
    uloc_forLanguageTag(language, locale, sizeof locale, NULL, &code);
    while (done && U_SUCCESS(code) && *locale) {
        char script[ULOC_SCRIPT_CAPACITY];

        for (size_t i = 0; done && i < sizeof PLACES / sizeof *PLACES; i++)
            done = read_place(out, &PLACES[i], locale);
        /* A language in its other script inherits from the root only. */
        uloc_getScript(locale, script, sizeof script, &code);
        if (*script)
            break;
        uloc_getParent(locale, locale, sizeof locale, &code);
    }
    if (done)
        done = add_zones(out);
    if (!done) {
        names_release(out);
        return error_memory(error);
    }
    return URA_OK;
}

void
names_release(struct names *names)
{
    arena_release(&names->arena);
    free(names->items);
    *names = (struct names){0};
}
