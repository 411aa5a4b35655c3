/* base.h - the door of the bottom room: memory, errors, numbers, files; no other room's words.
 */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <ura/status.h>
#include <ura/str.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/context.h"
#include "base/error.h"
#include "base/file.h"
#include "base/frozen.h"
#include "base/hash.h"
#include "base/image.h"
#include "base/intern.h"
#include "base/json.h"
#include "base/mapping.h"
#include "base/number.h"
#include "base/records.h"
#include "base/sha256.h"
#include "base/utf8.h"

#endif
