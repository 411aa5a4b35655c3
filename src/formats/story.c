/* story.c - marked-up text to paragraphs: a reader says what begins and ends. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/story.h"
#include "formats/line_error.h"

#include <stdlib.h>

enum {
    LONG_LINE = 100,   /* bytes: wires wrap at 60 to 80 columns, so this is no wrapped line */
    WRAPPED_LINE = 40, /* bytes of a line that fills a narrow page */
    INDENT = 2, /* blanks that make a line the first of a paragraph; one may be an error */
};

void
story_open(const struct ura_context *context, struct story *out)
{
    *out = (struct story){.longest = ura_context_limit(context, URA_LIMIT_LINE)};
}

void
story_begin_item(struct story *story)
{
    story_flush(story);
    story->heading_count = 0;
    story->copy_count = 0;
    story->language = (struct ura_str){NULL, 0};
}

struct paragraph_kind
story_kind(const struct story *story)
{
    if (story->frame_count)
        return story->frames[story->frame_count - 1];
    return (struct paragraph_kind){0};
}

void
story_part(struct story *story, enum gap gap)
{
    if (gap == GAP_PARAGRAPH && !story_kind(story).row) {
        story_flush(story);
        return;
    }
    if (story_kind(story).row && gap != GAP_CELL)
        gap = GAP_BLANK;
    if (gap > story->gap)
        story->gap = gap;
}

void
story_break(struct story *story)
{
    story_part(story, story->gap == GAP_LINE ? GAP_PARAGRAPH : GAP_LINE);
}

void
story_push(struct story *story, struct paragraph_kind kind)
{
    struct paragraph_kind *grown;

    story_part(story, GAP_PARAGRAPH);
    grown = array_grow(story->frames, &story->frame_capacity, story->frame_count + 1,
                       sizeof *grown);
    if (!grown) {
        story->failed = true;
        return;
    }
    story->frames = grown;
    grown[story->frame_count++] = kind;
}

void
story_push_plain(struct story *story)
{
    story_push(story, story_kind(story));
}

void
story_pop(struct story *story)
{
    if (story->frame_count == 0)
        return;
    if (story->frame_count == 1 || !story->frames[story->frame_count - 2].row)
        story_flush(story);
    else
        story_part(story, GAP_BLANK);
    story->frame_count--;
}

static void
settle_gap(struct story *story)
{
    static const char characters[] = {[GAP_BLANK] = ' ', [GAP_LINE] = '\n', [GAP_CELL] = '\t'};

    if (story->text.len == 0)
        story->text_line = story->line;
    else if (story->gap != GAP_NONE)
        buf_append_byte(&story->text, characters[story->gap]);
    story->gap = GAP_NONE;
}

/* The bytes of the control character at AT; 0 if none stands there. */
static size_t
control_at(struct ura_str text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];

    if (c < 0x20 || c == 0x7f)
        return 1;
    if (c == 0xc2 && at + 1 < text.len && (unsigned char)text.ptr[at + 1] < 0xa0)
        return 2; /* U+0080 to U+009F, in bytes C2 80 to C2 9F */
    return 0;
}

void
story_text(struct story *story, struct ura_str text)
{
    bool verbatim = story_kind(story).verbatim;
    size_t at = 0;

    while (at < text.len) {
        size_t from = at, skipped = 0;

        while (at < text.len && text.ptr[at] != ' ' && !(skipped = control_at(text, at)))
            at++;
        if (at > from) {
            settle_gap(story);
            buf_append(&story->text, text.ptr + from, at - from);
        }
        if (at == text.len)
            return;
        if (text.ptr[at] == '\n' && verbatim)
            story_break(story);
        else if (strchr(" \t\r\n\f", text.ptr[at]))
            story_part(story, GAP_BLANK);
        at += skipped ? skipped : 1;
    }
}

/* The bytes of a no-break space, zero-width space or blank that LEN bytes begin with. */
static size_t
empty_at(const char *bytes, size_t len)
{
    static const struct ura_str empty[] = {
        {" ", 1},        {"\t", 1},           {"\n", 1},
        {"\xc2\xa0", 2}, {"\xe2\x80\x8b", 3}, {"\xef\xbb\xbf", 3}};

    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        if (len >= empty[i].len && memcmp(bytes, empty[i].ptr, empty[i].len) == 0)
            return empty[i].len;
    return 0;
}

static struct ura_str
trimmed(struct ura_str text)
{
    size_t from = 0, step;

    while (from < text.len && (step = empty_at(text.ptr + from, text.len - from)))
        from += step;
    text = ura_str_slice(text, from, text.len);
    for (;;) {
        size_t len = text.len;

        for (size_t back = 1; back <= 3 && back <= len; back++)
            if (empty_at(text.ptr + len - back, back) == back)
                text.len = len - back;
        if (text.len == len)
            return text;
    }
}

