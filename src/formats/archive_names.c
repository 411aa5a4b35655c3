/* archive_names.c - names inside of archives: links between parts, and what they tell. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/archive.h"

#include <strings.h>

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* NAME with %-escapes decoded, up to a # or ?. */
static void
append_unescaped(struct ura_buf *buf, struct ura_str name)
{
    for (size_t i = 0; i < name.len && name.ptr[i] != '#' && name.ptr[i] != '?'; i++) {
        int high = i + 2 < name.len ? hex_digit(name.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(name.ptr[i + 2]) : -1;

        if (name.ptr[i] == '%' && low >= 0 && (high || low)) {
            buf_append_byte(buf, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_append_byte(buf, name.ptr[i]);
        }
    }
}

/* Takes "." and ".." out of PATH; what would lead out of the archive stays at its root. */
static size_t
flatten(char *path, size_t len)
{
    size_t out = 0, at = 0;

    while (at < len) {
        const char *slash = memchr(path + at, '/', len - at);
        size_t end = slash ? (size_t)(slash - path) : len, step = end - at;

        if (step == 2 && memcmp(path + at, "..", 2) == 0) {
            while (out && path[--out] != '/')
                ;
        } else if (step && !(step == 1 && path[at] == '.')) {
            if (out)
                path[out++] = '/';
            memmove(path + out, path + at, step);
            out += step;
        }
        at = end + 1;
    }
    return out;
}

struct ura_str
archive_resolve(struct ura_str base, struct ura_str name, bool escaped, struct ura_arena *arena)
{
    struct ura_buf path = {0};
    struct ura_str resolved = {NULL, 0};

    if (!name.len || name.ptr[0] != '/') {
        while (base.len && base.ptr[base.len - 1] != '/')
            base.len--;
        buf_append_str(&path, base);
    }
    if (escaped)
        append_unescaped(&path, name);
    else
        buf_append_str(&path, name);
    if (!path.failed && path.len)
        path.len = flatten(path.ptr, path.len);
    if (!path.failed)
        resolved = arena_copy(arena, path.len ? buf_str(&path) : URA_STR(""));
    buf_release(&path);
    return resolved;
}

enum {
    LOCAL_HEAD = 30, /* bytes of a member's head before its name (APPNOTE 4.3.7) */
    NAME_LEN_AT = 26,
    EXTRA_LEN_AT = 28,
    METHOD_AT = 8,
};

static size_t
two_bytes(const char *at)
{
    return (unsigned char)at[0] | (size_t)(unsigned char)at[1] << 8;
}

/* A member that begins in the bytes that were looked at. */
struct member {
    struct ura_str name;
    struct ura_str stored; /* its bytes as far as they are there, if they are not packed */
};

/*
 * The next member of REST. Members are found by their marks: sizes need not stand before the
 * bytes. Packed bytes that look like a mark would have to be followed by a name as well.
 */
static bool
take_member(struct ura_str *rest, struct member *out)
{
    const char *at;
    size_t left, name_len, data;

    do {
        at = rest->len ? memmem(rest->ptr, rest->len, "PK\3\4", 4) : NULL;
        left = at ? (size_t)(rest->ptr + rest->len - at) : 0;
        if (left < LOCAL_HEAD)
            return false;
        *rest = (struct ura_str){at + 4, left - 4};
        name_len = two_bytes(at + NAME_LEN_AT);
    } while (!name_len || name_len > left - LOCAL_HEAD);
    data = LOCAL_HEAD + name_len + two_bytes(at + EXTRA_LEN_AT);
    out->name = (struct ura_str){at + LOCAL_HEAD, name_len};
    out->stored = (struct ura_str){at, 0};
    if (two_bytes(at + METHOD_AT) == 0 && data < left)
        out->stored = (struct ura_str){at + data, left - data};
    return true;
}

static bool
starts(struct ura_str text, const char *with)
{
    size_t len = strlen(with);

    return text.len >= len && memcmp(text.ptr, with, len) == 0;
}

/* What the member "mimetype" says, which ODF and EPUB have as their first. */
static enum zip_kind
kind_of_type(struct ura_str type)
{
    if (starts(type, "application/epub+zip"))
        return ZIP_EPUB;
    if (starts(type, "application/vnd.oasis.opendocument.text"))
        return ZIP_ODT;
    if (starts(type, "application/vnd.oasis.") || starts(type, "application/vnd.sun.xml"))
        return ZIP_OTHER_OPEN_DOCUMENT;
    return ZIP_PLAIN;
}

static enum zip_kind
kind_of_member(const struct member *member)
{
    static const struct {
        const char *name;
        enum zip_kind kind;
    } known[] = {
        {"META-INF/container.xml", ZIP_EPUB},
        {"META-INF/MANIFEST.MF", ZIP_JAR},
        {"word/", ZIP_DOCX},
        {"xl/", ZIP_XLSX},
        {"ppt/", ZIP_PPTX},
        {"content.xml", ZIP_ODT},
        {"[Content_Types].xml", ZIP_OFFICE},
        {"_rels/.rels", ZIP_OFFICE},
    };

    if (ura_str_equal(member->name, URA_STR("mimetype")))
        return kind_of_type(member->stored);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (starts(member->name, known[i].name))
            return known[i].kind;
    return ZIP_PLAIN;
}

static bool
ends_with(const char *name, const char *suffix)
{
    size_t len = name ? strlen(name) : 0, suffix_len = strlen(suffix);

    return len >= suffix_len && strcasecmp(name + len - suffix_len, suffix) == 0;
}

enum zip_kind
zip_look(struct ura_str head, const char *name)
{
    enum zip_kind kind = ZIP_PLAIN;
    struct member member;

    if (!starts(head, "PK\3\4") && !starts(head, "PK\5\6") && !starts(head, "PK\7\x8"))
        return ZIP_NONE;
    while (take_member(&head, &member)) {
        enum zip_kind found = kind_of_member(&member);

        if (found > ZIP_OFFICE)
            return found;
        if (found == ZIP_OFFICE)
            kind = found;
    }
    if (kind != ZIP_PLAIN)
        return kind;
    if (ends_with(name, ".docx"))
        return ZIP_DOCX;
    if (ends_with(name, ".odt"))
        return ZIP_ODT;
    return ends_with(name, ".epub") ? ZIP_EPUB : ZIP_PLAIN;
}
