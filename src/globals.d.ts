/** The site's whole address, set by the build. */
declare const __SITE_URL__: string
/** The key under which the reader's preferences are kept: the script in the head reads it too. */
declare const __PREFERENCES_KEY__: string
