/* test_schemas.c - what is written is valid: by the schemas, where URA_SCHEMAS names the folder
 * that holds them, and for TMX by its structure in any case. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "converted.h"

#include <setjmp.h>

#include <libxml/parser.h>
#include <libxml/valid.h>
#include <libxml/xmlschemas.h>

#include <cmocka.h>

/* Everything that TMX has room for, and what other formats trip over. */
static const char memory[] =
    "<?xml version=\"1.0\"?>\n"
    "<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" "
    "segtype=\"paragraph\" o-tmf=\"t\" adminlang=\"en\" datatype=\"html\" srclang=\"sq\">"
    "<note>of the file</note><prop type=\"project\">ura</prop></header><body>"
    "<tu tuid=\"1\" creationdate=\"20260102T030405Z\" changeid=\"A.B.\"><note>one &amp; "
    "two</note><prop type=\"x-domain\">law &lt;1&gt;</prop><tuv xml:lang=\"sq\"><prop "
    "type=\"side\">s</prop><seg>Një <bpt i=\"1\" x=\"1\">&lt;b></bpt>ligj<ept i=\"1\">&lt;/b>"
    "</ept> i <hi>ri</hi><ph x=\"2\">&lt;br/></ph>.</seg></tuv><tuv xml:lang=\"en-GB\"><note>of "
    "a side</note><seg>A <bpt i=\"1\" x=\"1\">&lt;b></bpt>new<ept i=\"1\">&lt;/b></ept> law<ph "
    "x=\"2\">&lt;br/></ph>.</seg></tuv></tu>"
    "<tu><tuv xml:lang=\"sq\"><seg></seg></tuv><tuv xml:lang=\"en-GB\"><seg>  two  blanks "
    "</seg></tuv></tu>"
    "<tu tuid=\"1\"><tuv xml:lang=\"sq\"><seg>E njëjta id</seg></tuv><tuv xml:lang=\"en-GB\">"
    "<seg>The same id</seg></tuv></tu>"
    "<tu tuid=\"no id: a b/c\"><tuv xml:lang=\"sq\"><seg>Vetëm shqip</seg></tuv></tu>"
    "</body></tmx>";

static const char rules[] =
    "<srx version='1.0'><header segmentsubflows='no' cascade='yes'><formathandle "
    "type='isolated' include='yes'/></header><body><languagerules><languagerule "
    "languagerulename='Shqip'><rule break='no'><beforebreak>\\bz\\. </beforebreak></rule>"
    "<rule><beforebreak>[.&lt;]</beforebreak><afterbreak>\\s</afterbreak></rule>"
    "</languagerule></languagerules><maprules><maprule maprulename='m'><languagemap "
    "languagepattern='(SQ|sq).*' languagerulename='Shqip'/></maprule></maprules></body></srx>";

static const char glossary[] =
    "<martif type='TBX' xml:lang='sq'><text><body><termEntry id='c 1'><descrip "
    "type='definition'>a building</descrip><note>seen</note><langSet xml:lang='sq'><tig><term>"
    "urë</term><termNote type='partOfSpeech'>noun</termNote></tig></langSet><langSet "
    "xml:lang='en'><tig><term>bridge</term></tig><tig><term>span</term><admin type='source'>"
    "web</admin></tig></langSet></termEntry></body></text></martif>";

/* Each format that has a schema, from each text that it can be written of. */
static const struct {
    const char *from, *text, *to, *schema;
} writings[] = {
    {"tmx", memory, "tmx", "tmx14.dtd"},
    {"tbx", glossary, "tmx", "tmx14.dtd"},
    {"tmx", memory, "xliff", "xliff-core-1.2-strict.xsd"},
    {"tbx", glossary, "xliff", "xliff-core-1.2-strict.xsd"},
    {"tmx", memory, "xliff2", "x2/xliff_core_2.0.xsd"},
    {"tbx", glossary, "xliff2", "x2/xliff_core_2.0.xsd"},
    {"tmx", memory, "tbx", "TBXcdv04.dtd"},
    {"tbx", glossary, "tbx", "TBXcdv04.dtd"},
    {"tbx", glossary, "tbx", "tbx.xsd"},
    {"srx", rules, "srx", "srx20.xsd"},
};

/* What was written, as a tree; the caller frees it. */
static xmlDocPtr
written(struct ura_context *context, const char *from, const char *to, const char *text)
{
    struct converted made = convert_text(context, from, to, text, NULL);
    xmlDocPtr document;

    if (made.status)
        fail_msg("%s to %s: %s", from, to, made.error.message);
    document = xmlReadMemory(made.outputs[0].ptr, (int)strlen(made.outputs[0].ptr), to, NULL,
                             XML_PARSE_NONET | XML_PARSE_NOBLANKS);
    assert_non_null(document);
    release_converted(&made);
    return document;
}

