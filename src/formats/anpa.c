/* anpa.c - stories as ANPA 1312 sends them, with or without what is left of its framing. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/wire_file.h"

#include <stdlib.h>

enum {
    FRAME_BYTES = 16,  /* before the start of heading: some synchronous idles */
    HEAD_BYTES = 4096, /* in which signs are looked for */
    HEAD_LINES = 2,    /* that begin with ^ and end with < or =: one may be chance */
};

struct anpa {
    struct story story;
    struct ura_buf bytes;
    struct ura_str rest; /* what was not read yet */
    bool in_text;        /* a paragraph of the story has come */
    bool has_slug;       /* the line before the first ^ */
    bool has_headline;
};

static bool
is_head_line(struct ura_str line)
{
    return line.len > 1 && line.ptr[0] == '^' && strchr("<=", line.ptr[line.len - 1]);
}

static size_t
count_head_lines(struct ura_str head)
{
    struct wire_line line;
    size_t count = 0;

    while (wire_take_line(&head, &line))
        count += is_head_line(line.text);
    return count;
}

static int
bid(struct ura_str head, const char *name)
{
    size_t len = head.len < HEAD_BYTES ? head.len : HEAD_BYTES;
    const char *start =
        len ? memchr(head.ptr, WIRE_SOH, len < FRAME_BYTES ? len : FRAME_BYTES) : NULL;

    (void)name;
    if (!len)
        return 0;
    if (start && memchr(head.ptr, WIRE_STX, len) && memchr(head.ptr, WIRE_SYN, len))
        return 100;
    /* The second line of the heading: priority, category, and how it is to be set. */
    if (start && memchr(head.ptr, 0x1f, len) && memchr(head.ptr, WIRE_STX, len))
        return 95;
    return count_head_lines(ura_str_slice(head, 0, len)) >= HEAD_LINES ? 55 : 0;
}

/* "BC-Bridge, 1st Ld,130": when it is for, keyword, version, words. */
static bool
is_keyword_line(struct ura_str line)
{
    static const char *const cycles[] = {"bc-", "am-", "pm-"};

    for (size_t i = 0; i < sizeof cycles / sizeof *cycles; i++)
        if (wire_begins(line, cycles[i]))
            return true;
    return false;
}

/* Sets a line of the head aside, or makes it the headline. */
static void
take_head_line(struct anpa *anpa, struct ura_str line)
{
    struct story *story = &anpa->story;
    bool credit = line.ptr[line.len - 1] == '=';

    line = ura_str_slice(line, line.ptr[0] == '^', line.len - 1);
    if (!anpa->in_text && !anpa->has_slug && is_keyword_line(line)) {
        anpa->has_slug = true;
        story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG, line);
        return;
    }
    if (wire_begins(line, "end") && line.len == 3)
        story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_END, line);
    else if (wire_begins(line, "by ") || credit)
        story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_BYLINE, line);
    else if (anpa->in_text || (!anpa->has_headline && !wire_begins(line, "eds") &&
                               !wire_begins(line, "editor") && !wire_begins(line, "ap photo")))
        story_add(story, URA_BLOCK_HEADING, URA_FURNITURE_NONE, line);
    else
        story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_ADVISORY, line);
    anpa->has_headline = true;
}

/* "CAP-WF-11-13-13 0745GMT": who sent it, and when. */
static bool
is_time_stamp(struct ura_str line)
{
    size_t digits = 0, dashes = 0;

    for (size_t i = 0; i < line.len; i++) {
        digits += line.ptr[i] >= '0' && line.ptr[i] <= '9';
        dashes += line.ptr[i] == '-';
    }
    return line.len < 40 && digits >= 8 && dashes >= 3 &&
           (wire_begins(ura_str_slice(line, line.len - 3, line.len), "GMT") ||
            wire_begins(ura_str_slice(line, line.len - 3, line.len), "EST") ||
            wire_begins(ura_str_slice(line, line.len - 3, line.len), "EDT"));
}

