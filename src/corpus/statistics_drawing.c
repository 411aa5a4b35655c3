/* statistics_drawing.c - a histogram as a figure of a page. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/statistics.h"
#include "formats/page.h"
#include "formats/svg.h"

/* Units of the drawing. */
static const double WIDTH = 420, HEIGHT = 190;
static const double LEFT = 72, RIGHT = 412; /* of the field: counts stand before it, */
static const double TOP = 8, BOTTOM = 160;  /* numbers of the measure under it */
static const double NUMBER_BASELINE = 174, TITLE_BASELINE = 188;
static const double GAP = 1; /* between bars */

enum { MOST_NUMBERS = 6 }; /* under the bars; more than that is noise */

/* Every so manieth bar has a number. */
static size_t
number_step(const struct bars *bars)
{
    return (bars->count + MOST_NUMBERS - 1) / MOST_NUMBERS;
}

static void
append_text(struct ura_buf *buf, double x, double y, const char *anchor)
{
    buf_append_text(buf, "<text");
    svg_append_number(buf, "x", x);
    svg_append_number(buf, "y", y);
    page_append_attribute(buf, "text-anchor", ura_str_from(anchor));
    buf_append_byte(buf, '>');
}

/* What a bar says when it is pointed at: "20 to 30: 1 234". */
static void
append_title(struct ura_buf *buf, const struct measure_about *about, const struct bars *bars,
             size_t index)
{
    double scale = (double)about->scale;
    bool open = bars->over && index + 1 == bars->count;

    buf_append_text(buf, "<title>");
    buf_append_fixed(buf, (double)(index * bars->width) / scale, about->decimals);
    buf_append_text(buf, open ? " and more" : " to ");
    if (!open)
        buf_append_fixed(buf, (double)((index + 1) * bars->width - (about->scale == 1)) / scale,
                         about->decimals);
    buf_append_text(buf, ": ");
    page_append_count(buf, bars->counts[index]);
    buf_append_text(buf, "</title>");
}

static void
append_bar(struct ura_buf *buf, const struct measure_about *about, const struct bars *bars,
           size_t index)
{
    struct svg_scale across = {(double)bars->count, LEFT, RIGHT};
    struct svg_scale up = {(double)bars->most, BOTTOM, TOP};
    double x = svg_at(&across, (double)index), y = svg_at(&up, (double)bars->counts[index]);

    buf_append_text(buf, "<rect class=\"bar\"");
    svg_append_number(buf, "x", x + GAP / 2);
    svg_append_number(buf, "y", y);
    svg_append_number(buf, "width", svg_at(&across, (double)index + 1) - x - GAP);
    svg_append_number(buf, "height", BOTTOM - y);
    buf_append_byte(buf, '>');
    append_title(buf, about, bars, index);
    buf_append_text(buf, "</rect>\n");
    if (index % number_step(bars) == 0) {
        append_text(buf, x, NUMBER_BASELINE, "middle");
        buf_append_fixed(buf, (double)(index * bars->width) / (double)about->scale,
                         about->decimals ? 2 : 0);
        buf_append_text(buf, "</text>\n");
    }
}

void
stats_append_drawing(struct ura_buf *buf, const struct ura_corpus_stats *stats,
                     enum measure measure)
{
    const struct measure_about *about = measure_about(measure);
    struct svg_scale up;
    struct bars bars;

    stats_bars(stats, measure, &bars);
    up = (struct svg_scale){(double)bars.most, BOTTOM, TOP};
    buf_append_text(buf, "<figure class=\"figure\"><svg role=\"img\" viewBox=\"0 0 ");
    buf_append_fixed(buf, WIDTH, 0);
    buf_append_byte(buf, ' ');
    buf_append_fixed(buf, HEIGHT, 0);
    buf_append_byte(buf, '"');
    page_append_attribute(buf, "aria-label", ura_str_from(about->label));
    buf_append_text(buf, ">\n");
    svg_append_down(buf, &up, LEFT, RIGHT);
    for (size_t i = 0; i < bars.count; i++)
        append_bar(buf, about, &bars, i);
    append_text(buf, RIGHT, TITLE_BASELINE, "end");
    page_append_text(buf, ura_str_from(about->unit));
    buf_append_text(buf, "</text>\n</svg>\n<figcaption>");
    page_append_text(buf, ura_str_from(about->label));
    if (bars.over)
        buf_append_text(buf, "; the last bar holds all that is over");
    buf_append_text(buf, "</figcaption></figure>\n");
}
