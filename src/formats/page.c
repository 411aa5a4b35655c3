/* page.c - HTML pages one file long: templates, style and script taken in, text escaped. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <ura/language.h>

enum {
    PATH_SIZE = 512,
    LARGEST_DATA_FILE = 1 << 20, /* bytes; every page carries them */
    THOUSANDS = 3,               /* digits of a group */
    COUNT_DIGITS = 20,           /* of 64 bits */
    LANGUAGE_SIZE = 64,          /* a BCP 47 tag and the end; RFC 5646, 4.4.1, asks for 35 */
};

static const char REPLACEMENT[] = "\xEF\xBF\xBD";  /* U+FFFD */
static const char NARROW_SPACE[] = "\xE2\x80\xAF"; /* U+202F */

static void
release_file(void *file)
{
    buf_release(file);
    free(file);
}

/* Loads the data file PATH into FILE. */
static enum ura_status
load(const char *path, struct ura_buf *file, struct ura_error *error)
{
    struct stat existing;
    enum ura_status status;

    if (stat(path, &existing))
        return error_set(error, URA_NOT_FOUND, "data file %s is missing", path);
    status = file_load(path, LARGEST_DATA_FILE, "data file", file, error);
    if (status)
        error_set_file(error, path);
    return status;
}

/* The data file NAME.SUFFIX of the pages, loaded once. */
static enum ura_status
find_file(struct ura_context *context, const char *name, const char *suffix,
          struct ura_str *out, struct ura_error *error)
{
    char path[PATH_SIZE];
    enum ura_status status;
    struct ura_buf *file;
    int len = snprintf(path, sizeof path, "%s/report/%s.%s", ura_context_data_folder(context),
                       name, suffix);

    if (len < 0 || (size_t)len >= sizeof path)
        return error_set(error, URA_BAD_ARGUMENT, "path of data file %s is too long", name);
    file = context_kept(context, path);
    if (!file) {
        file = calloc(1, sizeof *file);
        if (!file)
            return error_memory(error);
        status = load(path, file, error);
        if (status) {
            release_file(file);
            return status;
        }
        status = context_keep(context, path, file, release_file, error);
        if (status)
            return status;
    }
    *out = buf_str(file);
    return URA_OK;
}

enum ura_status
page_open(struct ura_context *context, const char *name, struct page *out,
          struct ura_error *error)
{
    *out = (struct page){.context = context, .name = name};
    if (!context)
        return error_set(error, URA_BAD_ARGUMENT,
                         "pages are made from data files; give the context that knows them");
    return find_file(context, "frame", "html", &out->rest, error);
}

static enum ura_status
refuse(const char *file, const char *what, struct ura_error *error)
{
    return error_set(error, URA_SYNTAX, "data file report/%s %s", file, what);
}

enum ura_status
page_refuse(const struct page *page, struct ura_str slot, struct ura_error *error)
{
    return error_set(error, URA_SYNTAX,
                     "data file report/%s.html has a slot {{%.*s}} that nothing fills",
                     page->name, (int)slot.len, slot.ptr);
}

enum ura_status
page_lacks(const struct page *page, const char *slot, struct ura_error *error)
{
    return error_set(error, URA_SYNTAX, "data file report/%s.html has no slot {{%s}}",
                     page->name, slot);
}

/* Where NEEDLE begins in TEXT; its length if it does not. */
static size_t
find(struct ura_str text, const char *needle)
{
    size_t len = strlen(needle);

    for (size_t i = 0; i + len <= text.len; i++)
        if (memcmp(text.ptr + i, needle, len) == 0)
            return i;
    return text.len;
}

/* The page's style or script: what stands between the tags, and so what its digest is of. */
static enum ura_status
find_part(const struct page *page, bool script, struct ura_str *out, struct ura_error *error)
{
    enum ura_status status =
        find_file(page->context, "report", script ? "js" : "css", out, error);

    if (!status && find(*out, script ? "</script" : "</style") < out->len)
        return script ? refuse("report.js", "must not hold </script", error)
                      : refuse("report.css", "must not hold </style", error);
    return status;
}

static void
append_digest(struct ura_buf *buf, struct ura_str part)
{
    uint8_t digest[SHA256_SIZE];

    sha256(part, digest);
    buf_append_text(buf, "'sha256-");
    buf_append_base64(buf, digest, sizeof digest);
    buf_append_text(buf, "'");
}

/* What a browser may do with the page: apply this style, run this script, fetch nothing. */
static enum ura_status
append_policy(const struct page *page, struct ura_buf *buf, struct ura_error *error)
{
    struct ura_str style, script;
    enum ura_status status = find_part(page, false, &style, error);

    if (!status)
        status = find_part(page, true, &script, error);
    if (status)
        return status;
    buf_append_text(buf, "default-src 'none'; style-src ");
    append_digest(buf, style);
    buf_append_text(buf, "; script-src ");
    append_digest(buf, script);
    buf_append_text(buf, "; img-src data:; base-uri 'none'; form-action 'none'");
    return URA_OK;
}

