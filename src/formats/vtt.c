/* vtt.c - WebVTT subtitles: a cue a unit. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/line_error.h"
#include "formats/subtitles.h"

#include <stdlib.h>

static const char signature[] = "WEBVTT";

struct vtt {
    struct raw_lines lines;
    struct cue cue;
    struct ura_buf id;       /* the line before the times, if there is one */
    struct ura_buf settings; /* of the cue that has begun */
    struct cue_times times;
    uint64_t line;
    bool begun; /* its times have been read */
    bool ended;
};

static bool
is_signature(struct ura_str line)
{
    size_t len = strlen(signature);

    return line.len >= len && memcmp(line.ptr, signature, len) == 0 &&
           (line.len == len || strchr(" \t\r\n", line.ptr[len]));
}

static int
bid(struct ura_str head, const char *name)
{
    char bytes[64];
    struct ura_str text = {bytes, head_narrow(head, bytes, sizeof bytes)};
    size_t len = name ? strlen(name) : 0;

    /* Where the head is shorter than a line its end may be cut off with the line. */
    if (is_signature(text.len ? text : head))
        return 90;
    return len > 4 && strcmp(name + len - 4, ".vtt") == 0 ? 85 : 0;
}

/* Lines of the head, up to an empty one or the first times; a language is kept. */
static enum ura_status
take_head(struct ura_units *units, struct ura_error *error)
{
    struct vtt *vtt = units->state;
    struct ura_str line, name = URA_STR("Language:");
    enum ura_status status;

    while (!(status = raw_lines_next(&vtt->lines, &line, error)) && line.len) {
        if (cue_line_parse(line, &vtt->times) == CUE_LINE_TIMES) {
            buf_append_str(&vtt->settings, vtt->times.settings);
            vtt->line = vtt->lines.line;
            vtt->begun = true;
            return URA_OK;
        }
        if (line.len > name.len && memcmp(line.ptr, name.ptr, name.len) == 0) {
            line = ura_str_slice(line, name.len, line.len);
            while (line.len && line.ptr[0] == ' ')
                line = ura_str_slice(line, 1, line.len);
            units->header.source_language = arena_copy(&units->header_arena, line);
        } else {
            losses_add(&units->losses, "lines of the head", 1);
        }
    }
    vtt->ended = status == URA_END;
    return vtt->ended ? URA_OK : status;
}

static enum ura_status
open_vtt(struct ura_units *units, struct ura_error *error)
{
    struct vtt *vtt = calloc(1, sizeof *vtt);
    struct ura_str line;
    enum ura_status status;

    units->state = vtt;
    units->header.layout = URA_LAYOUT_PLAIN;
    if (!vtt)
        return error_memory(error);
    status = raw_lines_open(units, units->options.encoding, &vtt->lines, error);
    if (!status)
        status = raw_lines_next(&vtt->lines, &line, error);
    if (status == URA_END || (!status && !is_signature(line)))
        return error_on_line(
            error, URA_SYNTAX, 1,
            "is no WebVTT: its first line must be WEBVTT, alone or before a blank");
    return status ? status : take_head(units, error);
}

static void
begin_cue(struct vtt *vtt)
{
    buf_clear(&vtt->settings);
    buf_append_str(&vtt->settings, vtt->times.settings);
    vtt->line = vtt->lines.line;
    vtt->begun = true;
}

/* The lines of a block that is none of cues: a note, a style, a region, or text without times.
 */
static void
count_block(struct ura_units *units, struct ura_str first)
{
    static const char *const others[] = {"NOTE", "STYLE", "REGION"};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t len = strlen(others[i]);

        if (first.len >= len && memcmp(first.ptr, others[i], len) == 0) {
            losses_add(&units->losses, "notes, styles and regions", 1);
            return;
        }
    }
    losses_add(&units->losses, "blocks without times", 1);
}

/* Goes on to the times of the next cue; what has none is passed over and
 * counted. */
static enum ura_status
find_cue(struct ura_units *units, struct ura_error *error)
{
    struct vtt *vtt = units->state;
    struct ura_str line;
    size_t lines = 0;
    enum ura_status status;

    buf_clear(&vtt->id);
    while (!(status = raw_lines_next(&vtt->lines, &line, error))) {
        /* Times that are broken make a block without times: the standard drops such cues. */
        if (cue_line_parse(line, &vtt->times) == CUE_LINE_TIMES) {
            if (lines > 1)
                buf_clear(&vtt->id);
            begin_cue(vtt);
            return URA_OK;
        }
        if (lines++ == 0)
            buf_append_str(&vtt->id, line);
        if (line.len)
            continue;
        if (lines > 1)
            count_block(units, buf_str(&vtt->id));
        buf_clear(&vtt->id);
        lines = 0;
    }
    if (status == URA_END && lines)
        count_block(units, buf_str(&vtt->id));
    vtt->ended = status == URA_END;
    return status;
}

