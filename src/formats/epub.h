/* epub.h - the package of a book: what it says of itself and of its chapters. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_EPUB_H
#define FORMATS_EPUB_H

#include "formats/archive.h"
#include "formats/xml.h"

struct epub_chapter {
    struct ura_str name; /* in the archive */
    bool beside;         /* not in the line of reading: linear="no" */
};

/* Zero is empty. */
struct epub_package {
    struct ura_str name;     /* of its part, by the container */
    struct ura_str language; /* the first that it names */
    struct epub_chapter *spine;
    size_t spine_count, spine_capacity;
    struct ura_intern chapters;  /* names of those in the spine */
    struct ura_intern encrypted; /* names of parts that are */
    struct ura_arena arena;
};

/* Takes the name of the package. Fails with URA_BAD_INPUT (it has none) and as xml_next does.
 */
enum ura_status epub_read_container(struct ura_context *context,
                                    const struct archive_part *part, struct epub_package *out,
                                    struct ura_error *error);
/* Takes language and chapters. Fails with URA_BAD_INPUT (it has none) and as xml_next does. */
enum ura_status epub_read_package(struct ura_context *context, const struct archive_part *part,
                                  struct epub_package *out, struct ura_error *error);
/* Takes what is encrypted; PART may be NULL. Fails as xml_next does. */
enum ura_status epub_read_encryption(struct ura_context *context,
                                     const struct archive_part *part, struct epub_package *out,
                                     struct ura_error *error);
void epub_release_package(struct epub_package *package);

#endif
