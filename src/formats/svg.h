/* svg.h - what drawings share: scales and their axes. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_SVG_H
#define FORMATS_SVG_H

#include "base/base.h"

/* Values from 0 to COUNT along START to END, in units of the drawing. */
struct svg_scale {
    double count;
    double start;
    double end;
};

/* Where VALUE lies. */
double svg_at(const struct svg_scale *scale, double value);
/* The distance between marks, a whole 1, 2 or 5 times a power of ten, so that SCALE gets few.
 */
double svg_step(const struct svg_scale *scale);
/* " NAME="VALUE"", VALUE with two decimals. */
void svg_append_number(struct ura_buf *buf, const char *name, double value);
/*
 * Marks and numbers of a scale that runs from left to right, with lines of the grid from TOP
 * down to BOTTOM; the numbers stand over TOP.
 */
void svg_append_across(struct ura_buf *buf, const struct svg_scale *scale, double top,
                       double bottom);
/* The same of a scale that runs down, from LEFT to RIGHT; the numbers stand before LEFT. */
void svg_append_down(struct ura_buf *buf, const struct svg_scale *scale, double left,
                     double right);

#endif
