/* scripts.c - words of other scripts in Latin letters. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/scripts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <unicode/utrans.h>

#include "lang/fold.h"

enum { WORD_MAX = 64, ROMAN_MAX = 4 * WORD_MAX }; /* UTF-16 units; longer ones are no names */

struct scripts {
    UTransliterator *open[USCRIPT_CODE_LIMIT];
    bool missing[USCRIPT_CODE_LIMIT];
};

/* What a transliterator's letters sound like in the spelling of names; carons fold to nothing.
 */
static const struct {
    UChar letter;
    const char *sound;
} SOUNDS[] = {
    {0x0107, "ch"}, {0x010D, "ch"}, {0x0111, "dj"}, {0x015B, "sh"}, {0x015D, "sh"},
    {0x015F, "sh"}, {0x0161, "sh"}, {0x017A, "zh"}, {0x017E, "zh"}, {0x01E7, "gj"},
};

static void
free_scripts(void *value)
{
    struct scripts *scripts = value;

    for (size_t i = 0; i < USCRIPT_CODE_LIMIT; i++)
        if (scripts->open[i])
            utrans_close(scripts->open[i]);
    free(scripts);
}

enum ura_status
scripts_get(struct ura_context *context, struct scripts **out, struct ura_error *error)
{
    static const char KEY[] = "scripts";
    struct scripts *scripts;
    enum ura_status status;

    *out = context_kept(context, KEY);
    if (*out)
        return URA_OK;
    scripts = calloc(1, sizeof *scripts);
    if (!scripts)
        return error_memory(error);
    status = context_keep(context, KEY, scripts, free_scripts, error);
    if (!status)
        *out = scripts;
    return status;
}

/* The transliterator of SCRIPT; NULL where there is none. */
static const UTransliterator *
find_transliterator(struct scripts *scripts, UScriptCode script)
{
    UErrorCode code = U_ZERO_ERROR;
    char name[64];
    UChar id[64];

    if (scripts->open[script] || scripts->missing[script])
        return scripts->open[script];
    /* The United Nations' romanisation of Greek is by sound, ICU's own by letter. */
    snprintf(name, sizeof name, "%s-Latin%s", uscript_getName(script),
             script == USCRIPT_GREEK ? "/UNGEGN" : "");
    u_uastrcpy(id, name);
    scripts->open[script] = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    scripts->missing[script] = U_FAILURE(code);
    return scripts->open[script];
}

static UScriptCode
find_script(struct ura_str word)
{
    size_t at = 0;
    UErrorCode code = U_ZERO_ERROR;
    UChar32 letter;
    UScriptCode script;

    U8_NEXT((const uint8_t *)word.ptr, at, word.len, letter);
    script = uscript_getScript(letter, &code);
    return U_FAILURE(code) || script < 0 || script >= USCRIPT_CODE_LIMIT ? USCRIPT_COMMON
                                                                         : script;
}

static void
append_sounds(struct ura_buf *out, UScriptCode script, const UChar *letters, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        char bytes[4];
        int32_t len;
        UErrorCode code = U_ZERO_ERROR;
        size_t sound = 0;

        while (sound < sizeof SOUNDS / sizeof *SOUNDS && SOUNDS[sound].letter != letters[i])
            sound++;
        if (script == USCRIPT_GREEK && letters[i] == 'o' && i + 1 < count &&
            letters[i + 1] == 'u')
            continue; /* ου is u */
        if (sound < sizeof SOUNDS / sizeof *SOUNDS) {
            buf_append_text(out, SOUNDS[sound].sound);
        } else {
            u_strToUTF8(bytes, sizeof bytes, &len, letters + i, 1, &code);
            if (U_SUCCESS(code))
                fold_append(out, (struct ura_str){bytes, (size_t)len});
        }
    }
}

bool
scripts_romanize(struct scripts *scripts, struct ura_str word, struct ura_buf *out)
{
    UChar letters[ROMAN_MAX];
    UErrorCode code = U_ZERO_ERROR;
    UScriptCode script = find_script(word);
    const UTransliterator *transliterator;
    int32_t count, limit;

    if (script == USCRIPT_COMMON || script == USCRIPT_LATIN || script == USCRIPT_HAN)
        return true;
    u_strFromUTF8(letters, WORD_MAX, &count, word.ptr, (int32_t)word.len, &code);
    transliterator = U_SUCCESS(code) ? find_transliterator(scripts, script) : NULL;
    if (!transliterator)
        return true;
    limit = count;
    utrans_transUChars(transliterator, letters, &count, ROMAN_MAX, 0, &limit, &code);
    if (U_SUCCESS(code))
        append_sounds(out, script, letters, count);
    return !out->failed;
}
