/* html_charset.c - the encoding that a page says it is in. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_page.h"

/* Bytes that are looked at; the standard asks for 1,024, content systems write more. */
enum { LOOKED_AT = 16 << 10 };

/* Labels that browsers take for another encoding (Encoding Standard, section 4.2), and names
 * that iconv does not have. */
static const struct {
    const char *label, *encoding;
} labels[] = {
    {"ISO-8859-1", "CP1252"}, {"ISO8859-1", "CP1252"},      {"LATIN1", "CP1252"},
    {"ISO_8859-1", "CP1252"}, {"US-ASCII", "CP1252"},       {"ASCII", "CP1252"},
    {"L1", "CP1252"},         {"ISO-8859-9", "CP1254"},     {"LATIN5", "CP1254"},
    {"TIS-620", "CP874"},     {"ISO-8859-11", "CP874"},     {"WINDOWS-874", "CP874"},
    {"EUC-KR", "CP949"},      {"KS_C_5601-1987", "CP949"},  {"GB2312", "GB18030"},
    {"GBK", "GB18030"},       {"SHIFT_JIS", "CP932"},       {"SHIFT-JIS", "CP932"},
    {"X-SJIS", "CP932"},      {"X-MAC-ROMAN", "MACINTOSH"}, {"BIG5", "BIG5-HKSCS"},
    {"UTF8", "UTF-8"},        {"X-CP1250", "CP1250"},       {"X-CP1252", "CP1252"},
};

static char
upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Where WORD (in capitals) stands in TEXT; text.len if it does not. */
static size_t
find_word(struct ura_str text, size_t from, const char *word)
{
    size_t len = strlen(word);

    for (size_t at = from; at + len <= text.len; at++) {
        size_t i = 0;

        while (i < len && upper(text.ptr[at + i]) == word[i])
            i++;
        if (i == len)
            return at;
    }
    return text.len;
}

/* The value behind the = that stands at or behind AT in TAG. */
static struct ura_str
value_at(struct ura_str tag, size_t at)
{
    size_t end;

    while (at < tag.len && strchr(" \t\r\n", tag.ptr[at]))
        at++;
    if (at == tag.len || tag.ptr[at] != '=')
        return (struct ura_str){NULL, 0};
    at++;
    while (at < tag.len && strchr(" \t\r\n\"'", tag.ptr[at]))
        at++;
    end = at;
    while (end < tag.len && !strchr(" \t\r\n\"';>/?", tag.ptr[end]))
        end++;
    return ura_str_slice(tag, at, end);
}

/* LABEL as iconv names it. */
static bool
take_label(struct ura_str label, char *out, size_t size)
{
    if (!label.len || label.len >= size)
        return false;
    for (size_t i = 0; i < label.len; i++)
        out[i] = upper(label.ptr[i]);
    out[label.len] = '\0';
    /* Who could read the label as bytes of one each has no UTF-16. */
    if (strncmp(out, "UTF-16", 6) == 0)
        strcpy(out, "UTF-8");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strcmp(out, labels[i].label) == 0 && strlen(labels[i].encoding) < size)
            strcpy(out, labels[i].encoding);
    return true;
}

bool
html_find_charset(struct ura_str bytes, char *out, size_t size)
{
    struct ura_str head =
        ura_str_slice(bytes, 0, bytes.len < LOOKED_AT ? bytes.len : LOOKED_AT);
    size_t at = 0;

    while ((at = find_word(head, at, "<META")) < head.len) {
        const char *close = memchr(head.ptr + at, '>', head.len - at);
        struct ura_str tag =
            ura_str_slice(head, at, close ? (size_t)(close - head.ptr) : head.len);
        size_t word = find_word(tag, 0, "CHARSET");

        if (word < tag.len && take_label(value_at(tag, word + 7), out, size))
            return true;
        at += 5;
    }
    if (head.len > 5 && memcmp(head.ptr, "<?xml", 5) == 0) {
        const char *close = memchr(head.ptr, '>', head.len);
        struct ura_str tag =
            ura_str_slice(head, 0, close ? (size_t)(close - head.ptr) : head.len);
        size_t word = find_word(tag, 0, "ENCODING");

        return word < tag.len && take_label(value_at(tag, word + 8), out, size);
    }
    return false;
}
