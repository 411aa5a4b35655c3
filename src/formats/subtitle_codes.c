/* subtitle_codes.c - tags and character names inside the text of cues. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/subtitles.h"

#include <strings.h>

enum { CODE_MAX = 256 }; /* bytes of a tag: font names and styles are shorter */

static const struct {
    const char *name;
    const char *text;
} characters[] = {
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&amp;", "&"},
    {"&nbsp;", "\xc2\xa0"},
    {"&quot;", "\""},
    {"&#123;", "{"},
    {"&lrm;", "\xe2\x80\x8e"},
    {"&rlm;", "\xe2\x80\x8f"},
    {"&#10;", "\n"},
};

static bool
begins_with(struct ura_str text, const char *with)
{
    return text.len >= strlen(with) && memcmp(text.ptr, with, strlen(with)) == 0;
}

/* Whether the tag that REST begins with, behind "<" and "/", is one that SRT files have. */
static bool
is_known_tag(struct ura_str rest)
{
    static const char *const names[] = {"b", "i", "u",    "s",  "font",
                                        "c", "v", "ruby", "rt", "br"};
    size_t len = 0;

    while (len < rest.len && ((rest.ptr[len] >= 'a' && rest.ptr[len] <= 'z') ||
                              (rest.ptr[len] >= 'A' && rest.ptr[len] <= 'Z')))
        len++;
    if (len == rest.len || !strchr(" />", rest.ptr[len]))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == len && strncasecmp(names[i], rest.ptr, len) == 0)
            return true;
    return false;
}

/* The bytes of the code that TEXT begins with: <i>, {\an8}, {b}; 0 if it begins with none. */
static size_t
code_len(struct ura_str text, bool all_tags)
{
    char close = text.ptr[0] == '<' ? '>' : '}';
    size_t longest = text.len < CODE_MAX || all_tags ? text.len : CODE_MAX;
    const char *end;
    size_t slash;

    if (text.ptr[0] != '<' && text.ptr[0] != '{')
        return 0;
    end = memchr(text.ptr, close, longest);
    if (!end)
        return 0;
    slash = text.len > 1 && text.ptr[1] == '/';
    if (close == '>' && !all_tags && !is_known_tag(ura_str_slice(text, 1 + slash, text.len)))
        return 0;
    if (close == '}' &&
        (all_tags || !(text.ptr[1] == '\\' ||
                       (end == text.ptr + 2 + slash && strchr("bius", text.ptr[1 + slash])))))
        return 0;
    return (size_t)(end - text.ptr) + 1;
}

/* Which of `characters` TEXT begins with; their count if it is none. */
static size_t
character_at(struct ura_str text)
{
    size_t i = 0, count = sizeof characters / sizeof *characters;

    while (i < count && !begins_with(text, characters[i].name))
        i++;
    return i;
}

/* The name in <v.loud Name>. */
static struct ura_str
voice_in(struct ura_str code)
{
    size_t at = 2;

    if (code.len < 4 || code.ptr[1] != 'v' || !strchr(". \t", code.ptr[2]))
        return (struct ura_str){NULL, 0};
    while (at < code.len && code.ptr[at] != ' ' && code.ptr[at] != '\t')
        at++;
    while (at < code.len && (code.ptr[at] == ' ' || code.ptr[at] == '\t'))
        at++;
    return at < code.len ? ura_str_slice(code, at, code.len - 1) : (struct ura_str){NULL, 0};
}

/* A byte of text; those that steer terminals are left out, and a NUL stands for what was lost.
 */
static void
append_text_byte(struct ura_buf *out, char byte)
{
    unsigned char c = (unsigned char)byte;

    if (c == 0)
        buf_append_text(out, "\xef\xbf\xbd");
    else if (c >= 0x20 ? c != 0x7f : c == '\t' || c == '\n')
        buf_append_byte(out, byte);
}

/* U+0080 to U+009F, which steer terminals as well. */
static bool
is_late_control(struct ura_str text)
{
    return text.len > 1 && (unsigned char)text.ptr[0] == 0xc2 &&
           (unsigned char)text.ptr[1] < 0xa0;
}

bool
cue_take_codes(struct ura_str raw, bool all_tags, struct ura_buf *text, struct ura_str *voice)
{
    bool codes = false;
    size_t at = 0;

    while (at < raw.len) {
        struct ura_str rest = ura_str_slice(raw, at, raw.len);
        size_t len = code_len(rest, all_tags);
        size_t character =
            rest.ptr[0] == '&' ? character_at(rest) : sizeof characters / sizeof *characters;

        if (len) {
            codes = true;
            if (!voice->len)
                *voice = voice_in(ura_str_slice(rest, 0, len));
        } else if (character < sizeof characters / sizeof *characters) {
            buf_append_text(text, characters[character].text);
            len = strlen(characters[character].name);
        } else if (is_late_control(rest)) {
            len = 2;
        } else {
            append_text_byte(text, rest.ptr[0]);
            len = 1;
        }
        at += len;
    }
    return codes;
}

void
cue_append_text(struct ura_buf *buf, struct ura_str text, bool all_tags)
{
    for (size_t at = 0; at < text.len; at++) {
        struct ura_str rest = ura_str_slice(text, at, text.len);
        char c = text.ptr[at];

        if (c == '<' && (all_tags || code_len(rest, false)))
            buf_append_text(buf, "&lt;");
        else if (c == '{' && code_len(rest, all_tags))
            buf_append_text(buf, "&#123;");
        else if (c == '&' &&
                 (all_tags || character_at(rest) < sizeof characters / sizeof *characters))
            buf_append_text(buf, "&amp;");
        else if (c == '>' && at >= 2 && text.ptr[at - 1] == '-' && text.ptr[at - 2] == '-')
            buf_append_text(buf, "&gt;");
        else if (c == '\n' && at + 1 < text.len && text.ptr[at + 1] == '\n')
            buf_append_text(buf, "\n<b></b>"); /* an empty line would end the cue */
        else if (c == '\r')
            buf_append_byte(buf, ' ');
        else
            buf_append_byte(buf, c);
    }
}
