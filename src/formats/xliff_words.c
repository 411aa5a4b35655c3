/* xliff_words.c - the words that XLIFF has for states, types and contexts; attributes. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

const char xliff_states[] =
    " final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n "
    "needs-review-translation needs-translation new signed-off translated ";
const char xliff_state_qualifiers[] =
    " exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt "
    "leveraged-repository leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate "
    "rejected-length rejected-spelling tm-suggestion ";
const char xliff_data_types[] =
    " asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog "
    "form html htmlbody ini interleaf javaclass javapropertyresourcebundle "
    "javalistresourcebundle javascript jscript layout lisp margin menufile messagefile mif "
    "mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report "
    "resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul ";
const char xliff_resource_types[] =
    " auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox "
    "checkboxmenuitem checkedlistbox colorchooser combobox comboboxexitem comboboxitem "
    "component contextmenu ctext cursor datetimepicker defpushbutton dialog dlginit edit file "
    "filechooser fn font footer frame grid groupbox header heading hedit hscrollbar icon iedit "
    "keywords label linklabel list listbox listitem ltext menu menubar menuitem menuseparator "
    "message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio "
    "radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter "
    "state3 statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar "
    "tree uri userbutton usercontrol var versioninfo vscrollbar window ";
const char xliff_context_types[] = " database element elementtitle linenumber numparams "
                                   "paramnotes record recordtitle sourcefile ";

bool
xliff_is_word(const char *words, struct ura_str value)
{
    while (*words == ' ' && value.len) {
        size_t len = strcspn(++words, " ");

        if (ura_str_equal(value, (struct ura_str){words, len}))
            return true;
        words += len;
    }
    return false;
}

bool
xliff_is_token(struct ura_str value)
{
    for (size_t i = 0; i < value.len; i++)
        if (!xliff_is_name_byte(value.ptr[i]))
            return false;
    return value.len > 0;
}

bool
xliff_is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '.' || c == '-' || c == '_' || c == ':';
}

/* "prefix:value", without blanks. */
static bool
is_user_defined(struct ura_str value)
{
    size_t colons = 0;

    for (size_t i = 0; i < value.len; i++) {
        if (strchr(" \t\r\n", value.ptr[i]))
            return false;
        colons += value.ptr[i] == ':';
    }
    return colons == 1 && value.ptr[0] != ':' && value.ptr[value.len - 1] != ':';
}

static bool
is_extended(struct ura_str value)
{
    return value.len > 2 && memcmp(value.ptr, "x-", 2) == 0 &&
           !memchr(value.ptr, ' ', value.len) && !memchr(value.ptr, '\t', value.len) &&
           !memchr(value.ptr, '\n', value.len) && !memchr(value.ptr, '\r', value.len);
}

bool
xliff_fits(const struct xliff_attribute *attribute, struct ura_str value)
{
    unsigned long long number;

    switch (attribute->kind) {
    case XLIFF_TEXT:
        return true;
    case XLIFF_TOKEN:
        return xliff_is_token(value);
    case XLIFF_NUMBER:
        return number_parse_unsigned(value, &number) && number > 0;
    case XLIFF_USER_DEFINED:
        return is_user_defined(value);
    case XLIFF_OPEN_WORDS:
        return is_extended(value) || xliff_is_word(attribute->words, value);
    case XLIFF_WORDS:
        return xliff_is_word(attribute->words, value);
    }
    return false;
}

size_t
xliff_find_property(const struct ura_property *properties, size_t count, enum ura_side side,
                    const char *name)
{
    size_t i = 0;

    while (i < count && !(properties[i].side == side &&
                          ura_str_equal(properties[i].name, ura_str_from(name))))
        i++;
    return i;
}

void
xliff_append_attributes(struct ura_buf *buf, const struct ura_property *properties,
                        size_t count, enum ura_side side,
                        const struct xliff_attribute *attributes)
{
    for (; attributes->name; attributes++) {
        size_t i = xliff_find_property(properties, count, side, attributes->name);

        if (i < count && xliff_fits(attributes, properties[i].value))
            buf_append_xml_attribute(buf, attributes->name, properties[i].value);
    }
}

bool
xliff_is_attribute(const struct ura_property *properties, size_t count, size_t index,
                   enum ura_side side, const struct xliff_attribute *attributes)
{
    for (; attributes->name; attributes++)
        if (xliff_find_property(properties, count, side, attributes->name) == index)
            return xliff_fits(attributes, properties[index].value);
    return false;
}

/* The words of 1.2, of 1.0 and 1.1 as tools wrote them, and of Trados ("conf"). */
static const struct {
    const char *word;
    enum ura_state state;
} states[] = {
    {"final", URA_STATE_FINAL},
    {"needs-adaptation", URA_STATE_DRAFT},
    {"needs-l10n", URA_STATE_DRAFT},
    {"needs-review-adaptation", URA_STATE_DRAFT},
    {"needs-review-l10n", URA_STATE_DRAFT},
    {"needs-review-translation", URA_STATE_DRAFT},
    {"needs-translation", URA_STATE_UNTRANSLATED},
    {"new", URA_STATE_UNTRANSLATED},
    {"signed-off", URA_STATE_REVIEWED},
    {"translated", URA_STATE_TRANSLATED},
    {"needs-review", URA_STATE_DRAFT},
    {"needs-work", URA_STATE_DRAFT},
    {"unreviewed", URA_STATE_DRAFT},
    {"needs-reviewed-translation", URA_STATE_DRAFT},
    {"user", URA_STATE_TRANSLATED},
    {"rejected", URA_STATE_REJECTED},
    {"reviewed", URA_STATE_REVIEWED},
    {"proofread", URA_STATE_REVIEWED},
    {"Draft", URA_STATE_DRAFT},
    {"Translated", URA_STATE_TRANSLATED},
    {"RejectedTranslation", URA_STATE_REJECTED},
    {"ApprovedTranslation", URA_STATE_REVIEWED},
    {"RejectedSignOff", URA_STATE_REJECTED},
    {"ApprovedSignOff", URA_STATE_FINAL},
};

enum ura_state
xliff_state_from(struct ura_str state)
{
    if (state.len > 2 && memcmp(state.ptr, "x-", 2) == 0)
        state = ura_str_slice(state, 2, state.len);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (ura_str_equal(state, ura_str_from(states[i].word)))
            return states[i].state;
    return URA_STATE_NONE;
}

const char *
xliff_state_word(enum ura_state state)
{
    switch (state) {
    case URA_STATE_UNTRANSLATED:
        return "needs-translation";
    case URA_STATE_DRAFT:
        return "needs-review-translation";
    case URA_STATE_TRANSLATED:
        return "translated";
    case URA_STATE_REVIEWED:
        return "signed-off";
    case URA_STATE_FINAL:
        return "final";
    case URA_STATE_REJECTED:
        return "x-rejected";
    case URA_STATE_NONE:
    case URA_STATE_COUNT:
        break;
    }
    return NULL;
}
