/* address.h - e-mail and web addresses in running text. */
/* SPDX-License-Identifier: MIT */
#ifndef SEGMENT_ADDRESS_H
#define SEGMENT_ADDRESS_H

#include "base/base.h"

/*
 * The end of the address that begins at AT in TEXT[0, END): "a@b.al", "@name",
 * "https://b.al/x?y", "www.b.al", "b.al/x", "gov.al"; AT if there is none. Marks that end the
 * sentence around it do not belong to it. No address begins at a later place before *SCANNED.
 */
size_t address_end(struct ura_str text, size_t at, size_t end, size_t *scanned);

#endif
