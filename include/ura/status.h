/* status.h - how every call says whether it worked. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_STATUS_H
#define URA_STATUS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Marks what libura exports. */
#if defined(__GNUC__)
#define URA_API __attribute__((visibility("default")))
#else
#define URA_API
#endif

/* 0 is success, positive is no error, negative is an error. */
enum ura_status {
    URA_OK = 0,         /* done */
    URA_END = 1,        /* an iteration has no more items */
    URA_STOPPED = 2,    /* the caller asked to stop before the end */
    URA_NO_MEMORY = -1, /* an allocation failed */
    URA_IO = -2,        /* reading or writing failed: disk full, closed pipe, no permission */
    URA_BAD_INPUT = -3, /* the bytes are not what they should be: binary, cut off, empty */
    URA_SYNTAX = -4,    /* a data or gold file breaks its format; line or offset says where */
    URA_TOO_LARGE = -5, /* a limit was reached; the message names it and how to raise it */
    URA_BAD_ARGUMENT = -6, /* the caller asked for something that does not exist */
    URA_NOT_FOUND = -7,    /* a file, data folder or converter is missing */
};

/*
 * What went wrong, for people. Belongs to the caller, who may pass NULL instead; untouched on
 * success. MESSAGE says what is wrong, where and what would be right, without a final full stop
 * and without the name of the file, which FILE holds if it is known ("" if not).
 */
struct ura_error {
    enum ura_status status;
    uint64_t line;   /* from 1; 0: no line applies */
    uint64_t offset; /* in bytes from the start of the file; meaningful where has_offset */
    int has_offset;
    char file[256];
    char message[256];
};

/* The name of STATUS in a few words, never NULL. */
URA_API const char *ura_status_text(enum ura_status status);

#ifdef __cplusplus
}
#endif
#endif
