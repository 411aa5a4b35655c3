/* xliff_units.c - units of XLIFF as they go out: segment by segment, in the languages asked
 * for.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

#include <stdlib.h>

/* Whether the tag says version MAJOR, or else its namespace does. */
static bool
says_version(const char *tag, const char *version, const char *space)
{
    const char *at = strstr(tag, " version=");

    if (!at)
        at = strstr(tag, "\nversion=");
    if (at && (at[9] == '"' || at[9] == '\''))
        return strncmp(at + 10, version, 1) == 0;
    return strstr(tag, space) != NULL;
}

int
xliff_version(struct ura_str head)
{
    struct xml_root root;

    if (!xml_find_root(head, &root) || strcmp(root.name, "xliff") != 0)
        return 0;
    if (says_version(root.tag, "2", ":xliff:document:2."))
        return 2;
    return strstr(root.tag, "srcLang=") && !says_version(root.tag, "1", ":xliff:document:1.")
               ? 2
               : 1;
}

enum ura_status
xliff_open(struct ura_units *units, int major, const struct xliff_code *codes,
           struct ura_error *error)
{
    struct xliff *xliff = calloc(1, sizeof *xliff);
    struct ura_str version;
    enum ura_status status;

    units->state = xliff;
    if (!xliff)
        return error_memory(error);
    xliff->codes = codes;
    status =
        xml_open(units->context, units->input, units->options.encoding, &xliff->xml, error);
    if (!status)
        status = xml_next(&xliff->xml, error);
    if (status == URA_END || (!status && !xml_is(&xliff->xml, XML_START, "xliff")))
        return xml_refuse(&xliff->xml, "is no XLIFF: its root must be xliff", error);
    if (status)
        return status;
    version = xml_attribute(&xliff->xml, "version", &xliff->unit);
    if (version.len && major == 1 && version.ptr[0] == '2')
        return xml_refuse(&xliff->xml, "is XLIFF 2; read it as xliff2", error);
    if (version.len && major == 2 && version.ptr[0] == '1')
        return xml_refuse(&xliff->xml, "is XLIFF 1; read it as xliff", error);
    return URA_OK;
}

void
xliff_begin_file(struct ura_units *units, struct ura_str source_language,
                 struct ura_str target_language)
{
    struct xliff *xliff = units->state;

    arena_clear(&xliff->file);
    xliff->source_language = arena_copy(&xliff->file, source_language);
    xliff->target_language = arena_copy(&xliff->file, target_language);
    xliff->original = xml_attribute(&xliff->xml, "original", &xliff->file);
    if (!xliff->files++)
        units->header.original = arena_copy(&units->header_arena, xliff->original);
}

bool
xliff_in_header(const struct xliff *xliff)
{
    return xliff->files == 1 && !xliff->begun;
}

/* What was gathered before the first unit is of the header. */
static enum ura_status
keep_header(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;

    if (xliff->begun)
        return URA_OK;
    xliff->begun = true;
    return property_keep(&xliff->properties, &units->header_arena, &units->header.properties,
                         &units->header.property_count, error);
}

enum ura_status
xliff_begin_unit(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    enum ura_status status = keep_header(units, error);

    arena_clear(&xliff->unit);
    buf_clear(&xliff->text);
    buf_clear(&xliff->markup);
    xliff->piece_count = xliff->segment_count = xliff->given = 0;
    xliff->properties.count = 0;
    xliff->has_score = false;
    xliff->line = xliff->xml.line;
    return status;
}

struct xliff_segment *
xliff_add_segment(struct ura_units *units)
{
    struct xliff *xliff = units->state;
    struct xliff_segment *grown = array_grow(xliff->segments, &xliff->segment_capacity,
                                             xliff->segment_count + 1, sizeof *grown);

    if (!grown)
        return NULL;
    xliff->segments = grown;
    grown += xliff->segment_count++;
    /* What was gathered while the unit was read is of its first segment. */
    *grown = (struct xliff_segment){.property_first =
                                        xliff->segment_count > 1 ? xliff->properties.count : 0};
    if (xliff->original.len && !ura_str_equal(xliff->original, units->header.original))
        property_add(&xliff->properties, URA_SIDE_UNIT, URA_STR("original"), xliff->original);
    return grown;
}

