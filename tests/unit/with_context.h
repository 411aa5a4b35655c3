/* with_context.h - for tests: a context that all cases of a group share, as their state. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WITH_CONTEXT_H
#define TESTS_WITH_CONTEXT_H

#include <ura/context.h>

#include <stdlib.h>

/* Set-up of a group: *STATE is a struct ura_context with the project's data. */
static inline int
open_context(void **state)
{
    return ura_context_new(getenv("URA_DATA"), (struct ura_context **)state, NULL);
}

static inline int
close_context(void **state)
{
    ura_context_free(*state);
    return 0;
}

#endif
