/* dot_plot.h - an alignment drawn: source from left to right, target from top to bottom. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_DOT_PLOT_H
#define FORMATS_DOT_PLOT_H

#include "formats/bead_kind.h"
#include "formats/formats.h"

/*
 * Writes the drawing of BITEXT, whose beads TALLY counts, as an svg element: a stroke a bead, a
 * link to #b and its number. Of more than some thousand beads every so manieth is drawn.
 */
enum ura_status dot_plot_write(struct writer *writer, const struct ura_bitext *bitext,
                               const struct bead_tally *tally);
/* Says in a sentence what was left out of the drawing; nothing where all is there. */
void dot_plot_append_thinned(struct ura_buf *buf, const struct bead_tally *tally);

#endif
