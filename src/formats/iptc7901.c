/* iptc7901.c - stories as IPTC 7901 sends them. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/wire_file.h"

#include <stdlib.h>

enum {
    FRAME_BYTES = 64,   /* before the start of heading: idles, line ends, ZCZC */
    URGENCY_BYTES = 16, /* a line in capitals that is no longer is no headline */
};

struct iptc7901 {
    struct story story;
    struct ura_buf bytes;
    struct ura_str rest; /* what was not read yet */
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether LINE is "abc0123 4 s 850 ...": source and number, priority, category. */
static bool
is_heading(struct ura_str line)
{
    size_t at = 0, letters, digits;

    while (at < line.len && is_letter(line.ptr[at]))
        at++;
    letters = at;
    while (at < line.len && is_digit(line.ptr[at]))
        at++;
    digits = at - letters;
    return letters >= 1 && letters <= 8 && digits >= 1 && digits <= 8 && at + 4 <= line.len &&
           line.ptr[at] == ' ' && is_digit(line.ptr[at + 1]) && line.ptr[at + 2] == ' ' &&
           is_letter(line.ptr[at + 3]);
}

static int
bid(struct ura_str head, const char *name)
{
    size_t len = head.len < FRAME_BYTES ? head.len : FRAME_BYTES;
    const char *start = len ? memchr(head.ptr, WIRE_SOH, len) : NULL;
    struct wire_line line;
    struct ura_str rest;

    (void)name;
    if (!start) {
        rest = head;
        return wire_take_line(&rest, &line) && is_heading(line.text) &&
                       memchr(head.ptr, WIRE_STX, head.len)
                   ? 70
                   : 0;
    }
    rest = ura_str_slice(head, (size_t)(start - head.ptr) + 1, head.len);
    if (!wire_take_line(&rest, &line))
        return 0;
    if (is_heading(line.text))
        return 98;
    return memchr(rest.ptr ? rest.ptr : "", WIRE_STX, rest.len) ? 60 : 0;
}

/* The lines between start of heading and start of text. */
static void
take_heading(struct iptc7901 *iptc, struct ura_str heading)
{
    struct wire_line line;

    while (wire_take_line(&heading, &line)) {
        story_add(&iptc->story, URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG, line.text);
        iptc->story.line++;
    }
}

static bool
is_urgency(struct ura_str line)
{
    if (line.len > URGENCY_BYTES)
        return false;
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] >= 'a' && line.ptr[i] <= 'z')
            return false;
    return true;
}

/* Headline, byline and the like: up to the first empty line, if " =" ends what is before it. */
static void
take_headlines(struct iptc7901 *iptc, struct ura_str *text)
{
    struct story *story = &iptc->story;
    struct ura_str ahead = *text;
    struct wire_line line;
    bool found = false;

    while (wire_take_line(&ahead, &line) && (line.text.len || !found))
        found = line.text.len && line.text.ptr[line.text.len - 1] == '=';
    if (!found)
        return;
    while (wire_take_line(text, &line)) {
        bool last = line.text.len && line.text.ptr[line.text.len - 1] == '=';

        line.text.len -= last;
        if (wire_begins(line.text, "by ")) {
            story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_BYLINE, line.text);
        } else if (is_urgency(line.text)) {
            story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_URGENCY, line.text);
        } else {
            if (story->frame_count == 0)
                story_push(story, (struct paragraph_kind){.kind = URA_BLOCK_HEADING});
            story_text(story, line.text);
            story_part(story, GAP_BLANK);
        }
        story->line++;
        if (last)
            break;
    }
    while (story->frame_count)
        story_pop(story);
}

/* One story of the file. */
static enum ura_status
take_story(struct iptc7901 *iptc, struct ura_error *error)
{
    struct story *story = &iptc->story;
    struct ura_str whole = wire_take_until(&iptc->rest, WIRE_EOT), text, after, ignored = whole;
    struct wire_line line;

    story_begin_item(story);
    if (memchr(whole.ptr, WIRE_SOH, whole.len)) {
        ignored = wire_take_until(&whole, WIRE_SOH);
        for (size_t i = 0; i < ignored.len; i++)
            story->line += ignored.ptr[i] == '\n';
    }
    if (memchr(whole.ptr ? whole.ptr : "", WIRE_STX, whole.len))
        take_heading(iptc, wire_take_until(&whole, WIRE_STX));
    after = whole;
    text = wire_take_until(&after, WIRE_ETX);
    take_headlines(iptc, &text);
    story_add_plain(story, text);
    for (size_t i = 0; i < text.len; i++)
        story->line += text.ptr[i] == '\n';
    while (wire_take_line(&after, &line)) {
        story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_END, line.text);
        story->line++;
    }
    return story_check(story, error);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct iptc7901 *iptc = units->state;
    enum ura_status status = URA_OK;

    while (!status && !story_take(&iptc->story, out))
        status = iptc->rest.len ? take_story(iptc, error) : URA_END;
    return status;
}

static enum ura_status
open_iptc7901(struct ura_units *units, struct ura_error *error)
{
    struct iptc7901 *iptc = calloc(1, sizeof *iptc);
    enum ura_status status;

    units->state = iptc;
    units->header.layout = URA_LAYOUT_WIRE;
    if (!iptc)
        return error_memory(error);
    story_open(units->context, &iptc->story);
    iptc->story.line = 1;
    status = wire_file_read(units, &iptc->bytes, error);
    iptc->rest = buf_str(&iptc->bytes);
    return status;
}

static void
close_iptc7901(struct ura_units *units)
{
    struct iptc7901 *iptc = units->state;

    if (!iptc)
        return;
    story_release(&iptc->story);
    buf_release(&iptc->bytes);
    free(iptc);
}

const struct ura_format format_iptc7901 = {
    .name = "iptc7901",
    .summary = "a wire's stories, IPTC 7901",
    .holds = "paragraphs, headings; slug, urgency, byline, time stamp",
    .loses = "priority and category",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_iptc7901,
    .next = next,
    .close = close_iptc7901,
};
