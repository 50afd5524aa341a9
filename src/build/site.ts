/** What the site calls itself where others show it. */
export const SITE_NAME = 'Colloquy'

/** The language of what is not an interview’s own. */
export const SITE_LANGUAGE = 'en'

/** Files that stand at the root of every site. */
export const FEED_FILE = 'feed.xml'
export const SITEMAP_FILE = 'sitemap.xml'
