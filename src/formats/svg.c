/* svg.c - what drawings share: scales and their axes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/svg.h"

#include "formats/page.h"

enum {
    MOST_STEPS = 6, /* on a scale; more than that is noise */
    DECIMALS = 2,   /* of coordinates: a hundredth of a unit is under a pixel on any screen */
};

static const double NUMBER_GAP = 6;    /* units between an axis and its numbers */
static const double NUMBER_DROP = 3.5; /* units that centre a line of small text on a mark */

double
svg_at(const struct svg_scale *scale, double value)
{
    return scale->count > 0
               ? scale->start + (scale->end - scale->start) * (value / scale->count)
               : scale->start;
}

double
svg_step(const struct svg_scale *scale)
{
    static const double steps[] = {1, 2, 5};

    for (double power = 1;; power *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (scale->count <= MOST_STEPS * power * steps[i])
                return power * steps[i];
}

void
svg_append_number(struct ura_buf *buf, const char *name, double value)
{
    buf_append_byte(buf, ' ');
    buf_append_text(buf, name);
    buf_append_text(buf, "=\"");
    buf_append_fixed(buf, value, DECIMALS);
    buf_append_byte(buf, '"');
}

static void
append_line(struct ura_buf *buf, double x1, double y1, double x2, double y2)
{
    buf_append_text(buf, "<line class=\"grid\"");
    svg_append_number(buf, "x1", x1);
    svg_append_number(buf, "y1", y1);
    svg_append_number(buf, "x2", x2);
    svg_append_number(buf, "y2", y2);
    buf_append_text(buf, "/>\n");
}

static void
append_label(struct ura_buf *buf, double x, double y, const char *anchor, double value)
{
    buf_append_text(buf, "<text");
    svg_append_number(buf, "x", x);
    svg_append_number(buf, "y", y);
    page_append_attribute(buf, "text-anchor", ura_str_from(anchor));
    buf_append_byte(buf, '>');
    page_append_count(buf, (unsigned long long)value);
    buf_append_text(buf, "</text>\n");
}

void
svg_append_across(struct ura_buf *buf, const struct svg_scale *scale, double top, double bottom)
{
    double step = svg_step(scale);

    for (double value = 0; value <= scale->count; value += step) {
        double x = svg_at(scale, value);

        append_line(buf, x, top, x, bottom);
        append_label(buf, x, top - NUMBER_GAP, "middle", value);
    }
}

void
svg_append_down(struct ura_buf *buf, const struct svg_scale *scale, double left, double right)
{
    double step = svg_step(scale);

    for (double value = 0; value <= scale->count; value += step) {
        double y = svg_at(scale, value);

        append_line(buf, left, y, right, y);
        append_label(buf, left - NUMBER_GAP, y + NUMBER_DROP, "end", value);
    }
}