/* Whether CODE may be what was WANTED; what is not said may be anything. */
static bool
may_be(struct ura_str code, const char *wanted)
{
    return !wanted || !code.len || language_match(code, ura_str_from(wanted));
}

/* Whether SEGMENT is in the languages asked for; sets `swapped`. */
static bool
choose_sides(struct ura_units *units, const struct xliff_segment *segment)
{
    struct xliff *xliff = units->state;
    struct ura_str source =
        language_or(segment->source_language, xliff->source_language, URA_STR(""));
    struct ura_str target =
        language_or(segment->target_language, xliff->target_language, URA_STR(""));
    const char *wanted_source = units->options.source_language;
    const char *wanted_target = units->options.target_language;

    xliff->swapped = false;
    if (may_be(source, wanted_source) && may_be(target, wanted_target))
        return true;
    xliff->swapped = may_be(target, wanted_source) && may_be(source, wanted_target);
    if (xliff->swapped)
        return true;
    if (xliff->others.len < 256) { /* bytes: more only make a message longer */
        buf_append_text(&xliff->others, xliff->others.len ? "; " : "");
        buf_append_str(&xliff->others, source);
        buf_append_text(&xliff->others, " and ");
        buf_append_str(&xliff->others, target.len ? target : URA_STR("no target"));
    }
    return false;
}

/* The languages of the header are those of the first unit, or of the file. */
static void
set_header_languages(struct ura_units *units, const struct xliff_segment *segment)
{
    struct xliff *xliff = units->state;
    struct ura_arena *arena = &units->header_arena;
    struct ura_str source = xliff->source_language, target = xliff->target_language;

    if (xliff->opened)
        return;
    xliff->opened = true;
    if (segment) {
        source = language_or(segment->source_language, source, URA_STR(""));
        target = language_or(segment->target_language, target, URA_STR(""));
    }
    units->header.source_language = arena_copy(arena, xliff->swapped ? target : source);
    units->header.target_language = arena_copy(arena, xliff->swapped ? source : target);
}

enum ura_status
xliff_end_unit(struct ura_units *units, struct ura_error *error)
{
    struct xliff *xliff = units->state;

    if (xliff->properties.failed)
        return error_memory(error);
    for (size_t i = 0; i < xliff->segment_count; i++) {
        struct xliff_segment *segment = &xliff->segments[i];
        size_t end =
            i + 1 < xliff->segment_count ? segment[1].property_first : xliff->properties.count;

        segment->property_count = end - segment->property_first;
    }
    if (!xliff->segment_count)
        return URA_OK;
    xliff->seen++;
    if (!choose_sides(units, &xliff->segments[0])) {
        losses_add(&units->losses, "units in other languages", xliff->segment_count);
        xliff->segment_count = 0;
        return URA_OK;
    }
    xliff->matched++;
    set_header_languages(units, &xliff->segments[0]);
    return URA_OK;
}

static struct ura_str
text_of(const struct ura_buf *buf, size_t start, size_t end)
{
    return end > start ? ura_str_slice(buf_str(buf), start, end) : URA_STR("");
}

static void
swap_sides(struct ura_unit *unit, struct ura_property *properties)
{
    struct ura_unit was = *unit;

    unit->source = was.target;
    unit->source_markup = was.target_markup;
    unit->source_language = was.target_language;
    unit->target = was.source;
    unit->target_markup = was.source_markup;
    unit->target_language = was.source_language;
    unit->has_target = was.source.len > 0 || was.source_markup.len > 0;
    for (size_t i = 0; i < unit->property_count; i++)
        if (properties[i].side != URA_SIDE_UNIT)
            properties[i].side =
                properties[i].side == URA_SIDE_SOURCE ? URA_SIDE_TARGET : URA_SIDE_SOURCE;
}