static bool
valid_by_schema(const char *path, xmlDocPtr document)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    xmlSchemaValidCtxtPtr check;
    bool valid;

    assert_non_null(schema);
    check = xmlSchemaNewValidCtxt(schema);
    valid = xmlSchemaValidateDoc(check, document) == 0;
    xmlSchemaFreeValidCtxt(check);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    return valid;
}

static bool
valid_by_type(const char *path, xmlDocPtr document)
{
    xmlDtdPtr type = xmlParseDTD(NULL, (const xmlChar *)path);
    xmlValidCtxtPtr check = xmlNewValidCtxt();
    bool valid;

    assert_non_null(type);
    valid = xmlValidateDtd(check, document, type) == 1;
    xmlFreeValidCtxt(check);
    xmlFreeDtd(type);
    return valid;
}

static void
what_is_written_is_valid_where_the_schemas_are_at_hand(void **state)
{
    const char *folder = getenv("URA_SCHEMAS");

    if (!folder) {
        print_message("skipped: URA_SCHEMAS names no folder with the schemas\n");
        return;
    }
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
    for (size_t i = 0; i < sizeof writings / sizeof *writings; i++) {
        xmlDocPtr document =
            written(*state, writings[i].from, writings[i].to, writings[i].text);
        char path[4096];
        bool valid;

        snprintf(path, sizeof path, "%s/%s", folder, writings[i].schema);
        valid = strstr(path, ".dtd") ? valid_by_type(path, document)
                                     : valid_by_schema(path, document);
        xmlFreeDoc(document);
        if (!valid)
            fail_msg("%s out of %s is not valid by %s", writings[i].to, writings[i].from,
                     writings[i].schema);
    }
}

static bool
is_named(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE &&
           strcmp((const char *)node->name, name) == 0;
}

static void
assert_has(xmlNodePtr node, const char *attribute)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);

    if (!value)
        fail_msg("%s has no %s", (const char *)node->name, attribute);
    xmlFree(value);
}

/* The first child of NODE after its notes and properties. */
static xmlNodePtr
after_notes(xmlNodePtr node)
{
    xmlNodePtr child = node->children;

    while (is_named(child, "note") || is_named(child, "prop") || xmlIsBlankNode(child)) {
        if (is_named(child, "prop"))
            assert_has(child, "type");
        child = child->next;
    }
    return child;
}

static void
assert_variant(xmlNodePtr variant)
{
    xmlNodePtr segment = after_notes(variant);
    xmlChar *language = xmlNodeGetLang(variant);

    assert_true(is_named(variant, "tuv") && is_named(segment, "seg") && !segment->next);
    assert_true(language && *language);
    xmlFree(language);
}

static void
tmx_has_its_structure_whatever_it_was_made_of(void **state)
{
    static const char *const required[] = {"creationtool", "creationtoolversion", "segtype",
                                           "o-tmf",        "adminlang",           "srclang",
                                           "datatype"};
    static const struct {
        const char *from, *text;
        size_t units;
    } sources[] = {{"tmx", memory, 4},
                   {"tbx", glossary, 1},
                   {"tsv", "një\tone\n\tonly\ndy\t\n", 3},
                   {"po", "msgid \"a\"\nmsgstr \"b\"\n", 1}};

    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        xmlDocPtr document = written(*state, sources[i].from, "tmx", sources[i].text);
        xmlNodePtr root = xmlDocGetRootElement(document), header = root->children, unit;
        size_t count = 0;

        assert_true(is_named(root, "tmx") && is_named(header, "header"));
        for (size_t k = 0; k < sizeof required / sizeof *required; k++)
            assert_has(header, required[k]);
        assert_null(after_notes(header));
        assert_true(is_named(header->next, "body") && !header->next->next);
        for (unit = header->next->children; unit; unit = unit->next, count++) {
            xmlNodePtr variant = after_notes(unit);

            assert_true(is_named(unit, "tu") && variant);
            for (; variant; variant = variant->next)
                assert_variant(variant);
        }
        if (count < sources[i].units)
            fail_msg("tmx of %s has %zu units", sources[i].from, count);
        xmlFreeDoc(document);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_valid_where_the_schemas_are_at_hand),
        cmocka_unit_test(tmx_has_its_structure_whatever_it_was_made_of),
    };
    return cmocka_run_group_tests(tests, open_context, close_context);
}
