/* dot_plot.c - an alignment drawn: source from left to right, target from top to bottom. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/dot_plot.h"

#include "formats/page.h"
#include "formats/svg.h"

/* Strokes that a browser draws and finds under the pointer without delay, and that still show
 * every part of a line of 400 units. Moved beads are few and are what is looked for. */
enum { MOST_STROKES = 3000, MOST_MOVED = 1000 };

enum { COORDINATE_DECIMALS = 2 };

static const double INSET = 0.08; /* of a stroke's length, at either end: neighbours stay two */

/* In units of the drawing: numbers and titles take what is over and before the field. */
static const double WIDTH = 484, HEIGHT = 440, LEFT = 68, TOP = 40, RIGHT = 460, BOTTOM = 432;
static const double TITLE_BASELINE = 12; /* from the edge */

struct plot {
    struct writer *writer;
    const struct ura_bitext *bitext;
    struct svg_scale across, down;
};

/* Every so manieth of COUNT is drawn, so that there are at most MOST. */
static size_t
stride_of(size_t count, size_t most)
{
    return count > most ? (count + most - 1) / most : 1;
}

static void
append_title(struct ura_buf *buf, const char *side, const char *language)
{
    buf_append_text(buf, side);
    if (strcmp(language, "und") != 0) {
        buf_append_text(buf, " (");
        page_append_text(buf, ura_str_from(language));
        buf_append_byte(buf, ')');
    }
    buf_append_text(buf, ", sentences</text>\n");
}

/* The field, its grid, numbers and titles. */
static void
append_field(const struct plot *plot)
{
    struct ura_buf *buf = &plot->writer->buf;

    svg_append_across(buf, &plot->across, TOP, BOTTOM);
    svg_append_down(buf, &plot->down, LEFT, RIGHT);
    buf_append_text(buf, "<rect class=\"axis\"");
    svg_append_number(buf, "x", LEFT);
    svg_append_number(buf, "y", TOP);
    svg_append_number(buf, "width", RIGHT - LEFT);
    svg_append_number(buf, "height", BOTTOM - TOP);
    buf_append_text(buf, "/>\n<text");
    svg_append_number(buf, "x", LEFT);
    svg_append_number(buf, "y", TITLE_BASELINE);
    buf_append_byte(buf, '>');
    append_title(buf, "Source", plot->bitext->source->language);
    buf_append_text(buf, "<text transform=\"rotate(-90)\" text-anchor=\"end\"");
    svg_append_number(buf, "x", -TOP);
    svg_append_number(buf, "y", TITLE_BASELINE);
    buf_append_byte(buf, '>');
    append_title(buf, "Target", plot->bitext->target->language);
}

static void
append_point(struct ura_buf *buf, double x, double y)
{
    buf_append_fixed(buf, x, COORDINATE_DECIMALS);
    buf_append_byte(buf, ' ');
    buf_append_fixed(buf, y, COORDINATE_DECIMALS);
}

static void
append_bead(const struct plot *plot, size_t index)
{
    const struct ura_bead *bead = &plot->bitext->beads[index];
    struct ura_buf *buf = &plot->writer->buf;
    double source = (double)bead->source_first, source_count = (double)bead->source_count;
    double target = (double)bead->target_first, target_count = (double)bead->target_count;

    buf_append_text(buf, "<a href=\"#b");
    buf_append_unsigned(buf, index);
    buf_append_text(buf, "\" tabindex=\"-1\"><path class=\"bead");
    if (bead->moved)
        buf_append_text(buf, " moved");
    else if (!bead->source_count || !bead->target_count)
        buf_append_text(buf, " null");
    buf_append_text(buf, "\" d=\"M");
    append_point(buf, svg_at(&plot->across, source + INSET * source_count),
                 svg_at(&plot->down, target + INSET * target_count));
    buf_append_byte(buf, 'L');
    append_point(buf, svg_at(&plot->across, source + (1 - INSET) * source_count),
                 svg_at(&plot->down, target + (1 - INSET) * target_count));
    buf_append_text(buf, "\"/></a>\n");
}

/* Every STRIDE-th of the beads that are moved, or of those that are not. */
static enum ura_status
write_beads(const struct plot *plot, bool moved, size_t stride)
{
    enum ura_status status = URA_OK;
    size_t seen = 0;

    for (size_t i = 0; !status && i < plot->bitext->bead_count; i++) {
        if (plot->bitext->beads[i].moved == moved && seen++ % stride == 0) {
            append_bead(plot, i);
            status = writer_step(plot->writer);
        }
    }
    return status;
}

/* All but the moved ones. */
static size_t
unmoved(const struct bead_tally *tally)
{
    return tally->kinds[BEAD_ONE] + tally->kinds[BEAD_MANY] + tally->kinds[BEAD_SOURCE] +
           tally->kinds[BEAD_TARGET];
}

enum ura_status
dot_plot_write(struct writer *writer, const struct ura_bitext *bitext,
               const struct bead_tally *tally)
{
    struct plot plot = {writer,
                        bitext,
                        {(double)bitext->source->sentence_count, LEFT, RIGHT},
                        {(double)bitext->target->sentence_count, TOP, BOTTOM}};
    enum ura_status status;

    buf_append_text(&writer->buf, "<svg class=\"plot\" role=\"img\" viewBox=\"0 0 ");
    append_point(&writer->buf, WIDTH, HEIGHT);
    buf_append_text(&writer->buf, "\" aria-label=\"The alignment as a dot plot: where in the "
                                  "source and where in the target each bead stands\">\n");
    append_field(&plot);
    status = write_beads(&plot, false, stride_of(unmoved(tally), MOST_STROKES));
    if (!status)
        status = write_beads(&plot, true, stride_of(tally->kinds[BEAD_MOVED], MOST_MOVED));
    buf_append_text(&writer->buf, "</svg>");
    return status;
}

/* "One in 34 of the 100 000 ones WHAT is drawn." */
static void
append_stride(struct ura_buf *buf, size_t count, size_t stride, const char *what)
{
    if (stride == 1)
        return;
    buf_append_text(buf, " Of the ");
    page_append_count(buf, count);
    buf_append_text(buf, what);
    buf_append_text(buf, " one in ");
    page_append_count(buf, stride);
    buf_append_text(buf, " is drawn.");
}

void
dot_plot_append_thinned(struct ura_buf *buf, const struct bead_tally *tally)
{
    size_t moved = tally->kinds[BEAD_MOVED], others = unmoved(tally);

    append_stride(buf, others, stride_of(others, MOST_STROKES), " beads in their order");
    append_stride(buf, moved, stride_of(moved, MOST_MOVED), " moved beads");
}
