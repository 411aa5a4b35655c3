/* srx_write.c - SRX 2.0, valid against its schema. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/srx.h"

#include <stdlib.h>

/* The set that is being written. */
struct writing {
    struct ura_buf set;
    bool open;
};

static struct ura_str
find(const struct ura_property *properties, size_t count, const char *name,
     const char *fallback)
{
    for (size_t i = 0; i < count; i++)
        if (ura_str_equal(properties[i].name, ura_str_from(name)))
            return properties[i].value;
    return ura_str_from(fallback);
}

enum ura_status
srx_write_begin(struct ura_unit_writer *writer, struct ura_error *error)
{
    /* What SRX 2.0 takes where a file says nothing. */
    static const struct {
        const char *type, *name, *include;
    } handles[] = {{"start", SRX_HANDLE "start", "no"},
                   {"end", SRX_HANDLE "end", "yes"},
                   {"isolated", SRX_HANDLE "isolated", "no"}};
    const struct ura_units_header *header = writer->header;
    struct ura_buf *buf = &writer->outputs[0].buf;

    writer->state = calloc(1, sizeof(struct writing));
    if (!writer->state)
        return error_memory(error);
    buf_append_text(buf,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n  <header");
    buf_append_xml_attribute(
        buf, "segmentsubflows",
        find(header->properties, header->property_count, "segmentsubflows", "yes"));
    buf_append_xml_attribute(buf, "cascade",
                             find(header->properties, header->property_count, "cascade", "no"));
    buf_append_text(buf, ">\n");
    for (size_t i = 0; i < sizeof handles / sizeof *handles; i++) {
        buf_append_text(buf, "    <formathandle");
        buf_append_xml_attribute(buf, "type", ura_str_from(handles[i].type));
        buf_append_xml_attribute(buf, "include",
                                 find(header->properties, header->property_count,
                                      handles[i].name, handles[i].include));
        buf_append_text(buf, "/>\n");
    }
    buf_append_text(buf, "  </header>\n  <body>\n    <languagerules>\n");
    return buf->failed ? error_memory(error) : URA_OK;
}

static void
begin_set(struct ura_buf *buf, struct writing *writing, struct ura_str set)
{
    if (writing->open && ura_str_equal(buf_str(&writing->set), set))
        return;
    if (writing->open)
        buf_append_text(buf, "      </languagerule>\n");
    buf_append_text(buf, "      <languagerule");
    buf_append_xml_attribute(buf, "languagerulename", set);
    buf_append_text(buf, ">\n");
    buf_clear(&writing->set);
    buf_append_str(&writing->set, set);
    writing->open = true;
}

enum ura_status
srx_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
               struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    struct writing *writing = writer->state;

    begin_set(buf, writing, find(unit->properties, unit->property_count, SRX_SET, "Default"));
    buf_append_text(buf, "        <rule");
    buf_append_xml_attribute(buf, "break",
                             find(unit->properties, unit->property_count, SRX_BREAK, "yes"));
    buf_append_text(buf, ">\n          <beforebreak>");
    buf_append_xml(buf, unit->source);
    buf_append_text(buf, "</beforebreak>\n          <afterbreak>");
    buf_append_xml(buf, unit->target);
    buf_append_text(buf, "</afterbreak>\n        </rule>\n");
    return buf->failed || writing->set.failed ? error_memory(error) : URA_OK;
}

static void
append_map(struct ura_buf *buf, struct ura_str pattern, struct ura_str set)
{
    buf_append_text(buf, "      <languagemap");
    buf_append_xml_attribute(buf, "languagepattern", pattern);
    buf_append_xml_attribute(buf, "languagerulename", set);
    buf_append_text(buf, "/>\n");
}

static void
append_maps(struct ura_buf *buf, const struct ura_units_header *header)
{
    size_t len = strlen(SRX_MAP), count = 0;

    for (size_t i = 0; i < header->property_count; i++) {
        struct ura_str name = header->properties[i].name;

        if (name.len < len || memcmp(name.ptr, SRX_MAP, len) != 0)
            continue;
        append_map(buf, header->properties[i].value, ura_str_slice(name, len, name.len));
        count++;
    }
    if (!count)
        append_map(buf, URA_STR(".*"), URA_STR("Default"));
}

enum ura_status
srx_write_end(struct ura_unit_writer *writer, bool whole, struct ura_error *error)
{
    struct ura_buf *buf = &writer->outputs[0].buf;
    struct writing *writing = writer->state;

    (void)error;
    if (whole) {
        if (writing->open)
            buf_append_text(buf, "      </languagerule>\n");
        buf_append_text(buf, "    </languagerules>\n    <maprules>\n");
        append_maps(buf, writer->header);
        buf_append_text(buf, "    </maprules>\n  </body>\n</srx>\n");
    }
    if (writing)
        buf_release(&writing->set);
    free(writing);
    return URA_OK;
}
