/* archive.h - the parts of a zip archive that a document is made of, in memory. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_ARCHIVE_H
#define FORMATS_ARCHIVE_H

#include "formats/formats.h"

enum {
    ARCHIVE_MEMBERS_MAX = 65535, /* as many as a zip without extensions can count */
    ARCHIVE_RATIO_MAX = 200,     /* unpacked to packed bytes of the whole: XML packs 5 to 60 */
    ARCHIVE_RATIO_FROM = 16 << 20, /* unpacked bytes below which no ratio is looked at */
};

struct archive_part {
    struct ura_str name; /* as the archive spells it, in UTF-8; only ever compared */
    struct ura_buf bytes;
};

/*
 * An archive, held packed because its list of members stands at its end. Nothing is written to
 * a disk, so that no name leads anywhere. Zero, then archive_open.
 */
struct archive_file {
    struct ura_context *context;
    struct ura_buf packed;
    size_t unpacked; /* bytes so far */
    struct archive_part *parts;
    size_t count, capacity;
    struct ura_intern names; /* in lower case, by number of the part */
    struct ura_arena arena;  /* of names as they are spelt */
};

/* Whether the member NAME is wanted. */
typedef bool archive_wanted(struct ura_str name, const void *user);

/*
 * Appends all that the input of UNITS has left to OUT. Fails with URA_TOO_LARGE where that is
 * more than LIMIT bytes or max-file, URA_IO, URA_NO_MEMORY.
 */
enum ura_status input_take_all(struct ura_units *units, size_t limit, struct ura_buf *out,
                               struct ura_error *error);

/*
 * Takes all that the input of UNITS has left. Fails with URA_BAD_INPUT (no zip), URA_TOO_LARGE
 * (max-file), URA_IO, URA_NO_MEMORY. archive_close after, also where it failed.
 */
enum ura_status archive_open(struct ura_units *units, struct archive_file *out,
                             struct ura_error *error);
/*
 * Unpacks the members that are WANTED and not yet there. Fails with URA_BAD_INPUT (damaged,
 * encrypted), URA_TOO_LARGE (more members, more bytes unpacked than max-file, a higher ratio
 * than the limits above), URA_NO_MEMORY.
 */
enum ura_status archive_take(struct archive_file *archive, archive_wanted *wanted,
                             const void *user, struct ura_error *error);
/* The part called NAME, ASCII letters of either case being the same; NULL if there is none. */
const struct archive_part *archive_find(const struct archive_file *archive,
                                        struct ura_str name);
/* Names the part that STATUS and ERROR are about; returns STATUS. */
enum ura_status archive_blame(struct ura_str name, enum ura_status status,
                              struct ura_error *error);
void archive_close(struct archive_file *archive);

/*
 * NAME, found in the part BASE, as a name in the archive, into ARENA: "../media/a" in "x/y.xml"
 * is "media/a", "/a" is "a"; %-escapes are decoded where ESCAPED, and what stands behind # or ?
 * is cut. ptr is NULL when out of memory.
 */
struct ura_str archive_resolve(struct ura_str base, struct ura_str name, bool escaped,
                               struct ura_arena *arena);

/* What a zip archive is, by the names of its first members. */
enum zip_kind {
    ZIP_NONE, /* no zip */
    ZIP_PLAIN,
    ZIP_OFFICE, /* of Office Open XML; which, its first bytes do not say */
    ZIP_DOCX,
    ZIP_ODT,
    ZIP_EPUB,
    ZIP_XLSX,
    ZIP_PPTX,
    ZIP_OTHER_OPEN_DOCUMENT, /* a sheet, slides, a drawing */
    ZIP_JAR,
};

/* The kind of the archive that HEAD, the first bytes of a file called NAME, begins. */
enum zip_kind zip_look(struct ura_str head, const char *name);

#endif
