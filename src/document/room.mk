# document: one text taken through text, lang, layout and segment.
libcore_la_SOURCES += \
	%D%/document.c \
	%D%/document.h
