/* version.c - which ICU is at work. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ura/context.h>

#include <unicode/uvernum.h>

const char *
ura_icu_version(void)
{
    return U_ICU_VERSION;
}
