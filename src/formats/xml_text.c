/* xml_text.c - XML that is looked at before it is read, and XML that is written. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xml.h"

/* HEAD without the zeros that UTF-16 puts beside ASCII; at most SIZE bytes. */
static size_t
narrow(struct ura_str head, char *out, size_t size)
{
    size_t len = 0;

    for (size_t i = 0; i < head.len && len < size; i++)
        if (head.ptr[i])
            out[len++] = head.ptr[i];
    return len;
}

/* Where OPEN at AT ends, behind CLOSE; LEN if it does not. */
static size_t
skip_to(const char *text, size_t len, size_t at, const char *close)
{
    const char *end = memmem(text + at, len - at, close, strlen(close));

    return end ? (size_t)(end - text) + strlen(close) : len;
}

/* Behind a document type, which may hold declarations in brackets. */
static size_t
skip_doctype(const char *text, size_t len, size_t at)
{
    size_t bracket = skip_to(text, len, at, "["), end = skip_to(text, len, at, ">");

    if (bracket < end)
        return skip_to(text, len, skip_to(text, len, bracket, "]"), ">");
    return end;
}

static bool
begins(const char *text, size_t len, const char *with)
{
    size_t with_len = strlen(with);

    return len >= with_len && memcmp(text, with, with_len) == 0;
}

/* Where the first tag begins; LEN if there is none. */
static size_t
first_tag(const char *text, size_t len)
{
    size_t at = 0;

    if (begins(text, len, "\xef\xbb\xbf"))
        at = 3;
    else if (begins(text, len, "\xff\xfe") || begins(text, len, "\xfe\xff"))
        at = 2;
    while (at < len) {
        if (strchr(" \t\r\n", text[at]))
            at++;
        else if (begins(text + at, len - at, "<?"))
            at = skip_to(text, len, at, "?>");
        else if (begins(text + at, len - at, "<!--"))
            at = skip_to(text, len, at, "-->");
        else if (begins(text + at, len - at, "<!"))
            at = skip_doctype(text, len, at);
        else
            return text[at] == '<' ? at : len;
    }
    return len;
}

bool
xml_find_root(struct ura_str head, struct xml_root *out)
{
    enum { LOOKED_AT = 16 << 10 }; /* bytes: heads of comments and document types are shorter */
    char text[LOOKED_AT];
    size_t len = narrow(head, text, sizeof text), at = first_tag(text, len), end, name;

    *out = (struct xml_root){0};
    if (at == len)
        return false;
    end = skip_to(text, len, at, ">");
    name = at + 1;
    while (name < end && !strchr(" \t\r\n/>", text[name]))
        name++;
    for (size_t i = at + 1; i < name; i++)
        if (text[i] == ':')
            at = i;
    if (name - at - 1 >= sizeof out->name || name == at + 1)
        return false;
    memcpy(out->name, text + at + 1, name - at - 1);
    len = end - at < sizeof out->tag ? end - at : sizeof out->tag - 1;
    memcpy(out->tag, text + at, len);
    return true;
}

/* The bytes of the character at AT that XML has no room for; 0 if it has. */
static size_t
forbidden(struct ura_str text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];

    if (c < 0x20)
        return c != '\t' && c != '\n' && c != '\r';
    /* U+FFFE and U+FFFF. */
    if (c == 0xef && at + 2 < text.len && (unsigned char)text.ptr[at + 1] == 0xbf &&
        (unsigned char)text.ptr[at + 2] >= 0xbe)
        return 3;
    return 0;
}

static size_t
append_escaped(struct ura_buf *buf, struct ura_str text, bool attribute)
{
    size_t left_out = 0, from = 0, at = 0;

    while (at < text.len) {
        const char *escape = NULL;
        size_t skipped = forbidden(text, at);

        switch (text.ptr[at]) {
        case '&':
            escape = "&amp;";
            break;
        case '<':
            escape = "&lt;";
            break;
        case '>':
            escape = "&gt;";
            break;
        case '"':
            escape = attribute ? "&quot;" : NULL;
            break;
        case '\r':
            escape = "&#13;";
            break;
        case '\n':
        case '\t':
            escape = attribute ? (text.ptr[at] == '\n' ? "&#10;" : "&#9;") : NULL;
            break;
        default:
            break;
        }
        if (!escape && !skipped) {
            at++;
            continue;
        }
        buf_append(buf, text.ptr + from, at - from);
        if (escape)
            buf_append_text(buf, escape);
        left_out += skipped > 0;
        at += skipped ? skipped : 1;
        from = at;
    }
    buf_append_str(buf, ura_str_slice(text, from, at));
    return left_out;
}

size_t
buf_append_xml(struct ura_buf *buf, struct ura_str text)
{
    return append_escaped(buf, text, false);
}

size_t
buf_append_xml_attribute(struct ura_buf *buf, const char *name, struct ura_str value)
{
    size_t left_out;

    buf_append_byte(buf, ' ');
    buf_append_text(buf, name);
    buf_append_text(buf, "=\"");
    left_out = append_escaped(buf, value, true);
    buf_append_byte(buf, '"');
    return left_out;
}
