/* clean.c - whole lines of UTF-8 to clean ones, with the way back. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/clean.h"

#include <unicode/utf8.h>

enum {
    /* Bytes of a passage: a line, but of a longer line what comes before the first blank after
     * so many, before the first letter that combines with nothing before it after more, and
     * before any letter after most. So memory stays bounded whatever a line holds. */
    PASSAGE_SOFT = 1 << 14,
    PASSAGE_FIRM = 1 << 16,
    PASSAGE_HARD = 1 << 18
};

/* Where the byte AT of the decoded text lies in the file. */
static size_t
file_offset(const struct cleaner *cleaner, size_t at)
{
    return cleaner->decoded ? map_cover(cleaner->decoded, (struct ura_span){at, at + 1}).start
                            : at;
}

/* The clean text so far. */
static struct ura_str
clean_so_far(const struct cleaner *cleaner)
{
    if (!cleaner->copying)
        return (struct ura_str){cleaner->given.ptr, cleaner->done};
    return cleaner->out.len ? buf_str(&cleaner->out) : URA_STR("");
}

/* The line that the clean text has reached. */
static size_t
current_line(struct cleaner *cleaner)
{
    struct ura_str clean = clean_so_far(cleaner);
    const char *at = clean.ptr + cleaner->counted, *end = clean.ptr + clean.len;

    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        cleaner->line_at++;
        at++;
    }
    cleaner->counted = clean.len;
    return cleaner->line_at;
}

static void
tell(struct cleaner *cleaner, enum ura_change change, size_t at)
{
    if (cleaner->changed)
        cleaner->changed(change, file_offset(cleaner, cleaner->offset + at),
                         current_line(cleaner), cleaner->user);
}

static void
tell_of_passage(enum ura_change change, size_t start, void *user)
{
    struct cleaner *cleaner = user;

    tell(cleaner, change, cleaner->passage_start + start);
}

/* From here on the clean text differs from the given one. */
static void
start_copying(struct cleaner *cleaner)
{
    if (cleaner->copying)
        return;
    cleaner->copying = true;
    buf_clear(&cleaner->out);
    buf_append(&cleaner->out, cleaner->given.ptr, cleaner->done);
}

/* The given text up to END is as it should be. */
static void
keep(struct cleaner *cleaner, size_t end)
{
    size_t len = end - cleaner->done;

    map_append(&cleaner->map, len, cleaner->offset + cleaner->done, len);
    if (cleaner->copying)
        buf_append(&cleaner->out, cleaner->given.ptr + cleaner->done, len);
    cleaner->done = end;
}

/* The LEN bytes of a line end that come next become LF, or two where they are two line ends. */
static void
end_line(struct cleaner *cleaner, size_t len)
{
    if (cleaner->mixed && len == 2 && line_end_is_two(cleaner->given, cleaner->done))
        len = 1;
    if (len == 1 && cleaner->given.ptr[cleaner->done] == '\n') {
        keep(cleaner, cleaner->done + 1);
    } else {
        tell(cleaner, URA_CHANGE_LINE_END, cleaner->done);
        start_copying(cleaner);
        buf_append_byte(&cleaner->out, '\n');
        map_append_units(&cleaner->map, 1, 1, cleaner->offset + cleaner->done, len);
        cleaner->done += len;
    }
    cleaner->line_start = cleaner->done;
}

/* Where the passage that begins at START ends. */
static size_t
passage_end(const struct cleaner *cleaner, size_t start)
{
    struct ura_str text = cleaner->given;
    size_t at = start;

    while (at < text.len && !line_end_at(text, at)) {
        size_t before = at;
        UChar32 c;

        U8_NEXT((const uint8_t *)text.ptr, at, text.len, c);
        if (before - start > PASSAGE_HARD)
            return before;
        if (before - start > PASSAGE_FIRM && c >= 0 &&
            unorm2_hasBoundaryBefore(cleaner->care.nfc, c))
            return before;
        if (at - start > PASSAGE_SOFT && c == ' ' && at < text.len &&
            (unsigned char)text.ptr[at] < 0x80)
            return at;
    }
    return at;
}

/* The passage that holds the byte AT: *START and the end. */
static size_t
find_passage(const struct cleaner *cleaner, size_t at, size_t *start)
{
    size_t begin = cleaner->line_start, end;

    for (size_t i = at; i > begin; i--) {
        if (cleaner->given.ptr[i - 1] == '\n') {
            begin = i;
            break;
        }
    }
    end = passage_end(cleaner, begin);
    while (end <= at) {
        begin = end;
        end = passage_end(cleaner, begin);
    }
    *start = begin;
    return end;
}

