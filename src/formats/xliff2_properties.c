/* xliff2_properties.c - where properties and notes stand in XLIFF 2. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

static bool
is_named(const struct ura_property *property, enum ura_side side, const char *name)
{
    return property->side == side && ura_str_equal(property->name, ura_str_from(name));
}

static bool
is_ignorable(const struct ura_property *property)
{
    return property->side != URA_SIDE_UNIT &&
           (ura_str_equal(property->name, URA_STR("ignorable")) ||
            ura_str_equal(property->name, URA_STR("ignorable-before")));
}

bool
xliff2_is_of_segment(const struct ura_unit *unit, size_t index)
{
    const struct ura_property *property = &unit->properties[index];
    const struct ura_property *all = unit->properties;
    size_t count = unit->property_count;

    return is_ignorable(property) ||
           (is_named(property, URA_SIDE_UNIT, "segment") && xliff_is_token(property->value)) ||
           is_named(property, URA_SIDE_UNIT, "original") ||
           xliff_is_attribute(all, count, index, URA_SIDE_SOURCE, xliff2_source_attributes) ||
           xliff_is_attribute(all, count, index, URA_SIDE_TARGET, xliff2_target_attributes) ||
           (unit->has_target &&
            xliff_is_attribute(all, count, index, URA_SIDE_TARGET, xliff2_order_attribute));
}

/* Whether property INDEX has a place of its own and is no metadata. */
static bool
is_placed(const struct ura_unit *unit, size_t index, bool same_format)
{
    const struct ura_property *property = &unit->properties[index];

    return ura_str_equal(property->name, URA_STR("note")) ||
           xliff2_is_of_segment(unit, index) ||
           (same_format && is_named(property, URA_SIDE_UNIT, "originalData")) ||
           xliff_is_attribute(unit->properties, unit->property_count, index, URA_SIDE_UNIT,
                              xliff2_unit_attributes);
}

static void
append_meta(struct ura_buf *buf, struct ura_str name, struct ura_str value)
{
    buf_append_text(buf, "          <mda:meta");
    buf_append_xml_attribute(buf, "type", name);
    buf_append_byte(buf, '>');
    buf_append_xml(buf, value);
    buf_append_text(buf, "</mda:meta>\n");
}

static void
begin_group(struct ura_buf *buf, enum ura_side side, bool *metadata, bool *group)
{
    static const char *const applies[] = {[URA_SIDE_UNIT] = "",
                                          [URA_SIDE_SOURCE] = " appliesTo=\"source\"",
                                          [URA_SIDE_TARGET] = " appliesTo=\"target\""};

    buf_append_text(buf, *metadata ? "" : "      <mda:metadata>\n");
    if (!*group) {
        buf_append_text(buf, "        <mda:metaGroup category=\"ura\"");
        buf_append_text(buf, applies[side]);
        buf_append_text(buf, ">\n");
    }
    *metadata = *group = true;
}

void
xliff2_append_metadata(struct ura_buf *buf, const struct ura_unit *unit, bool same_format)
{
    bool metadata = false;

    for (int side = URA_SIDE_UNIT; side <= URA_SIDE_TARGET; side++) {
        bool group = false;

        if (side == URA_SIDE_UNIT && unit->has_score) {
            struct ura_buf score = {0};

            buf_append_fixed(&score, unit->score, XLIFF_SCORE_DECIMALS);
            begin_group(buf, URA_SIDE_UNIT, &metadata, &group);
            append_meta(buf, URA_STR(XLIFF_SCORE), buf_str(&score));
            buf_release(&score);
        }
        for (size_t i = 0; i < unit->property_count; i++) {
            const struct ura_property *property = &unit->properties[i];

            if ((int)property->side != side || is_placed(unit, i, same_format))
                continue;
            begin_group(buf, property->side, &metadata, &group);
            append_meta(buf, property->name, property->value);
        }
        buf_append_text(buf, group ? "        </mda:metaGroup>\n" : "");
    }
    buf_append_text(buf, metadata ? "      </mda:metadata>\n" : "");
}

void
xliff2_append_notes(struct ura_buf *buf, const struct ura_property *properties, size_t count)
{
    bool begun = false;

    for (size_t i = 0; i < count; i++) {
        if (!ura_str_equal(properties[i].name, URA_STR("note")))
            continue;
        buf_append_text(buf, begun ? "" : "      <notes>\n");
        begun = true;
        buf_append_text(buf, "        <note");
        if (properties[i].side != URA_SIDE_UNIT)
            buf_append_text(buf, properties[i].side == URA_SIDE_SOURCE
                                     ? " appliesTo=\"source\""
                                     : " appliesTo=\"target\"");
        buf_append_byte(buf, '>');
        buf_append_xml(buf, properties[i].value);
        buf_append_text(buf, "</note>\n");
    }
    buf_append_text(buf, begun ? "      </notes>\n" : "");
}
