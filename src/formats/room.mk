# formats: one file a format. Uses base, text, document, bitext, jansson, libxml2, zlib, zstd,
# libarchive, gumbo. A line a format or a part that formats share.
libcore_la_SOURCES += %D%/bead_kind.c %D%/bead_kind.h
libcore_la_SOURCES += %D%/dot_plot.c %D%/dot_plot.h
libcore_la_SOURCES += %D%/formats.c %D%/formats.def %D%/formats.h
libcore_la_SOURCES += %D%/html.c
libcore_la_SOURCES += %D%/html_parts.c %D%/html_parts.h
libcore_la_SOURCES += %D%/html_report.c %D%/html_report.h
libcore_la_SOURCES += %D%/html_sentences.c
libcore_la_SOURCES += %D%/input.c
libcore_la_SOURCES += %D%/jsonl.c
libcore_la_SOURCES += %D%/losses.c %D%/losses.h
libcore_la_SOURCES += %D%/open_document.c
libcore_la_SOURCES += %D%/page.c %D%/page.h
libcore_la_SOURCES += %D%/properties.c %D%/properties.h
libcore_la_SOURCES += %D%/refused.c %D%/refused.h
libcore_la_SOURCES += %D%/svg.c %D%/svg.h
libcore_la_SOURCES += %D%/text.c
libcore_la_SOURCES += %D%/text_lines.c %D%/text_lines.h
libcore_la_SOURCES += %D%/tmx.c %D%/tmx.h
libcore_la_SOURCES += %D%/tmx_write.c
libcore_la_SOURCES += %D%/tsv.c
libcore_la_SOURCES += %D%/txt.c
libcore_la_SOURCES += %D%/unit_writer.c
libcore_la_SOURCES += %D%/units.c
libcore_la_SOURCES += %D%/vecalign.c
libcore_la_SOURCES += %D%/xml.c %D%/xml.h
libcore_la_SOURCES += %D%/xml_text.c
