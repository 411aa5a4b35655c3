/* forms.c - words whose forms no rule of endings brings together: went, gone; burrë, burra. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/forms.h"

#include <stdio.h>
#include <stdlib.h>

#include "lang/fold.h"
#include "lang/stems.h"

enum { LEMMAS_MAX = 4 }; /* of one form: "vijë" is of "vij" and of "vijë" */

struct lemmas {
    struct ura_str stems[LEMMAS_MAX];
    size_t count;
};

struct forms {
    struct ura_intern forms;
    struct lemmas *lemmas; /* by form */
    size_t capacity;
};

static void
free_forms(void *value)
{
    struct forms *forms = value;

    intern_release(&forms->forms);
    free(forms->lemmas);
    free(forms);
}

/* That FORM is one of the word with STEM, which lives as long as FORMS. */
static bool
add_form(struct forms *forms, struct ura_str form, struct ura_str stem)
{
    size_t known = forms->forms.count;
    uint32_t number = intern_take(&forms->forms, form);
    struct lemmas *grown;

    if (number == INTERN_NONE)
        return false;
    grown = array_grow(forms->lemmas, &forms->capacity, forms->forms.count, sizeof *grown);
    if (!grown)
        return false;
    forms->lemmas = grown;
    if (number == known)
        grown[number] = (struct lemmas){.count = 0};
    if (grown[number].count < LEMMAS_MAX)
        grown[number].stems[grown[number].count++] = stem;
    return true;
}

static bool
add_lemma(struct forms *forms, const struct stems *stems, struct ura_str lemma,
          struct ura_str list)
{
    struct ura_buf folded = {0};
    struct ura_str stem;
    bool done;

    fold_append(&folded, lemma);
    stem = arena_copy(&forms->forms.arena,
                      ura_str_slice(buf_str(&folded), 0, stems_cut(stems, buf_str(&folded))));
    done = stem.ptr && !folded.failed;
    while (done && list.len) {
        const char *blank = memchr(list.ptr, ' ', list.len);
        size_t len = blank ? (size_t)(blank - list.ptr) : list.len;

        buf_clear(&folded);
        fold_append(&folded, ura_str_slice(list, 0, len));
        done = !folded.failed && (!folded.len || add_form(forms, buf_str(&folded), stem));
        list = ura_str_slice(list, blank ? len + 1 : len, list.len);
    }
    buf_release(&folded);
    return done;
}

/* "i madh" is looked for as "madh": what agrees with the noun is no part of the word. */
static struct ura_str
last_word(struct ura_str lemma)
{
    for (size_t i = lemma.len; i > 0; i--)
        if (lemma.ptr[i - 1] == ' ')
            return ura_str_slice(lemma, i, lemma.len);
    return lemma;
}

static enum ura_status
read_forms(struct ura_context *context, const char *name, const struct stems *stems,
           struct forms *forms, struct ura_error *error)
{
    struct ura_records records = {0};
    enum ura_status status =
        records_load(ura_context_data_folder(context), name, &records, error);

    if (status == URA_NOT_FOUND)
        return URA_OK;
    while (!status && !(status = records_next(&records, error))) {
        if (records.field_count != 2)
            status = records_refuse(&records, "a lemma, a tab, its forms", error);
        else if (!add_lemma(forms, stems, last_word(records.fields[0]), records.fields[1]))
            status = error_memory(error);
    }
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
forms_get(struct ura_context *context, const char *language, const struct forms **out,
          struct ura_error *error)
{
    char key[64], name[64];
    const struct stems *stems;
    struct forms *forms;
    enum ura_status status;

    snprintf(key, sizeof key, "forms:%s", language);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    status = stems_get(context, language, &stems, error);
    if (status)
        return status;
    forms = calloc(1, sizeof *forms);
    if (!forms)
        return error_memory(error);
    snprintf(name, sizeof name, "%s/forms.txt", language);
    status = read_forms(context, name, stems, forms, error);
    if (status) {
        free_forms(forms);
        return status;
    }
    status = context_keep(context, key, forms, free_forms, error);
    if (!status)
        *out = forms;
    return status;
}

const struct ura_str *
forms_find(const struct forms *forms, struct ura_str form, size_t *count)
{
    uint32_t number = intern_find(&forms->forms, form);

    *count = number == INTERN_NONE ? 0 : forms->lemmas[number].count;
    return *count ? forms->lemmas[number].stems : NULL;
}

size_t
forms_count(const struct forms *forms)
{
    return forms->forms.count;
}

struct ura_str
forms_at(const struct forms *forms, size_t index)
{
    return forms->forms.items[index];
}
