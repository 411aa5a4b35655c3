/* reading.h - what tests of document formats share: archives made, documents read. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "formats/formats.h"

/* A member of an archive that is made; a NULL name ends a list of them. */
struct test_member {
    const char *name;
    const char *text;
};

/* A zip archive of MEMBERS; "mimetype" is stored, everything else is packed. */
struct ura_buf make_archive(const struct test_member *members);

/* A document that was read: a line a unit, "kind|text", furniture as "(its kind)|text". */
struct reading {
    enum ura_status status;
    struct ura_error error;
    char language[32];
    struct ura_buf lines;
    struct ura_buf losses; /* "3 comments" a line */
};

/* Reads BYTES as the format NAME. release_reading after. */
struct reading read_bytes(const char *name, struct ura_str bytes);
struct reading read_archive(const char *name, const struct test_member *members);
void release_reading(struct reading *reading);
/* Checks that READING went well and gave LINES. */
void assert_reads(const struct reading *reading, const char *lines);
/* Checks that it failed with STATUS and a message that holds WORD. */
void assert_refused(const struct reading *reading, enum ura_status status, const char *word);

#endif
