/* losses.c - counts of what a file had and could not be kept. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/losses.h"

void
losses_add(struct losses *losses, const char *what, size_t count)
{
    if (count == 0)
        return;
    for (size_t i = 0; i < losses->count; i++) {
        if (strcmp(losses->items[i].what, what) == 0) {
            losses->items[i].count += count;
            return;
        }
    }
    if (losses->count < LOSSES_MAX)
        losses->items[losses->count++] = (struct ura_loss){what, count};
}
