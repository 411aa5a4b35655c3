/* subtitles.c - cues: their times, and units made of them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/subtitles.h"

enum {
    MILLISECONDS = 1000,
    HOUR_DIGITS_MAX = 6, /* more is no hour of any film */
    FRACTION_DIGITS = 3,
};

static const char arrow[] = "-->";

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct ura_str
without_blanks(struct ura_str text)
{
    while (text.len && is_blank(text.ptr[0]))
        text = ura_str_slice(text, 1, text.len);
    while (text.len && is_blank(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

/* Takes digits off TEXT; returns how many. */
static size_t
take_number(struct ura_str *text, uint64_t *out)
{
    size_t len = 0;

    *out = 0;
    while (len < text->len && len <= HOUR_DIGITS_MAX && is_digit(text->ptr[len]))
        *out = *out * 10 + (uint64_t)(text->ptr[len++] - '0');
    *text = ura_str_slice(*text, len, text->len);
    return len;
}

/* Takes a time off TEXT: [hours:]minutes:seconds, and parts of a second. */
static bool
take_time(struct ura_str *text, uint64_t *out)
{
    uint64_t parts[4] = {0}, fraction = 0, milliseconds = 0;
    size_t count = 0, digits;

    while (count < 4) {
        digits = take_number(text, &parts[count]);
        if (!digits || digits > HOUR_DIGITS_MAX)
            return false;
        count++;
        if (count == 4 || !text->len || text->ptr[0] != ':')
            break;
        *text = ura_str_slice(*text, 1, text->len);
    }
    if (count < 2)
        return false;
    if (count == 4) { /* a colon before the milliseconds */
        fraction = parts[3];
    } else if (text->len && (text->ptr[0] == ',' || text->ptr[0] == '.')) {
        *text = ura_str_slice(*text, 1, text->len);
        digits = take_number(text, &fraction);
    } else {
        digits = FRACTION_DIGITS;
    }
    for (milliseconds = fraction; digits < FRACTION_DIGITS; digits++)
        milliseconds *= 10;
    for (; digits > FRACTION_DIGITS; digits--)
        milliseconds /= 10;
    if (count == 2)
        *out = (parts[0] * 60 + parts[1]) * MILLISECONDS + milliseconds;
    else
        *out = ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * MILLISECONDS + milliseconds;
    return true;
}

enum cue_line
cue_line_parse(struct ura_str line, struct cue_times *out)
{
    const char *found = line.len ? memmem(line.ptr, line.len, arrow, strlen(arrow)) : NULL;
    struct ura_str before, after;
    size_t at;

    *out = (struct cue_times){0};
    if (!found)
        return CUE_LINE_TEXT;
    at = (size_t)(found - line.ptr);
    before = without_blanks(ura_str_slice(line, 0, at));
    after = without_blanks(ura_str_slice(line, at + strlen(arrow), line.len));
    if (!before.len || !is_digit(before.ptr[0]) || !memchr(before.ptr, ':', before.len))
        return CUE_LINE_TEXT;
    if (!take_time(&before, &out->begin) || before.len || !take_time(&after, &out->end) ||
        (after.len && !is_blank(after.ptr[0])))
        return CUE_LINE_BROKEN;
    out->settings = without_blanks(after);
    return CUE_LINE_TIMES;
}

bool
cue_line_is_number(struct ura_str line)
{
    line = without_blanks(line);
    for (size_t i = 0; i < line.len; i++)
        if (!is_digit(line.ptr[i]))
            return false;
    return line.len > 0;
}

void
cue_clear(struct cue *cue)
{
    buf_clear(&cue->raw);
    buf_clear(&cue->text);
    cue->properties.count = 0;
}

void
cue_add_line(struct cue *cue, struct ura_str line)
{
    if (cue->raw.len)
        buf_append_byte(&cue->raw, '\n');
    buf_append_str(&cue->raw, line);
}

static void
append_padded(struct ura_buf *buf, uint64_t value, uint64_t smallest)
{
    for (; smallest > value && smallest > 1; smallest /= 10)
        buf_append_byte(buf, '0');
    buf_append_unsigned(buf, value);
}

/* "00:01:02.500". */
static void
append_time(struct ura_buf *buf, uint64_t time, char point)
{
    append_padded(buf, time / MILLISECONDS / 60 / 60, 10);
    buf_append_byte(buf, ':');
    append_padded(buf, time / MILLISECONDS / 60 % 60, 10);
    buf_append_byte(buf, ':');
    append_padded(buf, time / MILLISECONDS % 60, 10);
    buf_append_byte(buf, point);
    append_padded(buf, time % MILLISECONDS, 100);
}

static struct ura_str
time_text(uint64_t time, struct ura_arena *arena)
{
    struct ura_buf buf = {0};
    struct ura_str kept;

    append_time(&buf, time, '.');
    kept = arena_copy(arena, buf_str(&buf));
    buf_release(&buf);
    return kept;
}

static void
add_times(struct cue *cue, const struct cue_times *times, const char *settings_name,
          struct ura_arena *arena)
{
    property_add(&cue->properties, URA_SIDE_UNIT, URA_STR("begin"),
                 time_text(times->begin, arena));
    property_add(&cue->properties, URA_SIDE_UNIT, URA_STR("end"), time_text(times->end, arena));
    if (times->settings.len)
        property_add(&cue->properties, URA_SIDE_UNIT, ura_str_from(settings_name),
                     times->settings);
}

/* TEXT without the blanks and empty lines around it. */
static struct ura_str
without_edges(struct ura_str text)
{
    while (text.len && (is_blank(text.ptr[0]) || text.ptr[0] == '\n'))
        text = ura_str_slice(text, 1, text.len);
    while (text.len && (is_blank(text.ptr[text.len - 1]) || text.ptr[text.len - 1] == '\n'))
        text.len--;
    return text;
}

bool
cue_make_unit(struct cue *cue, const struct cue_times *times, const char *settings_name,
              bool all_tags, struct ura_arena *arena, struct ura_unit *out)
{
    struct ura_str voice = {NULL, 0}, text;
    bool codes = cue_take_codes(buf_str(&cue->raw), all_tags, &cue->text, &voice);

    text = without_edges(buf_str(&cue->text));
    if (!text.len)
        return false;
    out->source = text;
    if (codes)
        out->source_markup = without_edges(buf_str(&cue->raw));
    if (times)
        add_times(cue, times, settings_name, arena);
    if (voice.len)
        property_add(&cue->properties, URA_SIDE_UNIT, URA_STR("voice"), voice);
    out->properties = cue->properties.items;
    out->property_count = cue->properties.count;
    return true;
}

void
cue_release(struct cue *cue)
{
    buf_release(&cue->raw);
    buf_release(&cue->text);
    property_release(&cue->properties);
}

struct ura_str
unit_property(const struct ura_unit *unit, const char *name)
{
    for (size_t i = 0; i < unit->property_count; i++)
        if (unit->properties[i].side == URA_SIDE_UNIT &&
            ura_str_equal(unit->properties[i].name, ura_str_from(name)))
            return unit->properties[i].value;
    return (struct ura_str){NULL, 0};
}

void
cue_append_times(struct ura_buf *buf, const struct ura_unit *unit, char point,
                 struct losses *losses)
{
    struct ura_str begin = unit_property(unit, "begin"), end = unit_property(unit, "end");
    uint64_t from = 0, to = 0;

    if (!begin.ptr || !end.ptr || !take_time(&begin, &from) || !take_time(&end, &to))
        losses_add(losses, "texts whose times are not known, written as 0,", 1);
    append_time(buf, from, point);
    buf_append_text(buf, " --> ");
    append_time(buf, to, point);
}
