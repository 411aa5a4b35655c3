/* care.h - which characters need a second look, and a fast way past all the others. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_CARE_H
#define TEXT_CARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <unicode/unorm2.h>

#include "text/unify.h"

enum { CARE_BLOCKS = 0x10000 / 64 };

/*
 * A bit for each character of the BMP, found out block by block as text needs it. It is set
 * for a character that may have to be changed, dropped or composed.
 */
struct care {
    uint64_t care[CARE_BLOCKS];
    bool known[CARE_BLOCKS];
    const UNormalizer2 *nfc;
    struct unify_requests requests;
};

enum care_stop {
    CARE_END,   /* nothing up to the end */
    CARE_LOOK,  /* a character that needs a look begins there */
    CARE_BROKEN /* what begins there is no UTF-8 */
};

/* false: ICU has no data for NFC. */
bool care_init(struct care *care, struct unify_requests requests);
/*
 * The first place in TEXT [AT, END) that is not plain text; *STOP says what is there. LF, tab
 * and form feed are plain, CR and all other controls are not.
 */
size_t care_scan(struct care *care, const char *text, size_t at, size_t end,
                 enum care_stop *stop);

#endif
