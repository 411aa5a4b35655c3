/* srx.h - segmentation rules as files have them, SRX 1.0 and 2.0. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_SRX_H
#define FORMATS_SRX_H

#include <ura/rules.h>

#include "formats/properties.h"
#include "formats/xml.h"

/*
 * Rules in an arena: maps stand behind the rules in a file, and mean something only together,
 * so a file is held whole. The largest rule sets in use have 2,000 rules.
 */
enum { SRX_RULES_MAX = 100000, SRX_MAPS_MAX = 10000 };

/* Zero, then srx_parse. */
struct srx {
    struct ura_arena arena;
    struct ura_segment_rule *rules;
    size_t rule_count, rule_capacity;
    struct ura_segment_map *maps;
    size_t map_count, map_capacity;
    bool cascade;
    struct property_list properties; /* of the header, and the maps as "languagemap:SET" */
};

#define SRX_MAP "languagemap:"     /* and the name of the set; the value is the pattern */
#define SRX_HANDLE "formathandle:" /* and start, end, isolated; the value is yes or no */
#define SRX_SET "languagerule"
#define SRX_BREAK "break"

/*
 * Reads what INPUT has left. Fails with URA_SYNTAX (line), URA_TOO_LARGE and as xml_next does.
 * srx_release after, also where it failed.
 */
enum ura_status srx_parse(struct ura_context *context, struct ura_input *input,
                          const char *encoding, struct srx *out, struct ura_error *error);
void srx_release(struct srx *srx);

enum ura_status srx_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status srx_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                               struct ura_error *error);
enum ura_status srx_write_end(struct ura_unit_writer *writer, bool whole,
                              struct ura_error *error);

#endif
