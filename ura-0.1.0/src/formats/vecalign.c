/* vecalign.c - beads as lists of sentence numbers: [0, 1]:[0]:cost. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/formats.h"

enum { COST_DECIMALS = 6 }; /* as vecalign prints them */

static void
append_list(struct writer *writer, size_t first, size_t count)
{
    buf_append_byte(&writer->buf, '[');
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_append_text(&writer->buf, ", ");
        buf_append_unsigned(&writer->buf, first + i);
    }
    buf_append_byte(&writer->buf, ']');
}

static enum ura_status
write_bitext(const struct ura_bitext *bitext, const struct ura_write_options *options,
             ura_sink *sink, void *user, struct ura_error *error)
{
    struct writer writer = {.sink = sink, .user = user, .error = error};
    enum ura_status status = URA_OK;

    (void)options;
    for (size_t i = 0; !status && i < bitext->bead_count; i++) {
        const struct ura_bead *bead = &bitext->beads[i];

        append_list(&writer, bead->source_first, bead->source_count);
        buf_append_byte(&writer.buf, ':');
        append_list(&writer, bead->target_first, bead->target_count);
        buf_append_byte(&writer.buf, ':');
        buf_append_fixed(&writer.buf, 1.0 - (double)bead->probability, COST_DECIMALS);
        buf_append_byte(&writer.buf, '\n');
        status = writer_step(&writer);
    }
    return writer_close(&writer, status);
}

const struct ura_format format_vecalign = {
    .name = "vecalign",
    .summary = "[0, 1]:[0]:cost, sentence numbers from 0",
    .holds = "beads and a cost (1 - probability)",
    .loses = "texts, furniture",
    .write_bitext = write_bitext,
};