/* The lines of the cue that has begun; the times of another one end it too. */
static enum ura_status
take_text(struct ura_units *units, struct cue_times *after, bool *follows,
          struct ura_error *error)
{
    struct vtt *vtt = units->state;
    size_t longest = ura_context_limit(units->context, URA_LIMIT_LINE);
    struct ura_str line;
    enum ura_status status;

    *follows = false;
    while (!(status = raw_lines_next(&vtt->lines, &line, error)) && line.len) {
        *follows = cue_line_parse(line, after) == CUE_LINE_TIMES;
        if (*follows)
            return URA_OK;
        cue_add_line(&vtt->cue, line);
        if (vtt->cue.raw.len > longest)
            return error_on_line(error, URA_TOO_LARGE, vtt->line,
                                 "this cue is longer than %zu bytes; raise --%s to read it",
                                 longest, ura_limit_name(URA_LIMIT_LINE));
    }
    vtt->ended = status == URA_END;
    return vtt->ended ? URA_OK : status;
}

/* The cue that has begun; *WHOLE: it has a text. */
static enum ura_status
take_cue(struct ura_units *units, struct ura_unit *out, bool *whole, struct ura_error *error)
{
    struct vtt *vtt = units->state;
    struct ura_arena *arena = &units->unit_arena;
    struct cue_times times = vtt->times;
    bool follows;
    enum ura_status status;

    cue_clear(&vtt->cue);
    times.settings = arena_copy(arena, buf_str(&vtt->settings));
    out->line = vtt->line;
    out->id = arena_copy(arena, buf_str(&vtt->id));
    status = take_text(units, &vtt->times, &follows, error);
    if (status)
        return status;
    vtt->begun = false;
    buf_clear(&vtt->id);
    if (follows)
        begin_cue(vtt);
    *whole = cue_make_unit(&vtt->cue, &times, "settings", true, arena, out);
    losses_add(&units->losses, "cues without text", !*whole);
    return vtt->cue.text.failed || vtt->cue.raw.failed || vtt->cue.properties.failed
               ? error_memory(error)
               : URA_OK;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct vtt *vtt = units->state;
    enum ura_status status = URA_OK;
    bool whole = false;

    while (!status && !whole) {
        if (!vtt->begun && vtt->ended)
            return URA_END;
        status = vtt->begun ? take_cue(units, out, &whole, error) : find_cue(units, error);
    }
    return status;
}

static void
close_vtt(struct ura_units *units)
{
    struct vtt *vtt = units->state;

    if (!vtt)
        return;
    raw_lines_close(&vtt->lines);
    cue_release(&vtt->cue);
    buf_release(&vtt->id);
    buf_release(&vtt->settings);
    free(vtt);
}

static enum ura_status
begin_vtt(struct ura_unit_writer *writer, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;

    buf_append_text(buf, "WEBVTT\n");
    if (writer->header->source_language.len) {
        buf_append_text(buf, "Language: ");
        buf_append_cell(buf, writer->header->source_language);
        buf_append_byte(buf, '\n');
    }
    return buf->failed ? error_memory(error) : URA_OK;
}

/* An id that would be read as something else is no id. */
static bool
is_plain_id(struct ura_str id)
{
    return id.len && !memchr(id.ptr, '\n', id.len) && !memchr(id.ptr, '\r', id.len) &&
           !memmem(id.ptr, id.len, "-->", 3);
}

static enum ura_status
write_vtt(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    struct ura_str settings = unit_property(unit, "settings");
    bool verbatim = unit->source_markup.ptr && strcmp(writer->header->format, "vtt") == 0;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    buf_append_byte(buf, '\n');
    if (is_plain_id(unit->id))
        buf_append_line(buf, unit->id);
    else
        losses_add(&writer->losses, "ids", unit->id.len > 0);
    cue_append_times(buf, unit, '.', &writer->losses);
    if (settings.len) {
        buf_append_byte(buf, ' ');
        buf_append_cell(buf, settings);
    }
    buf_append_byte(buf, '\n');
    if (verbatim)
        buf_append_str(buf, unit->source_markup);
    else
        cue_append_text(buf, unit->source, true);
    buf_append_byte(buf, '\n');
    return buf->failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_vtt = {
    .name = "vtt",
    .summary = "subtitles, WebVTT",
    .holds = "a cue a unit: its id, times, settings, voice, lines and codes; the language",
    .loses = "notes, styles, regions, positions of SubRip",
    .room = URA_ROOM_ID | URA_ROOM_LANGUAGE | URA_ROOM_PROPERTIES | URA_ROOM_LINES |
            URA_ROOM_MARKUP,
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_vtt,
    .next = next,
    .close = close_vtt,
    .begin = begin_vtt,
    .write = write_vtt,
};
