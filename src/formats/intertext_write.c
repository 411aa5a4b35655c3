/* intertext_write.c - two texts and the links between them, as InterText imports them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/intertext.h"
#include "formats/xml.h"

#include <stdlib.h>

enum { SOURCE, TARGET, LINKS }; /* the outputs, in their order */

/* A sentence that waits for those before it. */
struct waiting {
    size_t index;
    struct ura_str text;
};

/* One of the two texts. */
struct text {
    size_t next; /* sentences that are written */
    struct waiting *waiting;
    size_t count, capacity;
    struct ura_buf ids;   /* of the unit at work */
    struct ura_buf loose; /* texts without a place among those that have one: paragraph 2 */
    size_t loose_count;
};

struct intertext_writer {
    struct text texts[2];
    struct ura_arena arena; /* for the texts that wait */
    bool begun;
    bool placed; /* units say which sentences they have: the first one does */
};

/* What FALLBACK or the name of output INDEX is without its folders. */
static struct ura_str
name_of(const struct ura_unit_writer *writer, size_t index, const char *fallback)
{
    const char *name = writer->options->names[index];
    const char *slash = name ? strrchr(name, '/') : NULL;

    return ura_str_from(slash ? slash + 1 : name ? name : fallback);
}

enum ura_status
intertext_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    struct ura_buf *links = &writer->outputs[LINKS].buf;

    writer->state = calloc(1, sizeof(struct intertext_writer));
    if (!writer->state)
        return error_memory(error);
    losses_add(&writer->losses, "properties of the file", writer->header->property_count);
    for (int side = SOURCE; side <= TARGET; side++) {
        const struct ura_units_header *header = writer->header;
        struct ura_str language =
            side == SOURCE ? header->source_language : header->target_language;
        struct ura_buf *buf = &writer->outputs[side].buf;

        buf_append_text(buf, declaration);
        buf_append_text(buf, "<text");
        if (language.len)
            buf_append_xml_attribute(buf, "xml:lang", language);
        buf_append_text(buf, ">\n<p id=\"1\">\n");
    }
    buf_append_text(links, declaration);
    buf_append_text(links, "<linkGrp");
    buf_append_xml_attribute(links, "toDoc", name_of(writer, TARGET, "target.xml"));
    buf_append_xml_attribute(links, "fromDoc", name_of(writer, SOURCE, "source.xml"));
    buf_append_text(links, ">\n");
    return links->failed ? error_memory(error) : URA_OK;
}

static void
append_id(struct ura_buf *buf, unsigned paragraph, size_t index)
{
    buf_append_unsigned(buf, paragraph);
    buf_append_byte(buf, ':');
    buf_append_unsigned(buf, index + 1);
}

static void
append_s(struct ura_unit_writer *writer, struct ura_buf *buf, unsigned paragraph, size_t index,
         struct ura_str text)
{
    buf_append_text(buf, "<s id=\"");
    append_id(buf, paragraph, index);
    buf_append_text(buf, "\">");
    if (buf_append_xml(buf, text))
        losses_add(&writer->losses, "control characters", 1);
    buf_append_text(buf, "</s>\n");
}

static void
append_sentence(struct ura_unit_writer *writer, int side, size_t index, struct ura_str text)
{
    append_s(writer, &writer->outputs[side].buf, 1, index, text);
}

/* Writes those that wait for nothing any more. */
static void
release_waiting(struct ura_unit_writer *writer, int side)
{
    struct intertext_writer *state = writer->state;
    struct text *text = &state->texts[side];

    for (size_t i = 0; i < text->count;) {
        if (text->waiting[i].index != text->next) {
            i++;
            continue;
        }
        append_sentence(writer, side, text->next++, text->waiting[i].text);
        text->waiting[i] = text->waiting[--text->count];
        i = 0;
    }
}

/* A text is written in its own order, whatever that of the units: what comes early waits. */
static bool
put_sentence(struct ura_unit_writer *writer, int side, size_t index, struct ura_str sentence)
{
    struct intertext_writer *state = writer->state;
    struct text *text = &state->texts[side];
    struct waiting *grown;

    if (text->ids.len)
        buf_append_byte(&text->ids, ' ');
    append_id(&text->ids, 1, index);
    if (index < text->next)
        return true;
    if (index == text->next) {
        append_sentence(writer, side, text->next++, sentence);
        release_waiting(writer, side);
        return true;
    }
    grown = array_grow(text->waiting, &text->capacity, text->count + 1, sizeof *grown);
    if (!grown)
        return false;
    text->waiting = grown;
    sentence = arena_copy(&state->arena, sentence);
    grown[text->count++] = (struct waiting){index, sentence};
    return sentence.ptr != NULL;
}

