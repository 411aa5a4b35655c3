# document: one text taken through text, lang, layout and segment. Uses base to segment.
libcore_la_SOURCES += \
	%D%/compose.c \
	%D%/document.c \
	%D%/document.h \
	%D%/language.c \
	%D%/origin.c \
	%D%/window.c \
	%D%/window.h
