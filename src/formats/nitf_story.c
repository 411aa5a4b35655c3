/* nitf_story.c - reading one NITF story: what its head says, and its copy. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/nitf.h"

/* Attributes of the head that say something worth keeping, and what it becomes. */
struct fact {
    const char *element;
    const char *attribute;
    const char *property;
    enum ura_furniture furniture; /* NONE: only a property */
};

static const struct fact facts[] = {
    {"ed-msg", "info", NULL, URA_FURNITURE_ADVISORY},
    {"du-key", "key", NULL, URA_FURNITURE_SLUG},
    {"keyword", "key", "keyword", URA_FURNITURE_NONE},
    {"fixture", "fix-id", "fixture", URA_FURNITURE_NONE},
    {"urgency", "ed-urg", "urgency", URA_FURNITURE_NONE},
    {"doc-id", "id-string", "doc-id", URA_FURNITURE_NONE},
    {"doc-id", "regsrc", "source", URA_FURNITURE_NONE},
    {"date.issue", "norm", "date.issue", URA_FURNITURE_NONE},
    {"date.release", "norm", "date.release", URA_FURNITURE_NONE},
    {"date.expire", "norm", "date.expire", URA_FURNITURE_NONE},
    {"doc.copyright", "holder", "copyright", URA_FURNITURE_NONE},
    {"docdata", "management-status", "management-status", URA_FURNITURE_NONE},
    {"docdata", "management-doc-idref", "management-doc-idref", URA_FURNITURE_NONE},
    {"tobject.subject", "tobject.subject.refnum", "subject", URA_FURNITURE_NONE},
};

static void
keep_fact(struct nitf *nitf, const struct fact *fact)
{
    struct ura_str value = xml_attribute(nitf->xml, fact->attribute, nitf->arena);

    if (!value.len)
        return;
    if (fact->furniture)
        story_add(nitf->story, URA_BLOCK_FURNITURE, fact->furniture, value);
    else if (nitf->properties)
        property_add(nitf->properties, URA_SIDE_UNIT, ura_str_from(fact->property), value);
    if (strcmp(fact->attribute, "management-status") == 0 &&
        ura_str_equal(value, URA_STR("embargoed")))
        nitf->embargoed = true;
    if (strcmp(fact->element, "date.release") == 0)
        nitf->release = value;
}

static enum ura_status
take_title(struct nitf *nitf, struct ura_error *error)
{
    struct ura_buf title = {0};
    enum ura_status status = xml_take_text(nitf->xml, &title, error);

    if (!status)
        nitf->title = arena_copy(nitf->arena, buf_str(&title));
    buf_release(&title);
    return status;
}

/* From the start of head to its end. */
static enum ura_status
take_head(struct nitf *nitf, struct ura_error *error)
{
    int depth = nitf->xml->depth;
    enum ura_status status = URA_OK;

    while (!status && !(status = xml_next(nitf->xml, error)) &&
           !(nitf->xml->event == XML_END && nitf->xml->depth == depth)) {
        if (nitf->xml->event != XML_START)
            continue;
        nitf->story->line = nitf->xml->line;
        if (xml_is(nitf->xml, XML_START, "title")) {
            status = take_title(nitf, error);
            continue;
        }
        for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
            if (xml_is(nitf->xml, XML_START, facts[i].element))
                keep_fact(nitf, &facts[i]);
    }
    if (nitf->embargoed)
        story_add(nitf->story, URA_BLOCK_FURNITURE, URA_FURNITURE_EMBARGO,
                  nitf->release.len ? nitf->release : URA_STR("embargoed"));
    return status;
}

static void
take_language(struct nitf *nitf)
{
    struct ura_str language = xml_attribute(nitf->xml, "baselang", nitf->arena);

    if (!language.len)
        language = xml_attribute_in(nitf->xml, "lang", XML_NAMESPACE, nitf->arena);
    if (language.len && !nitf->language.len)
        nitf->language = nitf->story->language = language;
}

/* A story without a headline has its title, which is a headline for machines. */
static void
use_title(struct nitf *nitf)
{
    if (nitf->story->heading_count == 0 && nitf->title.len)
        story_add(nitf->story, URA_BLOCK_HEADING, URA_FURNITURE_NONE, nitf->title);
}

enum ura_status
nitf_take_event(struct nitf *nitf, struct ura_error *error)
{
    struct xml *xml = nitf->xml;

    if (xml_is(xml, XML_START, "head"))
        return take_head(nitf, error);
    if (xml_is(xml, XML_START, "nitf") || xml_is(xml, XML_START, "body"))
        take_language(nitf);
    if (xml_is(xml, XML_START, "body"))
        nitf->begun = true;
    if (xml_is(xml, XML_START, "body.content") || xml_is(xml, XML_END, "nitf")) {
        nitf->begun = true;
        use_title(nitf);
    }
    return markup_take_event(xml, nitf->story, nitf->losses, error);
}
