/* srt.c - SubRip subtitles: a cue a unit. The arrow is what counts, numbers are decoration. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/line_error.h"
#include "formats/subtitles.h"
#include "formats/text_lines.h"

#include <stdlib.h>

enum { BID_BYTES = 8 << 10, BID_LINES = 6 }; /* that stand before the first cue, with room */

struct srt {
    struct raw_lines lines;
    struct cue cue;
    struct cue_times times; /* of the cue that has begun */
    struct ura_buf settings;
    uint64_t line; /* of those */
    bool begun, ended;
};

static bool
is_called(const char *name, const char *suffix)
{
    size_t len = name ? strlen(name) : 0, suffix_len = strlen(suffix);

    return len >= suffix_len && strcmp(name + len - suffix_len, suffix) == 0;
}

static int
bid(struct ura_str head, const char *name)
{
    char bytes[BID_BYTES];
    struct ura_str text = {bytes, head_narrow(head, bytes, sizeof bytes)}, line;
    struct cue_times times;

    if (text.len >= 6 && memcmp(bytes, "WEBVTT", 6) == 0)
        return 0;
    for (int i = 0; i < BID_LINES && head_take_line(&text, &line); i++)
        if (cue_line_parse(line, &times) == CUE_LINE_TIMES)
            return 80;
    return is_called(name, ".srt") ? 20 : 0;
}

static enum ura_status
open_srt(struct ura_units *units, struct ura_error *error)
{
    struct srt *srt = calloc(1, sizeof *srt);

    units->state = srt;
    units->header.layout = URA_LAYOUT_PLAIN;
    if (!srt)
        return error_memory(error);
    return raw_lines_open(units, units->options.encoding, &srt->lines, error);
}

/* The number before the times of the next cue is no text of this one. */
static void
drop_number(struct srt *srt)
{
    struct ura_buf *raw = &srt->cue.raw;
    size_t from = raw->len;

    while (from && raw->ptr[from - 1] != '\n')
        from--;
    if (cue_line_is_number(ura_str_slice(buf_str(raw), from, raw->len)))
        raw->len = from;
}

/* Takes lines up to the times of the next cue, which go into NEXT, or the end. */
static enum ura_status
take_lines(struct ura_units *units, struct cue_times *next_times, struct ura_error *error)
{
    struct srt *srt = units->state;
    size_t longest = ura_context_limit(units->context, URA_LIMIT_LINE);
    struct ura_str line;
    enum ura_status status;

    while (!(status = raw_lines_next(&srt->lines, &line, error))) {
        switch (cue_line_parse(line, next_times)) {
        case CUE_LINE_TIMES:
            drop_number(srt);
            return URA_OK;
        case CUE_LINE_BROKEN:
            return error_on_line(
                error, URA_SYNTAX, srt->lines.line,
                "these are no times of a cue; 00:00:01,000 --> 00:00:02,500 would "
                "be right");
        case CUE_LINE_TEXT:
            cue_add_line(&srt->cue, line);
            break;
        }
        if (srt->cue.raw.failed)
            return error_memory(error);
        if (srt->cue.raw.len > longest)
            return error_on_line(error, URA_TOO_LARGE, srt->line,
                                 "this cue is longer than %zu bytes; raise --%s to read it",
                                 longest, ura_limit_name(URA_LIMIT_LINE));
    }
    srt->ended = status == URA_END;
    return srt->ended ? URA_OK : status;
}

static bool
has_letters(struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!strchr(" \t\r\n0123456789", text.ptr[i]))
            return true;
    return false;
}

/* One cue; *WHOLE: it has a text. */
static enum ura_status
take_cue(struct ura_units *units, struct ura_unit *out, bool *whole, struct ura_error *error)
{
    struct srt *srt = units->state;
    struct cue_times times = {0}; /* none where the file ends */
    uint64_t line = srt->line;
    enum ura_status status;

    cue_clear(&srt->cue);
    status = take_lines(units, &times, error);
    if (status)
        return status;
    *whole = false;
    if (srt->begun) {
        srt->times.settings = arena_copy(&units->unit_arena, buf_str(&srt->settings));
        *whole =
            cue_make_unit(&srt->cue, &srt->times, "position", false, &units->unit_arena, out);
        losses_add(&units->losses, "cues without text", !*whole);
        out->line = line;
    } else {
        losses_add(&units->losses, "lines before the first cue",
                   has_letters(buf_str(&srt->cue.raw)));
        if (srt->ended && has_letters(buf_str(&srt->cue.raw)))
            return error_on_line(error, URA_SYNTAX, 1,
                                 "has no cue: no line is like 00:00:01,000 --> 00:00:02,500");
    }
    srt->begun = true;
    srt->line = srt->lines.line;
    srt->times = times;
    buf_clear(&srt->settings);
    buf_append_str(&srt->settings, times.settings);
    return srt->cue.text.failed || srt->cue.properties.failed || srt->settings.failed
               ? error_memory(error)
               : URA_OK;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct srt *srt = units->state;
    enum ura_status status = URA_OK;
    bool whole = false;

    while (!status && !whole) {
        if (srt->ended)
            return URA_END;
        status = take_cue(units, out, &whole, error);
    }
    return status;
}

static void
close_srt(struct ura_units *units)
{
    struct srt *srt = units->state;

    if (!srt)
        return;
    raw_lines_close(&srt->lines);
    cue_release(&srt->cue);
    buf_release(&srt->settings);
    free(srt);
}

static enum ura_status
write_srt(struct ura_unit_writer *writer, const struct ura_unit *unit, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    struct ura_str position = unit_property(unit, "position");
    bool verbatim = unit->source_markup.ptr && strcmp(writer->header->format, "srt") == 0;

    if (unit->kind == URA_BLOCK_FURNITURE && !writer->options->keep_furniture)
        return URA_OK;
    buf_append_unsigned(buf, writer->count + 1);
    buf_append_byte(buf, '\n');
    cue_append_times(buf, unit, ',', &writer->losses);
    if (position.len) {
        buf_append_byte(buf, ' ');
        buf_append_cell(buf, position);
    }
    buf_append_byte(buf, '\n');
    if (verbatim)
        buf_append_str(buf, unit->source_markup);
    else
        cue_append_text(buf, unit->source, false);
    buf_append_text(buf, "\n\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

const struct ura_format format_srt = {
    .name = "srt",
    .summary = "subtitles, SubRip",
    .holds = "a cue a unit: its times, lines and codes",
    .loses = "numbers of cues, languages, settings of WebVTT",
    .room = URA_ROOM_PROPERTIES | URA_ROOM_LINES | URA_ROOM_MARKUP,
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_srt,
    .next = next,
    .close = close_srt,
    .write = write_srt,
};
