/* html_clean.c - a page made ready for the parser: what is no text goes, depth is bounded. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_page.h"
#include "formats/xml.h"

#include <strings.h>

/* A walk over the tags of a page. */
struct cleaning {
    struct ura_str text;
    size_t at;
    bool is_xml;
    struct html_page *page;
    struct ura_str open[HTML_DEPTH_MAX]; /* names of elements that are open */
    size_t depth;
    size_t beyond; /* open elements that were left out */
};

/* A tag: "<div class=a>", "</div>". */
struct tag {
    struct ura_str name;
    size_t end; /* behind its > */
    bool closing, self_closing;
};

static bool
named(struct ura_str name, const char *const *list)
{
    for (; *list; list++)
        if (strlen(*list) == name.len && strncasecmp(*list, name.ptr, name.len) == 0)
            return true;
    return false;
}

/* Elements whose content is no text, or is not HTML. */
static const char *const no_text[] = {"script",   "style",    "noscript", "iframe", "noembed",
                                      "noframes", "template", "svg",      "math",   "canvas",
                                      "object",   "audio",    "video",    NULL};
static const char *const drawings[] = {"svg", "math", "canvas", NULL};
/* Elements whose content is text in which there are no tags. */
static const char *const raw_text[] = {"title", "textarea", "xmp", "plaintext", NULL};
static const char *const empty[] = {
    "area",  "base",   "br",       "col",     "embed",   "hr",    "img",
    "input", "link",   "meta",     "param",   "source",  "track", "wbr",
    "frame", "keygen", "basefont", "bgsound", "command", "image", NULL};
/* The parser ends these by itself where the next one begins, so that they do not pile up. */
static const char *const ends_itself[] = {
    "p",     "li",    "dt", "dd", "option", "optgroup", "tr",   "td",       "th", "tbody",
    "thead", "tfoot", "rt", "rp", "html",   "head",     "body", "colgroup", NULL};

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Copies [FROM, TO), or of what is left out only the line ends, so that lines keep their
 * numbers. */
static void
copy(struct cleaning *cleaning, size_t from, size_t to, bool kept)
{
    struct ura_buf *out = &cleaning->page->text;

    if (kept) {
        buf_append(out, cleaning->text.ptr + from, to - from);
        return;
    }
    for (size_t i = from; i < to; i++)
        if (cleaning->text.ptr[i] == '\n')
            buf_append_byte(out, '\n');
}

/* Behind CLOSE, or at the end of the text. */
static size_t
behind(const struct cleaning *cleaning, size_t from, const char *close)
{
    struct ura_str rest = ura_str_slice(cleaning->text, from, cleaning->text.len);
    const char *found = rest.len ? memmem(rest.ptr, rest.len, close, strlen(close)) : NULL;

    return found ? (size_t)(found - cleaning->text.ptr) + strlen(close) : cleaning->text.len;
}

/* The tag at AT, where a < stands; false if it is none. */
static bool
find_tag(struct ura_str text, size_t at, struct tag *out)
{
    char quote = '\0';
    size_t i = at + 1;

    *out = (struct tag){.closing = i < text.len && text.ptr[i] == '/'};
    i += out->closing;
    if (i >= text.len || !is_letter(text.ptr[i]))
        return false;
    out->name.ptr = text.ptr + i;
    while (i < text.len && !strchr(" \t\r\n\f/>", text.ptr[i]))
        i++;
    out->name.len = (size_t)(text.ptr + i - out->name.ptr);
    for (; i < text.len; i++) {
        char c = text.ptr[i];

        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '>')
            break;
        else if ((c == '"' || c == '\'') && text.ptr[i - 1] == '=')
            quote = c;
    }
    out->self_closing = i < text.len && text.ptr[i - 1] == '/';
    out->end = i < text.len ? i + 1 : i;
    return true;
}

/* Whether the end tag of NAME stands at AT. */
static bool
ends_here(struct ura_str text, size_t at, struct ura_str name)
{
    return at + 2 + name.len <= text.len && text.ptr[at + 1] == '/' &&
           strncasecmp(text.ptr + at + 2, name.ptr, name.len) == 0 &&
           (at + 2 + name.len == text.len || !is_letter(text.ptr[at + 2 + name.len]));
}

/* Where the end tag of NAME stands, at or behind FROM; NESTED elements may hold their like. */
static size_t
find_end(const struct cleaning *cleaning, struct ura_str name, size_t from, bool nested)
{
    struct ura_str text = cleaning->text;
    size_t depth = 1, at = from;

    while (at < text.len) {
        const char *next = memchr(text.ptr + at, '<', text.len - at);
        struct tag tag;

        if (!next)
            return text.len;
        at = (size_t)(next - text.ptr);
        if (ends_here(text, at, name) && --depth == 0)
            return at;
        if (!nested || !find_tag(text, at, &tag)) {
            at++;
            continue;
        }
        if (!tag.closing && !tag.self_closing && tag.name.len == name.len &&
            strncasecmp(tag.name.ptr, name.ptr, name.len) == 0)
            depth++;
        at = tag.end;
    }
    return text.len;
}