static void
take_text_line(struct anpa *anpa, struct wire_line line)
{
    struct story *story = &anpa->story;
    bool ends = line.text.len && strchr("<=", line.text.ptr[line.text.len - 1]);

    if (line.indented || !line.text.len)
        story_flush(story);
    if (ends)
        line.text.len--;
    if (line.text.len && line.text.ptr[0] == '^')
        line.text = ura_str_slice(line.text, 1, line.text.len);
    if (line.text.len > 3 && is_time_stamp(line.text)) {
        story_add(story, URA_BLOCK_FURNITURE, URA_FURNITURE_END, line.text);
        return;
    }
    anpa->in_text = anpa->in_text || line.text.len > 0;
    story_text(story, line.text);
    story_part(story, ends ? GAP_PARAGRAPH : GAP_BLANK);
}

/* One line between start and end of the text. */
static void
take_line(struct anpa *anpa, struct wire_line line)
{
    if (is_head_line(line.text) && !line.indented) {
        story_flush(&anpa->story);
        take_head_line(anpa, line.text);
        return;
    }
    /* The first line, which has no ^ where the frame is there, names the story. */
    if (!anpa->has_slug && !anpa->in_text && !anpa->has_headline && !line.indented &&
        line.text.len && line.text.ptr[line.text.len - 1] == '<') {
        anpa->has_slug = true;
        line.text.len--;
        story_add(&anpa->story, URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG, line.text);
        return;
    }
    take_text_line(anpa, line);
}

/* The heading before the text: its last line has the keyword. */
static void
take_heading(struct anpa *anpa, struct ura_str heading)
{
    struct wire_line line, last = {{NULL, 0}, false};

    while (wire_take_line(&heading, &line))
        if (line.text.len)
            last = line;
    for (size_t i = last.text.len; i > 0; i--) {
        if ((unsigned char)last.text.ptr[i - 1] < ' ') {
            last.text = ura_str_slice(last.text, i, last.text.len);
            break;
        }
    }
    if (last.text.len)
        story_add(&anpa->story, URA_BLOCK_FURNITURE, URA_FURNITURE_SLUG, last.text);
}

static void
count_line(struct story *story, struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        story->line += text.ptr[i] == '\n';
}

/* One story of the file. */
static enum ura_status
take_story(struct anpa *anpa, struct ura_error *error)
{
    struct story *story = &anpa->story;
    struct ura_str whole = wire_take_until(&anpa->rest, WIRE_EOT), text = whole;
    uint64_t first = story->line;
    struct wire_line line;

    story_begin_item(story);
    anpa->in_text = anpa->has_slug = anpa->has_headline = false;
    if (memchr(whole.ptr, WIRE_STX, whole.len)) {
        take_heading(anpa, wire_take_until(&text, WIRE_STX));
        count_line(story, ura_str_slice(whole, 0, whole.len - text.len));
    }
    while (wire_take_line(&text, &line)) {
        take_line(anpa, line);
        if (story_check(story, error))
            return story_check(story, NULL);
        story->line++;
    }
    story_flush(story);
    story->line = first;
    count_line(story, whole);
    return story_check(story, error);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct anpa *anpa = units->state;
    enum ura_status status = URA_OK;

    while (!status && !story_take(&anpa->story, out))
        status = anpa->rest.len ? take_story(anpa, error) : URA_END;
    return status;
}

static enum ura_status
open_anpa(struct ura_units *units, struct ura_error *error)
{
    struct anpa *anpa = calloc(1, sizeof *anpa);
    enum ura_status status;

    units->state = anpa;
    units->header.layout = URA_LAYOUT_WIRE;
    if (!anpa)
        return error_memory(error);
    story_open(units->context, &anpa->story);
    anpa->story.line = 1;
    status = wire_file_read(units, &anpa->bytes, error);
    anpa->rest = buf_str(&anpa->bytes);
    return status;
}

static void
close_anpa(struct ura_units *units)
{
    struct anpa *anpa = units->state;

    if (!anpa)
        return;
    story_release(&anpa->story);
    buf_release(&anpa->bytes);
    free(anpa);
}

const struct ura_format format_anpa = {
    .name = "anpa",
    .summary = "a wire's stories, ANPA 1312",
    .holds = "paragraphs, headings; slug, byline, notes, time stamp",
    .loses = "typesetting marks, priority and category",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_anpa,
    .next = next,
    .close = close_anpa,
};
