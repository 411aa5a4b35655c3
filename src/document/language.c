/* language.c - which language a document is in, and whether that is what was asked for. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "document/document.h"

#include <stdio.h>

#include <ura/language.h>

enum {
    SAMPLE = 16 << 10, /* bytes that are enough to tell a language */
    HEAD = 1 << 10,    /* bytes left out where there is more: furniture, letterheads */
};

/* From here on a guess contradicts what was asked for: one sentence in a hundred is less sure.
 */
static const float SURE = 0.9f;

/* A part of TEXT that is long enough to tell its language, past the head if there is more. */
static struct ura_str
find_sample(struct ura_str text)
{
    size_t start = text.len > 2 * HEAD ? HEAD : 0, end;

    while (start > 0 && start < text.len && text.ptr[start - 1] != '\n' &&
           text.ptr[start - 1] != ' ')
        start++;
    end = text.len - start > SAMPLE ? start + SAMPLE : text.len;
    while (end < text.len && ((unsigned char)text.ptr[end] & 0xc0) == 0x80)
        end++;
    return ura_str_slice(text, start, end);
}

/* The language whose data serves CODE: Gheg is written about with Albanian's. */
static const char *
served_by(const char *code)
{
    return strcmp(code, "aln") == 0 ? "sq" : code;
}

enum ura_status
document_find_language(struct ura_document *document, const char *asked,
                       const char *const *candidates, struct ura_error *error)
{
    static const char *const albanian_and_english[] = {"sq", "en", NULL};
    struct ura_document_private *priv = document->priv;
    struct ura_language_guess guess;
    enum ura_status status;

    status =
        ura_language_identify(priv->context, find_sample(buf_str(&priv->window.text)),
                              candidates ? candidates : albanian_and_english, &guess, error);
    if (status)
        return status;
    snprintf(priv->found_language, sizeof priv->found_language, "%s", guess.code);
    snprintf(priv->language, sizeof priv->language, "%s",
             asked ? asked : served_by(guess.code));
    document->language = priv->language;
    document->found_language = priv->found_language;
    if (!priv->window.text.len)
        return URA_OK;
    if (!asked)
        context_report(priv->context, URA_REPORT_NOTE,
                       "%s: language %s found; --language names another", document->name,
                       guess.code);
    else if (guess.probability >= SURE && strcmp(served_by(guess.code), asked) != 0 &&
             strcmp(guess.code, "und") != 0)
        context_report(priv->context, URA_REPORT_WARNING,
                       "%s: looks like %s, but %s was asked for", document->name, guess.code,
                       asked);
    return URA_OK;
}
