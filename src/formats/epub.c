/* epub.c - books: the chapters of an EPUB archive in the order of its spine. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/epub.h"
#include "formats/html_page.h"

#include <stdlib.h>

struct epub {
    struct archive_file archive;
    struct epub_package package;
    struct paragraphs paragraphs;
    size_t chapter; /* of the spine, that comes next */
    size_t read;    /* chapters that were there */
};

static int
bid(struct ura_str head, const char *name)
{
    return zip_look(head, name) == ZIP_EPUB ? 100 : 0;
}

static bool
is_container(struct ura_str name, const void *user)
{
    (void)user;
    return ura_str_equal(name, URA_STR("META-INF/container.xml")) ||
           ura_str_equal(name, URA_STR("META-INF/encryption.xml"));
}

static bool
is_package(struct ura_str name, const void *user)
{
    return ura_str_equal(name, ((const struct epub_package *)user)->name);
}

static bool
is_chapter(struct ura_str name, const void *user)
{
    const struct epub_package *package = user;

    return intern_find(&package->chapters, name) != INTERN_NONE;
}

static enum ura_status
refuse_missing(struct ura_str name, struct ura_error *error)
{
    return error_set(error, URA_BAD_INPUT, "is a zip archive but no book: %.*s is missing",
                     (int)(name.len < 100 ? name.len : 100), name.ptr);
}

/* Finds the package and what it holds. */
static enum ura_status
read_package(struct ura_units *units, struct ura_error *error)
{
    struct epub *epub = units->state;
    struct epub_package *package = &epub->package;
    struct ura_str name = URA_STR("META-INF/container.xml");
    enum ura_status status = archive_take(&epub->archive, is_container, NULL, error);

    if (status)
        return status;
    if (!archive_find(&epub->archive, name))
        return refuse_missing(name, error);
    status =
        epub_read_container(units->context, archive_find(&epub->archive, name), package, error);
    if (status)
        return archive_blame(name, status, error);
    status = archive_take(&epub->archive, is_package, package, error);
    if (status)
        return status;
    if (!archive_find(&epub->archive, package->name))
        return refuse_missing(package->name, error);
    status = epub_read_package(units->context, archive_find(&epub->archive, package->name),
                               package, error);
    return archive_blame(package->name, status, error);
}

/* Chapters that only a shop's reader opens. Fonts may be encrypted as they like. */
static enum ura_status
check_encryption(struct ura_units *units, struct ura_error *error)
{
    struct epub *epub = units->state;
    struct epub_package *package = &epub->package;
    enum ura_status status = epub_read_encryption(
        units->context, archive_find(&epub->archive, URA_STR("META-INF/encryption.xml")),
        package, error);

    for (size_t i = 0; !status && i < package->spine_count; i++) {
        struct ura_str name = package->spine[i].name;

        if (intern_find(&package->encrypted, name) != INTERN_NONE)
            return error_set(error, URA_BAD_INPUT,
                             "%.*s is encrypted; get the book without copy protection",
                             (int)(name.len < 100 ? name.len : 100), name.ptr);
    }
    return status;
}

static enum ura_status
open_epub(struct ura_units *units, struct ura_error *error)
{
    struct epub *epub = calloc(1, sizeof *epub);
    enum ura_status status;

    units->state = epub;
    if (!epub)
        return error_memory(error);
    status = archive_open(units, &epub->archive, error);
    if (!status)
        status = read_package(units, error);
    if (!status)
        status = check_encryption(units, error);
    if (!status)
        status = archive_take(&epub->archive, is_chapter, &epub->package, error);
    units->header.source_language = epub->package.language;
    units->header.layout = URA_LAYOUT_PLAIN;
    return status;
}

/* What is not in the line of reading is set aside. */
static void
set_aside(struct paragraphs *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind != URA_BLOCK_FURNITURE) {
            list->items[i].kind = URA_BLOCK_FURNITURE;
            list->items[i].furniture = URA_FURNITURE_FOOTNOTE;
        }
}

static enum ura_status
read_chapter(struct ura_units *units, struct ura_error *error)
{
    struct epub *epub = units->state;
    const struct epub_chapter *chapter = &epub->package.spine[epub->chapter++];
    const struct archive_part *part = archive_find(&epub->archive, chapter->name);
    enum ura_status status;

    if (!part) {
        losses_add(&units->losses, "chapters that are missing", 1);
        return URA_OK;
    }
    epub->read++;
    if (part->bytes.len > HTML_PAGE_MAX)
        return error_set(error, URA_TOO_LARGE, "%.*s is larger than %d bytes; no chapter is",
                         (int)(part->name.len < 100 ? part->name.len : 100), part->name.ptr,
                         HTML_PAGE_MAX);
    status = html_read(units, buf_str(&part->bytes), HTML_BOOK, &epub->paragraphs, NULL, error);
    if (!status && chapter->beside)
        set_aside(&epub->paragraphs);
    return archive_blame(part->name, status, error);
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct epub *epub = units->state;

    while (!paragraphs_take(&epub->paragraphs, out)) {
        enum ura_status status;

        if (epub->chapter == epub->package.spine_count)
            return epub->read ? URA_END
                              : error_set(error, URA_BAD_INPUT,
                                          "none of the chapters that it lists is there; get "
                                          "the whole file");
        status = read_chapter(units, error);
        if (status)
            return status;
    }
    return URA_OK;
}

static void
close_epub(struct ura_units *units)
{
    struct epub *epub = units->state;

    if (!epub)
        return;
    paragraphs_release(&epub->paragraphs);
    epub_release_package(&epub->package);
    archive_close(&epub->archive);
    free(epub);
}

const struct ura_format format_epub = {
    .name = "epub",
    .summary = "books (EPUB 2 and 3)",
    .holds = "chapters in reading order: paragraphs, headings, list items, table rows, notes",
    .loses = "it is only read; pictures, styles, tables of contents, covers",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_epub,
    .next = next,
    .close = close_epub,
};
