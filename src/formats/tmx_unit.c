/* tmx_unit.c - which two variants of a tu are the unit, and what belongs to it. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/tmx_read.h"

/* The variant that fits WANTED best, other than EXCEPT; NULL if none fits. */
static const struct variant *
find_variant(const struct tmx *tmx, struct ura_str wanted, const struct variant *except)
{
    const struct variant *best = NULL;
    int highest = 0;

    for (size_t i = 0; i < tmx->variant_count; i++) {
        int match = language_match(tmx->variants[i].language, wanted);

        if (match > highest && &tmx->variants[i] != except) {
            best = &tmx->variants[i];
            highest = match;
        }
    }
    return best;
}

/* The first variant in another language than SOURCE; "und" is as good as another. */
static const struct variant *
find_other(const struct tmx *tmx, const struct variant *source)
{
    for (size_t i = 0; i < tmx->variant_count; i++) {
        const struct variant *variant = &tmx->variants[i];

        if (!source || language_match(variant->language, source->language) != 2 ||
            (variant != source && language_match(variant->language, URA_STR("und"))))
            return variant;
    }
    return NULL;
}

/* The two variants that the unit is about, as the caller or else the file has it. */
static void
choose_variants(const struct ura_units *units, struct ura_str srclang,
                const struct variant **source, const struct variant **target)
{
    const struct tmx *tmx = units->state;
    const char *wanted_source = units->options.source_language;
    const char *wanted_target = units->options.target_language;

    *target = wanted_target ? find_variant(tmx, ura_str_from(wanted_target), NULL) : NULL;
    if (wanted_source)
        srclang = ura_str_from(wanted_source);
    else if (!srclang.len)
        srclang = units->header.source_language;
    *source = find_variant(tmx, srclang, *target);
    /* A text alone in another language than the source's is a target without a source. */
    if (!wanted_source && !*source && (!srclang.len || tmx->variant_count > 1))
        *source = find_other(tmx, *target);
    if (!wanted_target)
        *target = find_other(tmx, *source);
}

static void
set_side(struct ura_units *units, const struct variant *variant, enum ura_side side,
         struct ura_unit *out)
{
    struct tmx *tmx = units->state;
    struct ura_str text, markup = {NULL, 0};

    if (!variant)
        return;
    text = ura_str_slice(buf_str(&tmx->text), variant->text, variant->text + variant->text_len);
    if (!text.ptr)
        text = URA_STR("");
    if (variant->markup_len)
        markup = ura_str_slice(buf_str(&tmx->markup), variant->markup,
                               variant->markup + variant->markup_len);
    for (size_t i = 0; i < variant->property_count; i++)
        tmx->properties.items[variant->property_first + i].side = side;
    if (side == URA_SIDE_SOURCE) {
        out->source = text;
        out->source_markup = markup;
        out->source_language = variant->language;
    } else {
        out->target = text;
        out->target_markup = markup;
        out->target_language = variant->language;
        out->has_target = true;
    }
}

/* What ura wrote as props of its own, and the properties of variants that were not chosen. */
static void
settle_properties(struct tmx *tmx, const struct variant *source, const struct variant *target,
                  struct ura_unit *out)
{
    struct property_list *list = &tmx->properties;
    size_t kept = 0;

    for (size_t v = 0; v < tmx->variant_count; v++) {
        const struct variant *variant = &tmx->variants[v];

        if (variant == source || variant == target)
            continue;
        for (size_t i = 0; i < variant->property_count; i++)
            list->items[variant->property_first + i].name = URA_STR("");
    }
    for (size_t i = 0; i < list->count; i++) {
        struct ura_property *property = &list->items[i];
        bool unit = property->side == URA_SIDE_UNIT;

        if (unit && ura_str_equal(property->name, URA_STR(TMX_SCORE)) &&
            number_parse_real(property->value, &out->score))
            out->has_score = true;
        else if (unit && ura_str_equal(property->name, URA_STR(TMX_STATE)))
            out->state = state_from_name(property->value);
        else if (property->name.len)
            list->items[kept++] = *property;
    }
    list->count = kept;
    out->properties = list->items;
    out->property_count = list->count;
}

bool
tmx_make_unit(struct ura_units *units, struct ura_str srclang, struct ura_unit *out)
{
    struct tmx *tmx = units->state;
    const struct variant *source, *target;
    size_t chosen;

    choose_variants(units, srclang, &source, &target);
    chosen = (size_t)(source != NULL) + (target != NULL);
    tmx->seen++;
    if (chosen == 0) {
        losses_add(&units->losses, "units in other languages", 1);
        return false;
    }
    tmx->matched++;
    losses_add(&units->losses, "further variants of units", tmx->variant_count - chosen);
    set_side(units, source, URA_SIDE_SOURCE, out);
    set_side(units, target, URA_SIDE_TARGET, out);
    settle_properties(tmx, source, target, out);
    return true;
}