/* Comments, types and instructions; whether there was one. */
static bool
take_declaration(struct cleaning *cleaning)
{
    struct ura_str rest = ura_str_slice(cleaning->text, cleaning->at, cleaning->text.len);
    size_t end;

    if (rest.len < 2 || (rest.ptr[1] != '!' && rest.ptr[1] != '?'))
        return false;
    if (rest.len >= 4 && memcmp(rest.ptr, "<!--", 4) == 0) {
        end = behind(cleaning, cleaning->at + 2, "-->");
    } else if (cleaning->is_xml && rest.len >= 9 && memcmp(rest.ptr, "<![CDATA[", 9) == 0) {
        size_t close = behind(cleaning, cleaning->at, "]]>");
        bool ended = close < cleaning->text.len || behind(cleaning, close - 3, "]]>") == close;

        buf_append_xml(&cleaning->page->text, ura_str_slice(cleaning->text, cleaning->at + 9,
                                                            close - (ended ? 3 : 0)));
        cleaning->at = close;
        return true;
    } else {
        end = behind(cleaning, cleaning->at, ">");
    }
    copy(cleaning, cleaning->at, end, false);
    cleaning->at = end;
    return true;
}

/* An end tag: what it closes is no longer open. */
static void
take_end_tag(struct cleaning *cleaning, const struct tag *tag)
{
    size_t at = cleaning->depth;
    bool counts = !named(tag->name, ends_itself) && !named(tag->name, empty);

    if (counts && cleaning->beyond) {
        cleaning->beyond--;
        copy(cleaning, cleaning->at, tag->end, false);
    } else {
        while (counts && at && !ura_str_equal(cleaning->open[at - 1], tag->name))
            at--;
        if (counts && at)
            cleaning->depth = at - 1;
        copy(cleaning, cleaning->at, tag->end, true);
    }
    cleaning->at = tag->end;
}

/* An element whose content is passed over or copied as it is; whether it was one. */
static bool
take_whole(struct cleaning *cleaning, const struct tag *tag)
{
    bool dropped = named(tag->name, no_text);
    bool drawing = dropped && named(tag->name, drawings);
    size_t end;

    if (!dropped && !named(tag->name, raw_text))
        return false;
    if (tag->self_closing && (cleaning->is_xml || drawing)) {
        end = tag->end;
    } else {
        end = find_end(cleaning, tag->name, tag->end, drawing);
        if (end < cleaning->text.len)
            end = behind(cleaning, end, ">");
    }
    cleaning->page->formulas += drawing;
    copy(cleaning, cleaning->at, end, !dropped && end > tag->end);
    cleaning->at = end;
    return true;
}

static void
take_start_tag(struct cleaning *cleaning, const struct tag *tag)
{
    bool ends = named(tag->name, empty) || (cleaning->is_xml && tag->self_closing);
    struct ura_buf *out = &cleaning->page->text;

    if (take_whole(cleaning, tag))
        return;
    if (!ends && !named(tag->name, ends_itself)) {
        if (cleaning->depth == HTML_DEPTH_MAX) {
            cleaning->beyond++;
            cleaning->page->flattened++;
            copy(cleaning, cleaning->at, tag->end, false);
            cleaning->at = tag->end;
            return;
        }
        cleaning->open[cleaning->depth++] = tag->name;
    }
    copy(cleaning, cleaning->at, tag->end, true);
    if (cleaning->is_xml && tag->self_closing && !named(tag->name, empty)) {
        buf_append_text(out, "</");
        buf_append_str(out, tag->name);
        buf_append_byte(out, '>');
    }
    cleaning->at = tag->end;
}

void
html_clean(struct ura_str text, bool is_xml, struct html_page *out)
{
    struct cleaning cleaning = {.text = text, .is_xml = is_xml, .page = out};

    while (cleaning.at < text.len) {
        const char *next = memchr(text.ptr + cleaning.at, '<', text.len - cleaning.at);
        size_t at = next ? (size_t)(next - text.ptr) : text.len;
        struct tag tag;

        copy(&cleaning, cleaning.at, at, true);
        cleaning.at = at;
        if (at == text.len || take_declaration(&cleaning))
            continue;
        if (!find_tag(text, at, &tag)) {
            copy(&cleaning, at, at + 1, true);
            cleaning.at++;
        } else if (tag.closing) {
            take_end_tag(&cleaning, &tag);
        } else {
            take_start_tag(&cleaning, &tag);
        }
    }
}
