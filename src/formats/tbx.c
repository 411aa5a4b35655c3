/* tbx.c - termbases: TBX of 2008 (martif), of 2019 in both styles, and TBX-Min. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/tbx.h"

#include <stdlib.h>

#include "formats/properties.h"

enum { LANGUAGES_MAX = 64 }; /* languages of one entry; EU termbases have two dozen */

/* What an entry has in one language. */
struct variant {
    struct ura_str language;
    struct ura_str term; /* ptr NULL: none yet */
    size_t property_first, property_count;
};

struct tbx {
    struct xml xml;
    struct variant variants[LANGUAGES_MAX];
    size_t variant_count;
    struct property_list properties;
    struct ura_unit pending; /* the first entry, which was read to know the languages */
    bool has_pending;
    bool ended;
    size_t seen, matched; /* entries, and those with a language that was wanted */
};

static int
bid(struct ura_str head, const char *name)
{
    struct xml_root root;

    (void)name;
    if (!xml_find_root(head, &root))
        return 0;
    return strcmp(root.name, "martif") == 0 || strcmp(root.name, "tbx") == 0 ||
                   strcmp(root.name, "TBX") == 0
               ? 80
               : 0;
}

/* The same element under its names of 2008, of 2019 and in TBX-Min. */
static bool
is_entry(struct ura_str name)
{
    return ura_str_equal(name, URA_STR("termEntry")) ||
           ura_str_equal(name, URA_STR("conceptEntry")) ||
           ura_str_equal(name, URA_STR("entry"));
}

static bool
is_language(struct ura_str name)
{
    return ura_str_equal(name, URA_STR("langSet")) || ura_str_equal(name, URA_STR("langSec")) ||
           ura_str_equal(name, URA_STR("langGroup"));
}