/* Whether the item's head has had this heading. */
static bool
is_repetition(struct story *story, struct ura_str text)
{
    uint64_t hash = hash_bytes(text.ptr, text.len);

    if (story->copy_count)
        return false;
    for (size_t i = 0; i < story->heading_count; i++)
        if (story->headings[i] == hash)
            return true;
    if (story->heading_count < HEADINGS_KEPT)
        story->headings[story->heading_count++] = hash;
    return false;
}

static void
queue(struct story *story, struct paragraph_kind kind, struct ura_str text)
{
    struct ura_unit *grown;

    if (kind.kind == URA_BLOCK_HEADING && is_repetition(story, text))
        return;
    if (kind.kind != URA_BLOCK_HEADING && kind.kind != URA_BLOCK_FURNITURE)
        story->copy_count++;
    text = arena_copy(&story->arena, text);
    grown = array_grow(story->waiting, &story->waiting_capacity, story->waiting_count + 1,
                       sizeof *grown);
    if (!grown || !text.ptr) {
        story->failed = true;
        return;
    }
    story->waiting = grown;
    grown[story->waiting_count++] = (struct ura_unit){
        .source = text,
        .kind = kind.kind,
        .furniture = kind.furniture,
        .source_language = story->language,
        .line = story->text_line,
    };
}

/* Takes a line off TEXT, without its end. */
static struct ura_str
take_line(struct ura_str *text)
{
    const char *end = memchr(text->ptr, '\n', text->len);
    size_t len = end ? (size_t)(end - text->ptr) : text->len;
    struct ura_str line = ura_str_slice(*text, 0, len);

    *text = ura_str_slice(*text, end ? len + 1 : len, text->len);
    return line;
}

/* Whether the line ends of TEXT were put in to fill a page: long lines, going on in
 * mid-sentence.
 */
static bool
is_wrapped(struct ura_str text)
{
    size_t lines = 0, wrapped = 0;

    while (text.len) {
        struct ura_str line = take_line(&text);

        if (!text.len)
            break;
        lines++;
        wrapped += line.len >= WRAPPED_LINE && text.ptr[0] >= 'a' && text.ptr[0] <= 'z';
    }
    return wrapped * 2 > lines;
}

void
story_flush(struct story *story)
{
    struct paragraph_kind kind = story_kind(story);
    struct ura_str text = trimmed(buf_str(&story->text));

    /* An author who asks for line ends inside a paragraph means paragraphs. */
    if (text.len && (kind.kind == URA_BLOCK_PARAGRAPH || kind.kind == URA_BLOCK_LIST_ITEM) &&
        !is_wrapped(text)) {
        while (text.len) {
            struct ura_str line = trimmed(take_line(&text));

            if (line.len)
                queue(story, kind, line);
        }
    } else if (text.len) {
        queue(story, kind, text);
    }
    buf_clear(&story->text);
    story->gap = GAP_NONE;
}

void
story_add(struct story *story, enum ura_block_kind kind, enum ura_furniture furniture,
          struct ura_str text)
{
    story_push(story, (struct paragraph_kind){.kind = kind, .furniture = furniture});
    story_text(story, text);
    story_flush(story);
    story_pop(story);
}

static bool
has_long_line(struct ura_str text)
{
    while (text.len)
        if (take_line(&text).len > LONG_LINE)
            return true;
    return false;
}

void
story_add_plain(struct story *story, struct ura_str text)
{
    bool wrapped = !has_long_line(text);
    uint64_t line = story->line;

    story_flush(story);
    while (text.len) {
        struct ura_str row = take_line(&text);
        size_t indent = 0;

        while (indent < row.len && row.ptr[indent] == ' ')
            indent++;
        if (!wrapped || indent >= INDENT || (row.len && row.ptr[0] == '\t') ||
            trimmed(row).len == 0 || ura_str_equal(row, URA_STR("\r")))
            story_flush(story);
        story_text(story, row);
        story_part(story, GAP_BLANK);
        story->line++;
    }
    story_flush(story);
    story->line = line;
}

bool
story_take(struct story *story, struct ura_unit *out)
{
    if (story->taken == story->waiting_count) {
        story->taken = story->waiting_count = 0;
        arena_clear(&story->arena);
        return false;
    }
    *out = story->waiting[story->taken++];
    return true;
}

enum ura_status
story_check(const struct story *story, struct ura_error *error)
{
    if (story->failed || story->text.failed)
        return error_memory(error);
    if (story->text.len <= story->longest)
        return URA_OK;
    return error_on_line(error, URA_TOO_LARGE, story->text_line,
                         "this paragraph is longer than %zu bytes; raise --%s to read it",
                         story->longest, ura_limit_name(URA_LIMIT_LINE));
}

void
story_release(struct story *story)
{
    buf_release(&story->text);
    arena_release(&story->arena);
    free(story->waiting);
    free(story->frames);
    *story = (struct story){0};
}
