/* document.h - the door of the room that takes one text through the rooms above. */
/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <ura/document.h>

#endif