/* Elements that only hold others. */
static bool
is_group(struct ura_str name)
{
    static const char group[] = "Grp";
    size_t len = sizeof group - 1;

    return ura_str_equal(name, URA_STR("tig")) || ura_str_equal(name, URA_STR("ntig")) ||
           ura_str_equal(name, URA_STR("termSec")) ||
           ura_str_equal(name, URA_STR("termGroup")) ||
           ura_str_equal(name, URA_STR("noteGroup")) ||
           ura_str_equal(name, URA_STR("termCompList")) ||
           (name.len > len && memcmp(name.ptr + name.len - len, group, len) == 0);
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The text of the element that has just begun: as a term or definition is meant, without the
 * line ends and the indentation of the file. */
static enum ura_status
take_text(struct tbx *tbx, struct ura_arena *arena, struct ura_str *out,
          struct ura_error *error)
{
    struct ura_buf text = {0};
    enum ura_status status = xml_take_text(&tbx->xml, &text, error);
    size_t start = 0, len = 0;

    for (size_t i = 0; i < text.len;) {
        bool broken = false;

        start = i;
        while (i < text.len && is_space(text.ptr[i]))
            broken |= text.ptr[i++] != ' ';
        if (i == text.len)
            break;
        if (broken && len)
            text.ptr[len++] = ' ';
        else if (len)
            while (start < i)
                text.ptr[len++] = text.ptr[start++];
        while (i < text.len && !is_space(text.ptr[i]))
            text.ptr[len++] = text.ptr[i++];
    }
    *out = arena_copy(arena, (struct ura_str){text.ptr ? text.ptr : "", len});
    buf_release(&text);
    return !status && !out->ptr ? error_memory(error) : status;
}

/* The name that the property of the element that has just begun will have. */
static struct ura_str
property_name(struct tbx *tbx, struct ura_arena *arena)
{
    struct ura_buf name = {0};
    struct ura_str kept, type = {NULL, 0};

    if (ura_str_equal(tbx->xml.name, URA_STR("note")) ||
        ura_str_equal(tbx->xml.name, URA_STR("date")))
        return arena_copy(arena, tbx->xml.name);
    if (tbx_is_category(tbx->xml.name)) {
        buf_append_str(&name, tbx->xml.name);
        type = xml_attribute(&tbx->xml, "type", arena);
    } else {
        buf_append_text(&name, tbx_element(tbx->xml.name));
        type = tbx->xml.name;
    }
    if (type.len)
        buf_append_byte(&name, ':');
    buf_append_str(&name, type);
    kept = arena_copy(arena, buf_str(&name));
    buf_release(&name);
    return kept;
}

static enum ura_status
take_property(struct ura_units *units, enum ura_side side, struct ura_str name,
              struct ura_error *error)
{
    struct tbx *tbx = units->state;
    struct ura_str value;
    enum ura_status status = take_text(tbx, &units->unit_arena, &value, error);

    if (!status && value.len && !property_add(&tbx->properties, side, name, value))
        return error_memory(error);
    return status;
}

/* A term, which has just begun; the first counts, further ones are synonyms. */
static enum ura_status
take_term(struct ura_units *units, struct variant *variant, struct ura_error *error)
{
    struct tbx *tbx = units->state;

    if (variant->term.ptr)
        return take_property(units, URA_SIDE_SOURCE, URA_STR(TBX_SYNONYM), error);
    return take_text(tbx, &units->unit_arena, &variant->term, error);
}

/* What one language has, up to its end. */
static enum ura_status
take_variant(struct ura_units *units, struct ura_error *error)
{
    struct tbx *tbx = units->state;
    struct ura_arena *arena = &units->unit_arena;
    struct variant *variant = &tbx->variants[tbx->variant_count];
    enum ura_status status = URA_OK;
    int depth = tbx->xml.depth;

    if (tbx->variant_count == LANGUAGES_MAX)
        return xml_refuse(&tbx->xml, "this entry has more than 64 languages; split the file",
                          error);
    *variant = (struct variant){.property_first = tbx->properties.count};
    variant->language = xml_attribute_in(&tbx->xml, "lang", XML_NAMESPACE, arena);
    if (!variant->language.ptr)
        variant->language = xml_attribute(&tbx->xml, "lang", arena);
    if (!variant->language.len)
        return xml_refuse(&tbx->xml,
                          "these terms say no language; give the element around them xml:lang",
                          error);
    while (!status && !(status = xml_next(&tbx->xml, error)) &&
           !(tbx->xml.event == XML_END && tbx->xml.depth == depth)) {
        if (tbx->xml.event != XML_START || is_group(tbx->xml.name))
            continue;
        status = ura_str_equal(tbx->xml.name, URA_STR("term"))
                     ? take_term(units, variant, error)
                     : take_property(units, URA_SIDE_SOURCE, property_name(tbx, arena), error);
    }
    variant->property_count = tbx->properties.count - variant->property_first;
    tbx->variant_count += variant->term.ptr != NULL;
    return status;
}

static struct variant *
find_variant(struct tbx *tbx, struct ura_str wanted, const struct variant *except)
{
    struct variant *best = NULL;
    int highest = 0;

    for (size_t i = 0; i < tbx->variant_count; i++) {
        int match = language_match(tbx->variants[i].language, wanted);

        if (&tbx->variants[i] != except && match > highest) {
            best = &tbx->variants[i];
            highest = match;
        }
    }
    return best;
}

/* Languages that were asked for, else those of the first entry with two. */
static void
choose(struct ura_units *units, struct variant **source, struct variant **target)
{
    struct tbx *tbx = units->state;
    struct ura_str wanted_source = ura_str_from(units->options.source_language);
    struct ura_str wanted_target = ura_str_from(units->options.target_language);
    bool free_source = !wanted_source.len, free_target = !wanted_target.len;

    if (free_source)
        wanted_source = units->header.source_language;
    if (free_target)
        wanted_target = units->header.target_language;
    *target = wanted_target.len ? find_variant(tbx, wanted_target, NULL) : NULL;
    *source = wanted_source.len ? find_variant(tbx, wanted_source, *target) : NULL;
    for (size_t i = 0; i < tbx->variant_count && free_source && !*source; i++)
        if (&tbx->variants[i] != *target)
            *source = &tbx->variants[i];
    for (size_t i = 0; i < tbx->variant_count && !wanted_target.len && !*target; i++)
        if (&tbx->variants[i] != *source)
            *target = &tbx->variants[i];
}

/* Gives the properties of the chosen variants their side, and drops those of the others. */
static void
settle_properties(struct tbx *tbx, const struct variant *source, const struct variant *target)
{
    struct property_list *list = &tbx->properties;
    size_t kept = 0;

    for (size_t v = 0; v < tbx->variant_count; v++) {
        const struct variant *variant = &tbx->variants[v];

        for (size_t i = 0; i < variant->property_count; i++) {
            struct ura_property *property = &list->items[variant->property_first + i];

            property->side = variant == target ? URA_SIDE_TARGET : URA_SIDE_SOURCE;
            if (variant != source && variant != target)
                property->name = URA_STR("");
        }
    }
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].name.len)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

static bool
make_unit(struct ura_units *units, struct ura_unit *out)
{
    struct tbx *tbx = units->state;
    struct variant *source, *target;
    size_t chosen;

    choose(units, &source, &target);
    tbx->seen++;
    chosen = (size_t)(source != NULL) + (target != NULL);
    if (chosen == 0) {
        losses_add(&units->losses, "entries in other languages", 1);
        return false;
    }
    tbx->matched++;
    losses_add(&units->losses, "further languages of entries", tbx->variant_count - chosen);
    settle_properties(tbx, source, target);
    out->source = source ? source->term : URA_STR("");
    out->source_language = source ? source->language : URA_STR("");
    out->has_target = target != NULL;
    out->target = target ? target->term : URA_STR("");
    out->target_language = target ? target->language : URA_STR("");
    out->properties = tbx->properties.items;
    out->property_count = tbx->properties.count;
    return true;
}

