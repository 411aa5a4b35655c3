/* refused.c - formats that are known by their first bytes and not read. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/refused.h"

#include "formats/archive.h"

static const struct {
    const char *magic;
    size_t len;
    const char *name;
    const char *advice;
} known[] = {
    {"%PDF-", 5, "a PDF", "pdftotext makes text of it"},
    {"{\\rtf", 5, "an RTF document", "a word processor saves it as docx, odt or text"},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "an old Office document (doc, xls, ppt)",
     "a word processor saves it as docx, odt or text"},
    {"\x89PNG\r\n\x1a\n", 8, "a picture", "its text has to be typed or recognised first"},
    {"\xff\xd8\xff", 3, "a picture", "its text has to be typed or recognised first"},
    {"GIF8", 4, "a picture", "its text has to be typed or recognised first"},
    {"BZh", 3, "packed by bzip2", "bunzip2 unpacks it; gzip and zstd are read as they are"},
    {"\xfd"
     "7zXZ",
     6, "packed by xz", "unxz unpacks it; gzip and zstd are read as they are"},
    {"7z\xbc\xaf\x27\x1c", 6, "a 7z archive", "unpack it first"},
    {"\x7f"
     "ELF",
     4, "a program", "name a text or document"},
};

static const struct {
    const char *name;
    const char *advice;
} archives[] = {
    [ZIP_PLAIN] = {"a zip archive", "unpack it and name a file of it"},
    [ZIP_XLSX] = {"an Excel workbook", "save its sheet as csv or tsv"},
    [ZIP_PPTX] = {"a PowerPoint presentation", "save its outline as docx or text"},
    [ZIP_OTHER_OPEN_DOCUMENT] = {"an OpenDocument sheet, presentation or drawing",
                                 "save its text as odt, csv or text"},
    [ZIP_JAR] = {"a Java archive", "name a text or document"},
};

static enum ura_status
refuse_archive(enum zip_kind kind, struct ura_error *error)
{
    if ((size_t)kind >= sizeof archives / sizeof *archives || !archives[kind].name)
        return URA_OK;
    return error_set(error, URA_BAD_INPUT, "is %s, which ura does not read; %s",
                     archives[kind].name, archives[kind].advice);
}

enum ura_status
refuse_known(struct ura_str head, const char *name, struct ura_error *error)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (head.len >= known[i].len && memcmp(head.ptr, known[i].magic, known[i].len) == 0)
            return error_set(error, URA_BAD_INPUT, "is %s, which ura does not read; %s",
                             known[i].name, known[i].advice);
    return refuse_archive(zip_look(head, name), error);
}
