# lang: what is known of one language. Uses base, text, ICU i18n, cld2.
