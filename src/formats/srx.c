/* srx.c - segmentation rules, SRX 1.0 and 2.0: a rule is a unit. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/srx.h"

#include <stdlib.h>

struct reading {
    struct srx srx;
    size_t next;
    struct ura_property properties[2]; /* of the unit at hand */
};

static int
bid(struct ura_str head, const char *name)
{
    struct xml_root root;

    (void)name;
    return xml_find_root(head, &root) && strcmp(root.name, "srx") == 0 ? 80 : 0;
}

static enum ura_status
open_srx(struct ura_units *units, struct ura_error *error)
{
    struct reading *reading = calloc(1, sizeof *reading);
    enum ura_status status;

    units->state = reading;
    if (!reading)
        return error_memory(error);
    status =
        srx_parse(units->context, units->input, units->options.encoding, &reading->srx, error);
    units->header.properties = reading->srx.properties.items;
    units->header.property_count = reading->srx.properties.count;
    return status;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct reading *reading = units->state;
    const struct ura_segment_rule *rule;

    (void)error;
    if (reading->next == reading->srx.rule_count)
        return URA_END;
    rule = &reading->srx.rules[reading->next++];
    reading->properties[0] = (struct ura_property){URA_SIDE_UNIT, URA_STR(SRX_SET), rule->set};
    reading->properties[1] = (struct ura_property){
        URA_SIDE_UNIT, URA_STR(SRX_BREAK), rule->breaks ? URA_STR("yes") : URA_STR("no")};
    *out = (struct ura_unit){.source = rule->before,
                             .target = rule->after,
                             .has_target = true,
                             .properties = reading->properties,
                             .property_count = 2,
                             .line = rule->line};
    return URA_OK;
}

static void
close_srx(struct ura_units *units)
{
    struct reading *reading = units->state;

    if (reading)
        srx_release(&reading->srx);
    free(reading);
}

/* Rules that live with what they point to. */
struct kept {
    struct ura_segment_rules rules;
    struct srx srx;
};

enum ura_status
ura_segment_rules_open(struct ura_context *context, const char *path,
                       struct ura_segment_rules **out, struct ura_error *error)
{
    struct kept *kept = calloc(1, sizeof *kept);
    struct ura_input *input = NULL;
    enum ura_status status = kept ? URA_OK : error_memory(error);

    *out = NULL;
    if (!status)
        status = ura_input_open(path, NULL, &input, error);
    if (!status)
        status = srx_parse(context, input, NULL, &kept->srx, error);
    ura_input_free(input);
    if (status) {
        error_set_file(error, path);
        ura_segment_rules_free(kept ? &kept->rules : NULL);
        return status;
    }
    kept->rules =
        (struct ura_segment_rules){path,           kept->srx.rules,     kept->srx.rule_count,
                                   kept->srx.maps, kept->srx.map_count, kept->srx.cascade};
    *out = &kept->rules;
    return URA_OK;
}

void
ura_segment_rules_free(struct ura_segment_rules *rules)
{
    struct kept *kept = (struct kept *)rules; /* its first member */

    if (kept)
        srx_release(&kept->srx);
    free(kept);
}

const struct ura_format format_srx = {
    .name = "srx",
    .summary = "segmentation rules, SRX 2.0 (1.0 is read): before and after a break",
    .holds = "rules with their names, breaks and exceptions, language maps",
    .loses = "comments, extensions of other programs",
    .room = URA_ROOM_TARGET | URA_ROOM_PROPERTIES | URA_ROOM_LINES,
    .content = URA_CONTENT_RULES,
    .bid = bid,
    .open = open_srx,
    .next = next,
    .close = close_srx,
    .begin = srx_write_begin,
    .write = srx_write_unit,
    .end = srx_write_end,
};
