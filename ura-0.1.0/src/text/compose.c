/* compose.c - decomposed letters become one (NFC), where they are not yet. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/passage.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum {
    FIRST_COMPOSED = 0x300, /* below it every character is NFC, whatever stands beside it */
    NFC_GROWTH = 3          /* NFC never makes UTF-16 longer than this many times */
};

/* UTF-16 before and after; grows to the longest stretch. */
struct scratch {
    UChar *text;
    size_t capacity;
};

/* Whether [START, END) of the cells may have to change: else nothing needs to be looked up. */
static bool
may_change(const struct passage *passage, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        uint32_t c = passage->now.items[i].c;

        if (c >= FIRST_COMPOSED &&
            (u_getCombiningClass((UChar32)c) != 0 ||
             u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES))
            return true;
    }
    return false;
}

/* The end of the stretch from START on that composes by itself. */
static size_t
find_boundary(const struct passage *passage, size_t start, const UNormalizer2 *nfc)
{
    size_t end = start + 1;

    while (end < passage->now.count && passage->now.items[end].c >= FIRST_COMPOSED &&
           !unorm2_hasBoundaryBefore(nfc, (UChar32)passage->now.items[end].c))
        end++;
    return end;
}

/* Puts [START, END) in NFC into the second half of SCRATCH; its length, or -1. */
static int32_t
normalize(const struct passage *passage, size_t start, size_t end, const UNormalizer2 *nfc,
          struct scratch *scratch, const UChar **out, bool *same)
{
    size_t needed = (end - start) * 2 * (1 + NFC_GROWTH) + 1, len = 0;
    UErrorCode code = U_ZERO_ERROR;
    UChar *grown = array_grow(scratch->text, &scratch->capacity, needed, sizeof *grown);
    int32_t composed;

    if (!grown)
        return -1;
    scratch->text = grown;
    for (size_t i = start; i < end; i++)
        U16_APPEND_UNSAFE(grown, len, passage->now.items[i].c);
    composed = unorm2_normalize(nfc, grown, (int32_t)len, grown + len,
                                (int32_t)(scratch->capacity - len), &code);
    if (code != U_ZERO_ERROR && code != U_STRING_NOT_TERMINATED_WARNING)
        return -1;
    *out = grown + len;
    *same = composed == (int32_t)len && u_memcmp(grown, grown + len, composed) == 0;
    return composed;
}

/* Room for EXTRA more cells behind the COUNT that OUT holds; false when out of memory. */
static bool
make_room(struct cells *out, size_t extra)
{
    struct cell *grown =
        array_grow(out->items, &out->capacity, out->count + extra, sizeof *grown);

    if (grown)
        out->items = grown;
    return grown != NULL;
}

/* Appends COMPOSED, one unit that came from [START, END) of the passage. */
static bool
append_composed(const struct passage *passage, size_t start, size_t end, const UChar *composed,
                size_t len, struct cells *out)
{
    struct cell whole = {0, passage->now.items[start].start, passage->now.items[end - 1].end,
                         false};
    size_t at = 0;

    if (!make_room(out, len))
        return false;
    while (at < len) {
        whole.c = composed[at++];
        if (at < len && U16_IS_SURROGATE(whole.c))
            whole.c = (uint32_t)U16_GET_SUPPLEMENTARY(whole.c, composed[at++]);
        out->items[out->count++] = whole;
        whole.joined = true;
    }
    return true;
}

static bool
append_same(const struct passage *passage, size_t start, size_t end, struct cells *out)
{
    if (!make_room(out, end - start))
        return false;
    memcpy(out->items + out->count, passage->now.items + start,
           (end - start) * sizeof *out->items);
    out->count += end - start;
    return true;
}

bool
passage_compose(struct passage *passage, const UNormalizer2 *nfc)
{
    struct scratch scratch = {NULL, 0};
    struct cells *out = &passage->next;
    bool fits = true;

    if (!may_change(passage, 0, passage->now.count))
        return true;
    out->count = 0;
    for (size_t start = 0, end; start < passage->now.count && fits; start = end) {
        const UChar *composed = NULL;
        bool same = true;
        int32_t len = 0;

        end = find_boundary(passage, start, nfc);
        if (may_change(passage, start, end))
            len = normalize(passage, start, end, nfc, &scratch, &composed, &same);
        if (len >= 0 && !same)
            passage_tell(passage, URA_CHANGE_COMPOSED, passage->now.items[start].start);
        fits = len >= 0 &&
               (same ? append_same(passage, start, end, out)
                     : append_composed(passage, start, end, composed, (size_t)len, out));
    }
    free(scratch.text);
    passage_swap(passage);
    return fits;
}