/* The sentences of a side where they are known, else its text as one. */
static bool
put_side(struct ura_unit_writer *writer, int side, const struct ura_unit *unit)
{
    struct intertext_writer *state = writer->state;
    struct text *text = &state->texts[side];
    const struct ura_str *sentences =
        side == SOURCE ? unit->source_sentences : unit->target_sentences;
    size_t first = side == SOURCE ? unit->place.source_first : unit->place.target_first;
    size_t count = side == SOURCE ? unit->place.source_count : unit->place.target_count;
    struct ura_str whole = side == SOURCE ? unit->source : unit->target;

    buf_clear(&text->ids);
    if (state->placed && unit->has_place && sentences) {
        for (size_t i = 0; i < count; i++)
            if (!put_sentence(writer, side, first + i, sentences[i]))
                return false;
        return true;
    }
    if (whole.len == 0 || (side == TARGET && !unit->has_target))
        return true;
    if (!state->placed)
        return put_sentence(writer, side, text->next, whole);
    append_id(&text->ids, 2, text->loose_count);
    append_s(writer, &text->loose, 2, text->loose_count++, whole);
    return !text->loose.failed;
}

static size_t
count_ids(struct ura_str ids)
{
    size_t count = ids.len > 0;

    for (size_t i = 0; i < ids.len; i++)
        count += ids.ptr[i] == ' ';
    return count;
}

static const char *
status_of(const struct ura_unit_writer *writer, enum ura_state state)
{
    if (state == URA_STATE_REVIEWED || state == URA_STATE_FINAL)
        return "man";
    return state == URA_STATE_NONE && strcmp(writer->header->format, "intertext") == 0 ? "plain"
                                                                                       : "auto";
}

enum ura_status
intertext_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                     struct ura_error *error)
{
    struct intertext_writer *state = writer->state;
    struct ura_buf *links = &writer->outputs[LINKS].buf;
    struct ura_buf *source = &state->texts[SOURCE].ids, *target = &state->texts[TARGET].ids;

    if (unit->kind == URA_BLOCK_FURNITURE)
        return URA_OK;
    if (!state->begun)
        state->placed = unit->has_place && unit->source_sentences && unit->target_sentences;
    state->begun = true;
    if (!put_side(writer, SOURCE, unit) || !put_side(writer, TARGET, unit))
        return error_memory(error);
    if (!source->len && !target->len)
        return URA_OK;
    /* As InterText has it: the type, like xtargets, begins with toDoc, the target. */
    buf_append_text(links, "<link type=\"");
    buf_append_unsigned(links, count_ids(buf_str(target)));
    buf_append_byte(links, '-');
    buf_append_unsigned(links, count_ids(buf_str(source)));
    buf_append_text(links, "\" xtargets=\"");
    buf_append_str(links, buf_str(target));
    buf_append_byte(links, ';');
    buf_append_str(links, buf_str(source));
    buf_append_text(links, "\" status=\"");
    buf_append_text(links, status_of(writer, unit->state));
    buf_append_byte(links, '"');
    for (size_t i = 0; i < unit->property_count; i++) {
        if (ura_str_equal(unit->properties[i].name, URA_STR("mark")))
            buf_append_xml_attribute(links, "mark", unit->properties[i].value);
        else
            losses_add(&writer->losses, "notes and properties", 1);
    }
    buf_append_text(links, "/>\n");
    return links->failed || source->failed || target->failed ? error_memory(error) : URA_OK;
}

static int
compare_waiting(const void *first, const void *second)
{
    const struct waiting *a = first, *b = second;

    return (a->index > b->index) - (a->index < b->index);
}

/* What waits for sentences that no unit had is written behind them. */
static void
end_text(struct ura_unit_writer *writer, int side)
{
    struct intertext_writer *state = writer->state;
    struct text *text = &state->texts[side];
    struct ura_buf *buf = &writer->outputs[side].buf;

    if (text->count)
        qsort(text->waiting, text->count, sizeof *text->waiting, compare_waiting);
    for (size_t i = 0; i < text->count; i++)
        if (i == 0 || text->waiting[i].index != text->waiting[i - 1].index)
            append_sentence(writer, side, text->waiting[i].index, text->waiting[i].text);
    buf_append_text(buf, "</p>\n");
    if (text->loose_count) {
        buf_append_text(buf, "<p id=\"2\">\n");
        buf_append_str(buf, buf_str(&text->loose));
        buf_append_text(buf, "</p>\n");
    }
    buf_append_text(buf, "</text>\n");
}

enum ura_status
intertext_write_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    struct intertext_writer *state = writer->state;
    struct ura_buf *links = &writer->outputs[LINKS].buf;

    (void)error;
    if (!state)
        return URA_OK;
    for (int side = SOURCE; side <= TARGET; side++) {
        if (whole)
            end_text(writer, side);
        buf_release(&state->texts[side].ids);
        buf_release(&state->texts[side].loose);
        free(state->texts[side].waiting);
    }
    if (whole)
        buf_append_text(links, "</linkGrp>\n");
    arena_release(&state->arena);
    free(state);
    return URA_OK;
}
