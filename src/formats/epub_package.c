/* epub_package.c - container, package and encryption list of a book. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/epub.h"

#include <stdlib.h>

/* An item of the manifest. */
struct item {
    struct ura_str name;
    bool picture; /* not text, whatever the spine says */
};

struct manifest {
    struct ura_intern ids;
    struct item *items; /* by number of the id */
    size_t capacity;
};

/* Called at every element that begins. */
typedef enum ura_status take_element(struct xml *xml, void *user, struct ura_error *error);

static enum ura_status
each_element(struct ura_context *context, const struct archive_part *part, take_element *take,
             void *user, struct ura_error *error)
{
    struct ura_input *input;
    struct xml xml;
    enum ura_status status =
        ura_input_open_bytes(part->bytes.ptr, part->bytes.len, part->name.ptr, &input, error);

    if (status)
        return status;
    status = xml_open(context, input, NULL, &xml, error);
    while (!status && !(status = xml_next(&xml, error)))
        if (xml.event == XML_START)
            status = take(&xml, user, error);
    xml_close(&xml);
    ura_input_free(input);
    return status == URA_END ? URA_OK : status;
}

static enum ura_status
take_root_file(struct xml *xml, void *user, struct ura_error *error)
{
    struct epub_package *package = user;
    struct ura_str path;

    (void)error;
    if (!xml_is(xml, XML_START, "rootfile") || package->name.len)
        return URA_OK;
    path = xml_attribute(xml, "full-path", &package->arena);
    if (path.len)
        package->name = archive_resolve(URA_STR(""), path, false, &package->arena);
    return URA_OK;
}

enum ura_status
epub_read_container(struct ura_context *context, const struct archive_part *part,
                    struct epub_package *out, struct ura_error *error)
{
    enum ura_status status = each_element(context, part, take_root_file, out, error);

    if (!status && !out->name.len)
        return error_set(error, URA_BAD_INPUT,
                         "it names no package: a rootfile with a full-path is wanted");
    return status;
}

/* What is made while a package is read. */
struct reading {
    struct epub_package *package;
    struct manifest manifest;
    struct ura_str base; /* the package's own name */
};

static bool
starts(struct ura_str text, const char *with)
{
    size_t len = strlen(with);

    return text.len >= len && memcmp(text.ptr, with, len) == 0;
}

static enum ura_status
add_item(struct xml *xml, struct reading *reading, struct ura_error *error)
{
    struct ura_arena *arena = &reading->package->arena;
    struct ura_str id = xml_attribute(xml, "id", arena);
    struct ura_str href = xml_attribute(xml, "href", arena);
    struct ura_str type = xml_attribute(xml, "media-type", arena);
    struct manifest *manifest = &reading->manifest;
    struct item *grown;
    uint32_t index;

    if (!id.len || !href.len)
        return URA_OK;
    index = intern_take(&manifest->ids, id);
    if (index == INTERN_NONE)
        return error_memory(error);
    grown = array_grow(manifest->items, &manifest->capacity, (size_t)index + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    manifest->items = grown;
    grown[index].name = archive_resolve(reading->base, href, true, arena);
    grown[index].picture = starts(type, "image/") || starts(type, "audio/") ||
                           starts(type, "video/") || starts(type, "font/");
    return grown[index].name.ptr ? URA_OK : error_memory(error);
}

static enum ura_status
add_chapter(struct xml *xml, struct reading *reading, struct ura_error *error)
{
    struct epub_package *package = reading->package;
    struct ura_str id = xml_attribute(xml, "idref", &package->arena);
    struct ura_str linear = xml_attribute(xml, "linear", &package->arena);
    uint32_t index = intern_find(&reading->manifest.ids, id.ptr ? id : URA_STR(""));
    struct epub_chapter *grown;
    struct ura_str name;

    if (index == INTERN_NONE || reading->manifest.items[index].picture)
        return URA_OK;
    name = reading->manifest.items[index].name;
    grown = array_grow(package->spine, &package->spine_capacity, package->spine_count + 1,
                       sizeof *grown);
    if (!grown || intern_take(&package->chapters, name) == INTERN_NONE)
        return error_memory(error);
    package->spine = grown;
    grown[package->spine_count++] =
        (struct epub_chapter){name, ura_str_equal(linear, URA_STR("no"))};
    return URA_OK;
}

static enum ura_status
take_language(struct xml *xml, struct epub_package *package, struct ura_error *error)
{
    struct ura_buf text = {0};
    enum ura_status status = xml_take_text(xml, &text, error);
    struct ura_str language = buf_str(&text);

    while (language.len && strchr(" \t\r\n", language.ptr[0]))
        language = ura_str_slice(language, 1, language.len);
    while (language.len && strchr(" \t\r\n", language.ptr[language.len - 1]))
        language.len--;
    if (!status && language.len && !package->language.len)
        package->language = arena_copy(&package->arena, language);
    buf_release(&text);
    return status;
}

static enum ura_status
take_package_element(struct xml *xml, void *user, struct ura_error *error)
{
    struct reading *reading = user;

    if (xml_is(xml, XML_START, "item"))
        return add_item(xml, reading, error);
    if (xml_is(xml, XML_START, "itemref"))
        return add_chapter(xml, reading, error);
    if (xml_is(xml, XML_START, "language"))
        return take_language(xml, reading->package, error);
    return URA_OK;
}

enum ura_status
epub_read_package(struct ura_context *context, const struct archive_part *part,
                  struct epub_package *out, struct ura_error *error)
{
    struct reading reading = {.package = out, .base = out->name};
    enum ura_status status = each_element(context, part, take_package_element, &reading, error);

    free(reading.manifest.items);
    intern_release(&reading.manifest.ids);
    if (!status && !out->spine_count)
        return error_set(error, URA_BAD_INPUT,
                         "it lists no chapters: a spine with itemrefs is wanted");
    return status;
}

static enum ura_status
take_cipher(struct xml *xml, void *user, struct ura_error *error)
{
    struct epub_package *package = user;
    struct ura_str address;

    if (!xml_is(xml, XML_START, "CipherReference"))
        return URA_OK;
    address = xml_attribute(xml, "URI", &package->arena);
    if (!address.len)
        return URA_OK;
    address = archive_resolve(URA_STR(""), address, true, &package->arena);
    return !address.ptr || intern_take(&package->encrypted, address) == INTERN_NONE
               ? error_memory(error)
               : URA_OK;
}

enum ura_status
epub_read_encryption(struct ura_context *context, const struct archive_part *part,
                     struct epub_package *out, struct ura_error *error)
{
    return part ? each_element(context, part, take_cipher, out, error) : URA_OK;
}

void
epub_release_package(struct epub_package *package)
{
    free(package->spine);
    intern_release(&package->chapters);
    intern_release(&package->encrypted);
    arena_release(&package->arena);
    *package = (struct epub_package){.spine = NULL};
}