/* An entry, which has just begun. */
static enum ura_status
take_entry(struct ura_units *units, bool *wanted, struct ura_unit *out, struct ura_error *error)
{
    struct tbx *tbx = units->state;
    struct ura_arena *arena = &units->unit_arena;
    enum ura_status status = URA_OK;
    int depth = tbx->xml.depth;

    arena_clear(arena);
    *out = (struct ura_unit){.line = tbx->xml.line};
    tbx->variant_count = tbx->properties.count = 0;
    out->id = xml_attribute(&tbx->xml, "id", arena);
    while (!status && !(status = xml_next(&tbx->xml, error)) &&
           !(tbx->xml.event == XML_END && tbx->xml.depth == depth)) {
        if (tbx->xml.event != XML_START || is_group(tbx->xml.name))
            continue;
        status = is_language(tbx->xml.name)
                     ? take_variant(units, error)
                     : take_property(units, URA_SIDE_UNIT, property_name(tbx, arena), error);
    }
    if (status)
        return status;
    if (tbx->properties.failed)
        return error_memory(error);
    *wanted = tbx->variant_count > 0 && make_unit(units, out);
    return URA_OK;
}

static enum ura_status
read_unit(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct tbx *tbx = units->state;
    enum ura_status status;

    while (!(status = xml_next(&tbx->xml, error))) {
        bool wanted = false;

        if (tbx->xml.event != XML_START || !is_entry(tbx->xml.name))
            continue;
        status = take_entry(units, &wanted, out, error);
        if (status || wanted)
            return status;
    }
    if (status == URA_END && tbx->seen && !tbx->matched)
        return error_set(error, URA_BAD_ARGUMENT,
                         "has no entry in the languages asked for; leave --languages away to "
                         "see which it holds");
    return status;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct tbx *tbx = units->state;

    if (tbx->ended)
        return URA_END;
    if (!tbx->has_pending)
        return read_unit(units, out, error);
    *out = tbx->pending;
    tbx->has_pending = false;
    return URA_OK;
}

static enum ura_status
open_tbx(struct ura_units *units, struct ura_error *error)
{
    struct tbx *tbx = calloc(1, sizeof *tbx);
    struct ura_arena *arena = &units->header_arena;
    enum ura_status status;

    units->state = tbx;
    if (!tbx)
        return error_memory(error);
    status = xml_open(units->context, units->input, units->options.encoding, &tbx->xml, error);
    if (!status)
        status = xml_next(&tbx->xml, error);
    if (status == URA_END ||
        (!status && !xml_is(&tbx->xml, XML_START, "martif") &&
         !xml_is(&tbx->xml, XML_START, "tbx") && !xml_is(&tbx->xml, XML_START, "TBX")))
        return xml_refuse(&tbx->xml, "is no TBX: its root must be martif, tbx or TBX", error);
    if (!status)
        units->header.source_language =
            xml_attribute_in(&tbx->xml, "lang", XML_NAMESPACE, arena);
    if (!status)
        status = read_unit(units, &tbx->pending, error);
    tbx->ended = status == URA_END;
    tbx->has_pending = status == URA_OK;
    if (status)
        return tbx->ended ? URA_OK : status;
    if (tbx->pending.source_language.len)
        units->header.source_language = arena_copy(arena, tbx->pending.source_language);
    if (tbx->pending.target_language.len)
        units->header.target_language = arena_copy(arena, tbx->pending.target_language);
    return URA_OK;
}

static void
close_tbx(struct ura_units *units)
{
    struct tbx *tbx = units->state;

    if (!tbx)
        return;
    xml_close(&tbx->xml);
    property_release(&tbx->properties);
    free(tbx);
}

const struct ura_format format_tbx = {
    .name = "tbx",
    .summary = "termbase, TBX of 2008 (also read: 2019 in both styles, TBX-Min)",
    .holds = "terms of two languages with synonyms, ids, definitions, notes, other categories",
    .loses = "further languages, scores, states, line ends inside a text",
    .room = URA_ROOM_TARGET | URA_ROOM_ID | URA_ROOM_LANGUAGE | URA_ROOM_PROPERTIES,
    .content = URA_CONTENT_PAIRS,
    .bid = bid,
    .open = open_tbx,
    .next = next,
    .close = close_tbx,
    .begin = tbx_write_begin,
    .write = tbx_write_unit,
    .end = tbx_write_end,
};
