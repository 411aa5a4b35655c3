/* address.c - e-mail and web addresses in running text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "segment/address.h"

#include "base/ascii.h"

static bool
is_alnum(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c);
}

/* The characters of RFC 3986 without those that text puts around addresses. */
static bool
is_address_char(char c)
{
    return is_alnum(c) || (c && strchr("@:/?#&=%+-_~.,!$*;", c) != NULL);
}

/* Where the domain that begins at AT ends; *DOTS counts its full stops. At least one letter. */
static size_t
scan_domain(struct ura_str text, size_t at, size_t end, size_t *dots)
{
    size_t start = at;

    *dots = 0;
    while (at < end) {
        char c = text.ptr[at];

        if (c == '.' && at > start && at + 1 < end && is_alnum(text.ptr[at - 1]) &&
            is_alnum(text.ptr[at + 1]))
            ++*dots;
        else if (!is_alnum(c) && !(c == '-' && at > start))
            break;
        at++;
    }
    return at;
}

/*
 * Whether the last label of the domain [START, END) can be a top one: two small letters are a
 * country (ISO 3166-1), longer ones are those in use by institutions and media.
 */
static bool
has_known_top(struct ura_str text, size_t start, size_t end)
{
    static const char *const TOPS[] = {"com", "org",  "net", "edu",  "gov",    "int",
                                       "mil", "info", "biz", "news", "online", "example"};
    size_t label = end, owner;

    while (label > start && text.ptr[label - 1] != '.')
        label--;
    if (label <= start + 1)
        return false;
    owner = label - 1;
    while (owner > start && text.ptr[owner - 1] != '.')
        owner--;
    /* "p.sh", "e.g": a name of one or two letters is an abbreviation. */
    if (label - 1 - owner < 3)
        return false;
    if (end - label == 2)
        return ascii_is_lower(text.ptr[label]) && ascii_is_lower(text.ptr[label + 1]);
    for (size_t i = 0; i < sizeof TOPS / sizeof *TOPS; i++)
        if (ura_str_equal(ura_str_slice(text, label, end), ura_str_from(TOPS[i])))
            return true;
    return false;
}

/* The end of path, port and query behind a domain that ends at AT, without closing marks. */
static size_t
scan_rest(struct ura_str text, size_t at, size_t end)
{
    size_t stop = at;

    if (at < end && text.ptr[at] != '/' && text.ptr[at] != ':' && text.ptr[at] != '?')
        return at;
    while (stop < end && is_address_char(text.ptr[stop]))
        stop++;
    while (stop > at && !is_alnum(text.ptr[stop - 1]) && text.ptr[stop - 1] != '/')
        stop--;
    return stop;
}

static bool
starts_with(struct ura_str text, size_t at, size_t end, const char *what)
{
    size_t len = strlen(what);

    return end - at >= len && memcmp(text.ptr + at, what, len) == 0;
}

/* "https://", "ftp://" at AT: its length, or 0. */
static size_t
scheme_len(struct ura_str text, size_t at, size_t end)
{
    size_t stop = at;

    while (stop < end && ascii_is_letter(text.ptr[stop]))
        stop++;
    return stop > at && starts_with(text, stop, end, "://") ? stop + 3 - at : 0;
}

static bool
is_name_char(char c)
{
    return is_alnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

/* What stands at AT if NAME, the end of the mailbox's name, is followed by an @. */
static size_t
mail_end(struct ura_str text, size_t at, size_t name, size_t end)
{
    size_t stop = name + 1, dots;

    if (name > at) {
        stop = scan_domain(text, stop, end, &dots);
        return dots ? stop : at;
    }
    while (stop < end && (is_alnum(text.ptr[stop]) || text.ptr[stop] == '_'))
        stop++;
    return stop > at + 2 ? stop : at;
}

size_t
address_end(struct ura_str text, size_t at, size_t end, size_t *scanned)
{
    size_t scheme = scheme_len(text, at, end), name = at, stop, dots;

    *scanned = at + 1;
    if (scheme) {
        stop = scan_domain(text, at + scheme, end, &dots);
        *scanned = stop;
        return stop > at + scheme ? scan_rest(text, stop, end) : at;
    }
    while (name < end && is_name_char(text.ptr[name]))
        name++;
    if (name > at)
        *scanned = name;
    if (name < end && text.ptr[name] == '@')
        return mail_end(text, at, name, end);
    stop = scan_domain(text, at, end, &dots);
    if (dots && (starts_with(text, at, end, "www.") || has_known_top(text, at, stop)))
        return scan_rest(text, stop, end);
    return at;
}
