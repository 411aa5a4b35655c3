/* identify_cld2.cc - what libcld2 thinks of a text; the only C++ in ura. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/identify_cld2.h"

#include <climits>
#include <cstdio> /* compact_lang_det.h needs it and does not say so */
#include <cstring>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#pragma GCC diagnostic pop

namespace
{

struct Answer {
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    bool reliable;
};

Answer
ask(const char *text, int len, int flags)
{
    const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                     CLD2::UNKNOWN_LANGUAGE};
    Answer answer = {};
    int letters, valid;

    for (CLD2::Language &language : answer.languages)
        language = CLD2::UNKNOWN_LANGUAGE;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text, len, true, &no_hints, flags, answer.languages,
                                            answer.percents, answer.scores, nullptr, &letters,
                                            &answer.reliable, &valid);
    return answer;
}

/* "un" and the codes that only name a script ("xx-Zyyy") are no language. */
void
name_language(CLD2::Language language, char (&out)[16])
{
    const char *code = CLD2::LanguageCode(language);

    if (std::strcmp(code, "un") == 0 || std::strncmp(code, "xx", 2) == 0)
        code = "und";
    std::snprintf(out, sizeof out, "%s", code);
}

} // namespace

extern "C" bool
cld2_detect(const char *text, size_t len, struct cld2_verdict *out)
try {
    const int usable = len > INT_MAX ? INT_MAX : static_cast<int>(len);
    Answer answer = ask(text, usable, 0);

    out->sure = answer.reliable && answer.languages[0] != CLD2::UNKNOWN_LANGUAGE;
    if (!out->sure)
        answer = ask(text, usable, CLD2::kCLDFlagBestEffort);
    for (int i = 0; i < CLD2_GUESSES; i++)
        name_language(answer.languages[i], out->codes[i]);
    out->score = answer.scores[0];
    return true;
} catch (...) {
    return false; /* all that it throws is std::bad_alloc */
}
