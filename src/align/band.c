/* band.c - the part of the matrix that is searched. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "align/band.h"

#include <math.h>

/* Half the width of a corridor where the lines between two anchors are as many on both sides.
 */
static const double CORRIDOR_MARGIN = 10;
/* Lines that are joined, cut or dropped make the path a random walk: this many of its
 * deviations (at one odd line in five) are kept on both sides. */
static const double CORRIDOR_STRAY = 2.5;
/* The widest half: keeps time in step with the text where nothing at all is known of it. */
static const double CORRIDOR_MOST = 2000;

static bool
make_rows(size_t source, size_t target, struct ura_arena *arena, struct band *out)
{
    *out = (struct band){.source = source, .target = target};
    out->low = arena_new(arena, source + 1, sizeof *out->low);
    out->high = arena_new(arena, source + 1, sizeof *out->high);
    out->offset = arena_new(arena, source + 2, sizeof *out->offset);
    return out->low && out->high && out->offset;
}

/* Leaves of each row what it is kept to, or the node of that which is nearest to it. */
static void
clip_rows(struct band *band)
{
    for (size_t i = 0; band->least && i <= band->source; i++) {
        uint32_t least = band->least[i], most = band->most[i];
        uint32_t low = band->low[i], high = band->high[i];

        band->low[i] = low < least ? least : low < most ? low : most;
        band->high[i] = high > most ? most : high > least ? high : least;
    }
}

/* Makes the edges never fall, joins the rows and counts the nodes. */
static void
close_rows(struct band *band)
{
    size_t n = band->source;

    band->low[0] = 0;
    band->high[n] = (uint32_t)band->target;
    for (size_t i = n; i-- > 0;)
        if (band->low[i] > band->low[i + 1])
            band->low[i] = band->low[i + 1];
    for (size_t i = 1; i <= n; i++) {
        if (band->high[i] < band->high[i - 1])
            band->high[i] = band->high[i - 1];
        /* A path must be able to step from each row into the next. */
        if (band->low[i] > band->high[i - 1])
            band->low[i] = band->high[i - 1];
    }
    clip_rows(band);
    for (size_t i = 0; i <= n; i++)
        band->offset[i + 1] = band->offset[i] + band->high[i] - band->low[i] + 1;
}

void
band_keep(struct band *band, const uint32_t *least, const uint32_t *most)
{
    band->least = least;
    band->most = most;
    close_rows(band);
}

bool
band_whole(size_t source, size_t target, struct ura_arena *arena, struct band *out)
{
    if (!make_rows(source, target, arena, out))
        return false;
    for (size_t i = 0; i <= source; i++)
        out->high[i] = (uint32_t)target;
    close_rows(out);
    return true;
}

static uint32_t
clamp(double j, size_t target)
{
    return j < 0 ? 0 : j > (double)target ? (uint32_t)target : (uint32_t)j;
}

/* Opens the rows between two anchors. */
static void
open_gap(struct band *band, struct anchor from, struct anchor to)
{
    double rows = (double)to.source - from.source, columns = (double)to.target - from.target;
    double slope = rows > 0 ? columns / rows : columns;
    double half = CORRIDOR_MARGIN + fabs(rows - columns) +
                  CORRIDOR_STRAY * sqrt(rows < columns ? rows : columns);

    if (half > CORRIDOR_MOST)
        half = CORRIDOR_MOST;
    for (size_t i = from.source; i <= to.source; i++) {
        double at = from.target + slope * (double)(i - from.source);
        uint32_t low = clamp(at - half - slope, band->target);
        uint32_t high = clamp(at + half + slope + 1, band->target);

        if (low < band->low[i])
            band->low[i] = low;
        if (high > band->high[i])
            band->high[i] = high;
    }
}

bool
band_corridor(size_t source, size_t target, const struct anchor *anchors, size_t count,
              struct ura_arena *arena, struct band *out)
{
    struct anchor last = {0, 0}, end = {(uint32_t)source, (uint32_t)target};

    if (!make_rows(source, target, arena, out))
        return false;
    for (size_t i = 0; i <= source; i++)
        out->low[i] = (uint32_t)target;
    for (size_t k = 0; k < count; k++) {
        open_gap(out, last, anchors[k]);
        last = anchors[k];
    }
    open_gap(out, last, end);
    close_rows(out);
    return true;
}

bool
band_around(const struct band *path, size_t margin, struct ura_arena *arena, struct band *out)
{
    if (!make_rows(path->source, path->target, arena, out))
        return false;
    for (size_t i = 0; i <= path->source; i++) {
        out->low[i] = path->low[i] > margin ? path->low[i] - (uint32_t)margin : 0;
        out->high[i] = clamp((double)path->high[i] + (double)margin, path->target);
    }
    close_rows(out);
    return true;
}

static bool
touches_edge(const struct band *band, const struct band *path, size_t i)
{
    size_t least = band->least ? band->least[i] : 0;
    size_t most = band->least ? band->most[i] : band->target;

    return (path->low[i] <= band->low[i] + 1 && band->low[i] > least) ||
           (path->high[i] + 1 >= band->high[i] && band->high[i] < most);
}

bool
band_widen(struct band *band, const struct band *path)
{
    size_t open_until = 0;
    bool touched = false;

    for (size_t i = 0; i <= band->source; i++) {
        size_t width;

        if (!touches_edge(band, path, i))
            continue;
        touched = true;
        width = band->high[i] - band->low[i] + 1u;
        /* The stretch before and after, since the path went wrong before it met the edge. Rows
         * that an earlier one has opened are left as they are. */
        for (size_t k = i > width ? i - width : 0; k <= i + width && k <= band->source; k++) {
            if (k < open_until)
                continue;
            band->low[k] = clamp((double)band->low[k] - (double)width / 2, band->target);
            band->high[k] = clamp((double)band->high[k] + (double)width / 2, band->target);
            open_until = k + 1;
        }
    }
    if (touched)
        close_rows(band);
    return touched;
}
