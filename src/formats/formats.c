/* formats.c - the list of formats, and what their writers share. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"
#include "formats/refused.h"

enum {
    WRITER_BLOCK = 64 << 10, /* bytes handed on at a time */
    GUESS_BYTES = 64 << 10,  /* bytes that formats look at: a long head of comments fits */
};

static const struct ura_format *const formats[] = {
#define FORMAT(symbol) &format_##symbol,
#include "formats/formats.def"
#undef FORMAT
};

const struct ura_format *
ura_format_at(size_t index)
{
    return index < sizeof formats / sizeof *formats ? formats[index] : NULL;
}

const struct ura_format *
ura_format_find(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

/* The format with the highest bid for HEAD, and the one that bids the same, if there is one. */
static const struct ura_format *
highest_bid(struct ura_str head, const char *name, bool documents,
            const struct ura_format **tie)
{
    const struct ura_format *best = NULL;
    int highest = 0;

    *tie = NULL;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const struct ura_format *format = formats[i];
        int bid;

        if (!format->bid || (documents && format->content != URA_CONTENT_DOCUMENT &&
                             format->content != URA_CONTENT_EITHER))
            continue;
        bid = format->bid(head, name);
        if (bid > highest) {
            best = format;
            highest = bid;
            *tie = NULL;
        } else if (bid && bid == highest) {
            *tie = format;
        }
    }
    return best;
}

enum ura_status
ura_format_guess(struct ura_input *input, bool documents, const struct ura_format **out,
                 struct ura_error *error)
{
    const struct ura_format *tie;
    struct ura_str head;
    enum ura_status status = ura_input_peek(input, GUESS_BYTES, &head, error);

    if (!status)
        status = refuse_known(head, ura_input_name(input), error);
    if (status) {
        error_set_file(error, ura_input_name(input));
        return status;
    }
    *out = highest_bid(head, ura_input_name(input), documents, &tie);
    if (*out && !tie)
        return URA_OK;
    if (*out)
        status = error_set(error, URA_BAD_INPUT, "may be %s or %s; say which with --from",
                           (*out)->name, tie->name);
    else
        status = error_set(error, URA_BAD_INPUT,
                           "is of no format that ura reads; ura formats "
                           "lists them, --from names one");
    error_set_file(error, ura_input_name(input));
    return status;
}

static enum ura_status
flush(struct writer *writer)
{
    int why;

    if (writer->buf.failed)
        return error_memory(writer->error);
    why = writer->sink(writer->buf.ptr, writer->buf.len, writer->user);
    buf_clear(&writer->buf);
    return why ? error_errno(writer->error, "cannot write", why) : URA_OK;
}

enum ura_status
writer_step(struct writer *writer)
{
    return writer->buf.len < WRITER_BLOCK && !writer->buf.failed ? URA_OK : flush(writer);
}

enum ura_status
writer_close(struct writer *writer, enum ura_status status)
{
    if (!status)
        status = flush(writer);
    buf_release(&writer->buf);
    return status;
}

void
buf_append_cell(struct ura_buf *buf, struct ura_str text)
{
    size_t from = buf->len;

    buf_append_str(buf, text);
    for (size_t i = from; i < buf->len; i++)
        if (buf->ptr[i] == '\t' || buf->ptr[i] == '\n' || buf->ptr[i] == '\r')
            buf->ptr[i] = ' ';
}

void
buf_append_line(struct ura_buf *buf, struct ura_str text)
{
    buf_append_cell(buf, text);
    buf_append_byte(buf, '\n');
}

/* Whether the next aside of DOCUMENT stands before its sentence NEXT. */
static bool
aside_is_due(const struct ura_document *document, size_t aside, size_t next)
{
    return aside < document->aside_count && document->asides[aside].before <= next;
}

/* The first sentence that no bead from BEAD on has passed: where the writing of a side stands.
 */
static size_t
next_sentence(const struct ura_bitext *bitext, size_t bead, bool source)
{
    for (; bead < bitext->bead_count; bead++) {
        const struct ura_bead *at = &bitext->beads[bead];

        if (source && !at->moved)
            return at->source_first;
        if (!source)
            return at->target_first;
    }
    return source ? bitext->source->sentence_count : bitext->target->sentence_count;
}

bool
row_walk_next(struct row_walk *walk, struct row *out)
{
    const struct ura_bitext *bitext = walk->bitext;

    if (walk->asides && aside_is_due(bitext->source, walk->source_aside,
                                     next_sentence(bitext, walk->bead, true))) {
        *out = (struct row){ROW_SOURCE_ASIDE, walk->source_aside++};
        return true;
    }
    if (walk->asides && aside_is_due(bitext->target, walk->target_aside,
                                     next_sentence(bitext, walk->bead, false))) {
        *out = (struct row){ROW_TARGET_ASIDE, walk->target_aside++};
        return true;
    }
    if (walk->bead < bitext->bead_count) {
        *out = (struct row){ROW_BEAD, walk->bead++};
        return true;
    }
    return false;
}
