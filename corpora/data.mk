# The bundled corpora: text pairs with gold alignments; the demo, the floors and golden cases.
EXTRA_DIST += \
	%D%/demo-politics/README.md \
	%D%/demo-politics/gold.tsv \
	%D%/demo-politics/source.txt \
	%D%/demo-politics/target.txt
