# text: bytes to clean text and the way back. Uses base, ICU uc, iconv.
libcore_la_SOURCES += \
	%D%/care.c \
	%D%/care.h \
	%D%/change.c \
	%D%/charset.c \
	%D%/charset.h \
	%D%/characters.c \
	%D%/characters.h \
	%D%/clean.c \
	%D%/clean.h \
	%D%/compose.c \
	%D%/decode.c \
	%D%/decode.h \
	%D%/encoding.c \
	%D%/encoding.h \
	%D%/guess.c \
	%D%/guess.h \
	%D%/letters.c \
	%D%/letters.h \
	%D%/lines.c \
	%D%/map.c \
	%D%/map.h \
	%D%/passage.c \
	%D%/passage.h \
	%D%/reader.c \
	%D%/source.c \
	%D%/source.h \
	%D%/symbols.c \
	%D%/symbols.h \
	%D%/text.h \
	%D%/unify.c \
	%D%/unify.h \
	%D%/version.c \
	%D%/width.c