/* Fills SLOT if it is one of the frame's; *FILLED says whether it was. */
static enum ura_status
fill(struct page *page, struct ura_buf *buf, struct ura_str slot, bool *filled,
     struct ura_error *error)
{
    enum ura_status status = URA_OK;
    struct ura_str part = {0};

    *filled = true;
    if (ura_str_equal(slot, URA_STR("body"))) {
        if (page->frame.ptr)
            return refuse("frame.html", "must hold {{body}} once", error);
        page->frame = page->rest;
        return find_file(page->context, page->name, "html", &page->rest, error);
    }
    if (ura_str_equal(slot, URA_STR("style")) || ura_str_equal(slot, URA_STR("script")))
        status = find_part(page, slot.len == strlen("script"), &part, error);
    else if (ura_str_equal(slot, URA_STR("version")))
        part = ura_str_from(ura_version());
    else if (ura_str_equal(slot, URA_STR("policy")))
        return buf ? append_policy(page, buf, error) : URA_OK;
    else
        *filled = false;
    if (!status && buf)
        buf_append_str(buf, part);
    return status;
}

enum ura_status
page_next(struct page *page, struct ura_buf *buf, struct ura_str *slot, struct ura_error *error)
{
    enum ura_status status;
    bool filled = true;

    while (filled) {
        size_t open = find(page->rest, "{{"), close;

        if (buf)
            buf_append(buf, page->rest.ptr, open);
        page->rest = ura_str_slice(page->rest, open, page->rest.len);
        if (!page->rest.len) {
            if (!page->frame.len)
                return URA_END;
            page->rest = page->frame;
            page->frame.len = 0;
            continue;
        }
        close = find(page->rest, "}}");
        if (close == page->rest.len)
            return error_set(error, URA_SYNTAX, "data file report/%s.html has {{ without }}",
                             page->frame.ptr ? page->name : "frame");
        *slot = ura_str_slice(page->rest, strlen("{{"), close);
        page->rest = ura_str_slice(page->rest, close + strlen("}}"), page->rest.len);
        status = fill(page, buf, *slot, &filled, error);
        if (status)
            return status;
    }
    return URA_OK;
}

/* What stands for BYTE in a page, NULL where it stands for itself. */
static const char *
reference(unsigned char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
        return NULL;
    default:
        return byte < ' ' || byte == 0x7F ? REPLACEMENT : NULL;
    }
}

void
page_append_text(struct ura_buf *buf, struct ura_str text)
{
    size_t kept = 0, len;

    for (size_t i = 0; i < text.len; i += len ? len : 1) {
        const unsigned char *at = (const unsigned char *)text.ptr + i;
        const char *instead;

        len = utf8_sequence(at, text.len - i);
        instead = len ? reference(*at) : REPLACEMENT;
        if (!instead)
            continue;
        buf_append(buf, text.ptr + kept, i - kept);
        buf_append_text(buf, instead);
        kept = i + 1;
    }
    buf_append_str(buf, ura_str_slice(text, kept, text.len));
}

void
page_append_attribute(struct ura_buf *buf, const char *name, struct ura_str text)
{
    buf_append_byte(buf, ' ');
    buf_append_text(buf, name);
    buf_append_text(buf, "=\"");
    page_append_text(buf, text);
    buf_append_byte(buf, '"');
}

void
page_append_count(struct ura_buf *buf, unsigned long long value)
{
    char digits[COUNT_DIGITS];
    size_t len = number_write_unsigned(value, digits);

    for (size_t i = 0; i < len; i++) {
        if (i && (len - i) % THOUSANDS == 0)
            buf_append_text(buf, NARROW_SPACE);
        buf_append_byte(buf, digits[i]);
    }
}

/* Whether LANGUAGE, which a file may spell in any way, is written from right to left. */
static bool
is_right_to_left(struct ura_str language)
{
    char code[LANGUAGE_SIZE];

    if (language.len >= sizeof code)
        return false;
    memcpy(code, language.ptr, language.len);
    code[language.len] = '\0';
    return ura_language_is_right_to_left(code);
}

void
page_append_language(struct ura_buf *buf, struct ura_str language)
{
    if (!language.len || ura_str_equal(language, URA_STR("und"))) {
        page_append_attribute(buf, "lang", URA_STR(""));
        page_append_attribute(buf, "dir", URA_STR("auto"));
        return;
    }
    page_append_attribute(buf, "lang", language);
    if (is_right_to_left(language))
        page_append_attribute(buf, "dir", URA_STR("rtl"));
}
