# layout: what is copy and what is furniture; blocks. Uses base to lang.
libcore_la_SOURCES += \
	%D%/blocks.c \
	%D%/dateline.c \
	%D%/dateline.h \
	%D%/foot.c \
	%D%/footnotes.c \
	%D%/guess.c \
	%D%/guess.h \
	%D%/head.c \
	%D%/layout.c \
	%D%/layout.h \
	%D%/lines.c \
	%D%/lines.h \
	%D%/marks.c \
	%D%/names.c \
	%D%/pages.c \
	%D%/pages.h \
	%D%/shapes.c \
	%D%/shapes.h \
	%D%/story.h \
	%D%/traits.c \
	%D%/traits.h \
	%D%/units.c \
	%D%/units.h \
	%D%/wire.c \
	%D%/wire.h \
	%D%/words.c \
	%D%/words.h
