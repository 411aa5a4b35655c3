/* names.c - what CLDR calls countries, languages, months, currencies, units, cities. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/udata.h>
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

static const char ZONE[] = "zone/";

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

/* Tables whose strings are no names (grammar, patterns of two units, narrow and short forms),
 * and units that only astronomers write, with symbols that are slow to read. */
static const char *const NO_NAMES[] = {
    "compound",   "coordinate",   "gender",           "gndr",         "disp",
    "per",        "short",        "narrow",           "torque",       "solar-mass",
    "earth-mass", "earth-radius", "solar-luminosity", "solar-radius",
};

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

/* CONCEPT, LEN bytes, with KEY or else INDEX after a slash; 0 where it grows too long. */
static size_t
extend(char concept[CONCEPT_MAX], size_t len, const char *key, int32_t index)
{
    size_t more = key ? strlen(key) : 20;

    if (len + more + 2 > CONCEPT_MAX)
        return 0;
    concept[len++] = '/';
    if (key)
        memcpy(concept + len, key, more);
    else
        more = number_write_unsigned((unsigned)index, concept + len);
    concept[len + more] = '\0';
    return len + more;
}

/* Adds the strings in and below BUNDLE. The next LEVELS keys are added to CONCEPT, LEN bytes.
 */
static bool
walk(struct names *names, UResourceBundle *bundle, char concept[CONCEPT_MAX], size_t len,
     int levels, const char *only)
{
    UErrorCode code = U_ZERO_ERROR;
    UResourceBundle *item = NULL;
    bool done = true;

    if (ures_getType(bundle) == URES_STRING)
        return add_string(names, concept, bundle);
    if (ures_getType(bundle) != URES_TABLE && ures_getType(bundle) != URES_ARRAY)
        return true;
    ures_resetIterator(bundle);
    for (int32_t i = 0; done && ures_hasNext(bundle); i++) {
        const char *key;
        size_t longer = len;

        item = ures_getNextResource(bundle, item, &code);
        if (U_FAILURE(code))
            break;
        key = ures_getKey(item);
        if (key && is_no_name(key))
            continue;
        if (levels > 0)
            longer = extend(concept, len, key, i);
        else if (only && !(key && strcmp(key, only) == 0))
            continue;
        if (longer)
            done = walk(names, item, concept, longer, levels - 1, only);
        concept[len] = '\0';
    }
    ures_close(item);
    return done;
}

/* The table at PLACE of LOCALE itself, or where that is NULL in the bundle that the path begins
 * with; NULL where there is none. */
static UResourceBundle *
open_place(const struct place *place, const char *locale)
{
    char tree[64];
    UErrorCode code = U_ZERO_ERROR;
    UResourceBundle *bundle;

    snprintf(tree, sizeof tree, "%s%s", U_ICUDATA_NAME, place->tree);
    bundle =
        ures_openDirect(*place->tree ? tree : NULL, locale ? locale : place->path[0], &code);
    for (int i = locale ? 0 : 1; U_SUCCESS(code) && i < PATH_DEPTH && place->path[i]; i++) {
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
    char concept[CONCEPT_MAX];
    size_t len = strlen(place->category);
    bool done = true;

    if (!bundle)
        return true;
    memcpy(concept, place->category, len + 1);
    /* Months and days lie in an array below the width that is read. */
    if (place->only && strcmp(place->only, "ec") != 0) {
        inner = ures_getByKey(bundle, place->only, NULL, &code);
        if (U_SUCCESS(code))
            done = walk(names, inner, concept, len, place->levels, NULL);
        ures_close(inner);
    } else {
        done = walk(names, bundle, concept, len, place->levels, place->only);
    }
    ures_close(bundle);
    return done;
}

/* The zone ID, "America:New_York", is called "New York". */
static bool
add_zone(struct names *names, struct ura_intern *known, const char *id)
{
    char concept[CONCEPT_MAX], city[CONCEPT_MAX];
    const char *last = strrchr(id, ':');
    size_t len = strlen(id);

    if (!last || strncmp(id, "Etc:", 4) == 0 || len >= sizeof concept - sizeof ZONE)
        return true;
    memcpy(concept, ZONE, sizeof ZONE - 1);
    memcpy(concept + sizeof ZONE - 1, id, len + 1);
    if (intern_find(known, ura_str_from(concept)) != INTERN_NONE)
        return true;
    memcpy(city, last + 1, strlen(last));
    for (char *p = city; *p; p++)
        *p = *p == '_' ? ' ' : *p;
    return add_name(names, concept, ura_str_from(city));
}

/* Adds the English names of the cities that have no other in this language. */
static bool
add_zones(struct names *names)
{
    static const struct place ZONES = {
        "", {"timezoneTypes", "typeMap", "timezone"}, NULL, 0, 0};
    UResourceBundle *zones = open_place(&ZONES, NULL);
    struct ura_intern known = {0};
    bool done = true;

    for (size_t i = 0; done && i < names->count; i++)
        if (memcmp(names->items[i].concept.ptr, ZONE, sizeof ZONE - 1) == 0)
            done = intern_take(&known, names->items[i].concept) != INTERN_NONE;
    while (done && zones && ures_hasNext(zones)) {
        UErrorCode code = U_ZERO_ERROR;
        UResourceBundle *zone = ures_getNextResource(zones, NULL, &code);

        if (U_SUCCESS(code))
            done = add_zone(names, &known, ures_getKey(zone));
        ures_close(zone);
    }
    ures_close(zones);
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