/* Codes that no valid file has are not written back; the text without them is. */
static struct ura_str
markup_of(struct ura_units *units, const struct xliff_span *span)
{
    struct xliff *xliff = units->state;

    if (!span->codes)
        return (struct ura_str){NULL, 0};
    if (!span->odd)
        return text_of(&xliff->markup, span->markup, span->markup_end);
    losses_add(&units->losses, "texts with inline codes that XLIFF does not know", 1);
    return (struct ura_str){NULL, 0};
}

static void
make_unit(struct ura_units *units, const struct xliff_segment *segment, struct ura_unit *out)
{
    struct xliff *xliff = units->state;
    struct ura_property *properties = xliff->properties.items;

    *out = (struct ura_unit){
        .id = segment->id,
        .source = text_of(&xliff->text, segment->source.text, segment->source.text_end),
        .source_markup = markup_of(units, &segment->source),
        .source_language =
            language_or(segment->source_language, xliff->source_language, URA_STR("")),
        .target_language =
            language_or(segment->target_language, xliff->target_language, URA_STR("")),
        .has_target = segment->has_target && !xliff_is_empty(&segment->target),
        .state = segment->state,
        .has_score = xliff->has_score,
        .score = xliff->score,
        .property_count = segment->property_count,
        .line = xliff->line,
    };
    if (segment->property_count)
        out->properties = properties += segment->property_first;
    if (out->has_target) {
        out->target = text_of(&xliff->text, segment->target.text, segment->target.text_end);
        out->target_markup = markup_of(units, &segment->target);
    } else {
        out->state = URA_STATE_UNTRANSLATED;
    }
    if (xliff->swapped)
        swap_sides(out, properties);
}

/* Reads on until there is a segment to give. */
static enum ura_status
fill(struct ura_units *units,
     enum ura_status (*read_unit)(struct ura_units *units, struct ura_error *error),
     struct ura_error *error)
{
    struct xliff *xliff = units->state;
    enum ura_status status = URA_OK;

    while (!status && xliff->given == xliff->segment_count)
        status = read_unit(units, error);
    if (status == URA_END && xliff->seen && !xliff->matched)
        return error_set(error, URA_BAD_ARGUMENT,
                         "has no unit in the languages asked for; it holds %.*s",
                         (int)xliff->others.len, xliff->others.ptr ? xliff->others.ptr : "");
    return status;
}

enum ura_status
xliff_give(struct ura_units *units,
           enum ura_status (*read_unit)(struct ura_units *units, struct ura_error *error),
           struct ura_unit *out, struct ura_error *error)
{
    struct xliff *xliff = units->state;
    enum ura_status status = fill(units, read_unit, error);

    if (!status)
        make_unit(units, &xliff->segments[xliff->given++], out);
    return status;
}

enum ura_status
xliff_look_ahead(struct ura_units *units,
                 enum ura_status (*read_unit)(struct ura_units *units, struct ura_error *error),
                 struct ura_error *error)
{
    enum ura_status status = fill(units, read_unit, error);

    if (status != URA_END)
        return status;
    set_header_languages(units, NULL);
    return keep_header(units, error);
}

void
xliff_close(struct ura_units *units)
{
    struct xliff *xliff = units->state;

    if (!xliff)
        return;
    xml_close(&xliff->xml);
    arena_release(&xliff->file);
    arena_release(&xliff->unit);
    buf_release(&xliff->text);
    buf_release(&xliff->markup);
    buf_release(&xliff->others);
    property_release(&xliff->properties);
    free(xliff->pieces);
    free(xliff->segments);
    free(xliff);
}
