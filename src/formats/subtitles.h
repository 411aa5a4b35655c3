/* subtitles.h - cues: their times, their lines, and codes in them; for SRT and WebVTT. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_SUBTITLES_H
#define FORMATS_SUBTITLES_H

#include "formats/properties.h"
#include "formats/raw_lines.h"

/* The line that says when a cue is shown. */
struct cue_times {
    uint64_t begin, end;     /* milliseconds */
    struct ura_str settings; /* what stands behind the times */
};

/* How a line is one of times. */
enum cue_line {
    CUE_LINE_TEXT,
    CUE_LINE_TIMES,
    CUE_LINE_BROKEN, /* has an arrow, and before it what only times have, but is none */
};

/*
 * What LINE is. Times are read as they come: hours may be missing, a point or a comma or a
 * colon stands before one to three digits of the second, or nothing does.
 */
enum cue_line cue_line_parse(struct ura_str line, struct cue_times *out);
/* Whether LINE is a number and nothing else. */
bool cue_line_is_number(struct ura_str line);

/* A cue that is read: lines are put together, codes are taken out. Zero is empty. */
struct cue {
    struct ura_buf raw; /* its lines as they came */
    struct ura_buf text;
    struct property_list properties;
};

void cue_clear(struct cue *cue);
void cue_add_line(struct cue *cue, struct ura_str line);
/*
 * Makes a unit of CUE and its TIMES (NULL: not known): properties "begin", "end",
 * SETTINGS_NAME, and "voice" where it has one. ALL_TAGS: whatever stands in <> is a code, as in
 * WebVTT. OUT lives in ARENA and in CUE; false where no text is left.
 */
bool cue_make_unit(struct cue *cue, const struct cue_times *times, const char *settings_name,
                   bool all_tags, struct ura_arena *arena, struct ura_unit *out);
void cue_release(struct cue *cue);

/*
 * Appends RAW to TEXT without its codes, with characters for their names; the first <v Name> is
 * VOICE. Whether there were codes.
 */
bool cue_take_codes(struct ura_str raw, bool all_tags, struct ura_buf *text,
                    struct ura_str *voice);

/* The value of property NAME of UNIT; ptr NULL without. */
struct ura_str unit_property(const struct ura_unit *unit, const char *name);
/*
 * Writes "BEGIN --> END", with POINT before the milliseconds; a unit without times gets zeros,
 * which are counted in LOSSES. No line end.
 */
void cue_append_times(struct ura_buf *buf, const struct ura_unit *unit, char point,
                      struct losses *losses);
/* Writes the lines of TEXT so that they are read as the same text. ALL_TAGS as above. */
void cue_append_text(struct ura_buf *buf, struct ura_str text, bool all_tags);

#endif