/* Appends one cell, or several that are joined; returns behind the last. */
static size_t
put_unit(struct cleaner *cleaner, size_t i)
{
    const struct cells *cells = &cleaner->passage.now;
    const char *from = cleaner->given.ptr + cleaner->passage_start;
    const struct cell *first = &cells->items[i];
    size_t before = cleaner->out.len, len, from_len = first->end - first->start;

    do {
        uint8_t bytes[U8_MAX_LENGTH];
        size_t used = 0;

        U8_APPEND_UNSAFE(bytes, used, cells->items[i].c);
        buf_append(&cleaner->out, bytes, used);
    } while (++i < cells->count && cells->items[i].joined);
    len = cleaner->out.len - before;
    if (!cleaner->out.failed && len == from_len &&
        memcmp(cleaner->out.ptr + before, from + first->start, len) == 0)
        map_append(&cleaner->map, len, cleaner->offset + cleaner->passage_start + first->start,
                   len);
    else
        map_append_units(&cleaner->map, 1, len,
                         cleaner->offset + cleaner->passage_start + first->start, from_len);
    return i;
}

static enum ura_status
clean_passage(struct cleaner *cleaner, size_t at, struct ura_error *error)
{
    struct passage *passage = &cleaner->passage;
    size_t start, end = find_passage(cleaner, at, &start), bad;
    enum ura_status status;

    keep(cleaner, start);
    cleaner->passage_start = start;
    status = passage_read(passage, cleaner->given.ptr + start, end - start, &bad);
    if (status == URA_BAD_INPUT)
        return error_at(error, status, current_line(cleaner), cleaner->offset + start + bad,
                        "%s",
                        cleaner->given.ptr[start + bad] ? "is damaged UTF-8" : "holds a NUL");
    if (status)
        return error_memory(error);
    mojibake_repair(cleaner->care.mojibake, passage);
    passage_tidy(passage, !cleaner->begun && start == 0);
    if (!passage_compose(passage, cleaner->care.nfc))
        return error_memory(error);
    passage_unify(passage, cleaner->care.requests);
    start_copying(cleaner);
    for (size_t i = 0; i < passage->now.count;)
        i = put_unit(cleaner, i);
    cleaner->done = end;
    cleaner->line_start = end;
    return URA_OK;
}

enum ura_status
cleaner_run(struct cleaner *cleaner, struct ura_str given, size_t offset,
            const struct ura_map *decoded, struct ura_error *error)
{
    enum ura_status status = URA_OK;
    size_t at = 0;

    cleaner->given = given;
    cleaner->offset = offset;
    cleaner->decoded = decoded;
    cleaner->done = cleaner->line_start = cleaner->counted = 0;
    cleaner->line_at = cleaner->line;
    cleaner->copying = false;
    map_clear(&cleaner->map);
    while (at < given.len && !status) {
        enum care_stop stop;
        size_t len;

        at = care_scan(&cleaner->care, given.ptr, at, given.len, &stop);
        len = stop == CARE_LOOK ? line_end_at(given, at) : 0;
        if (stop == CARE_END) {
            keep(cleaner, at);
        } else if (len) {
            keep(cleaner, at);
            end_line(cleaner, len);
        } else {
            status = clean_passage(cleaner, at, error);
        }
        at = cleaner->done;
    }
    if (!status && (cleaner->out.failed || cleaner->map.failed))
        status = error_memory(error);
    cleaner->begun = true;
    cleaner->text = clean_so_far(cleaner);
    cleaner->line = current_line(cleaner);
    return status;
}

enum ura_status
cleaner_open(struct ura_context *context, const struct ura_reader_options *options,
             struct cleaner *out, struct ura_error *error)
{
    struct unify_requests requests = {options->unify_quotes, options->unify_dashes,
                                      options->unify_apostrophes};

    *out = (struct cleaner){.line = 1, .changed = options->changed, .user = options->user};
    out->passage.user = out;
    out->passage.changed = options->changed ? tell_of_passage : NULL;
    return care_init(&out->care, context, requests, error);
}

void
cleaner_release(struct cleaner *cleaner)
{
    passage_release(&cleaner->passage);
    map_release(&cleaner->map);
    buf_release(&cleaner->out);
}
