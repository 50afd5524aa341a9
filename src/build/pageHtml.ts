import { createHash } from 'node:crypto'
import type { PreviewHead } from './previews.ts'

/** Where preferences are kept in the reader's browser. */
export const PREFERENCES_KEY = 'colloquy.preferences'

/** Sets theme and text size of the element `d`. It may only use what every browser has. */
const PREFERENCES_SCRIPT = `try{var p=JSON.parse(localStorage.getItem(${JSON.stringify(PREFERENCES_KEY)}))||{};\
if(/^[a-z]+$/.test(p.theme||""))d.dataset.theme=p.theme;if(/^[a-z]+$/.test(p.textSize||""))d.dataset.textSize=p.textSize}catch(e){}`

/** The most that the script in the head may take, in bytes: it stands in every page, before the text. */
export const MAX_BOOT_BYTES = 1024

/**
 * The script of a page that is only read: it sets theme and text size as the reader has them elsewhere. What needs the
 * program is hidden; a link that carries words gets the program after all, which looks for them in the whole interview, once
 * the page is there: a program that is at hand would else run before there is anything for it to draw in.
 */
export function readingScript({ program }: { program: string }): string {
  return `!function(d){${PREFERENCES_SCRIPT}function o(){d.dataset.player="off"}\
if(/[?&]quote=/.test(location.search))addEventListener("DOMContentLoaded",function(){import(${JSON.stringify(program)}).catch(o)});\
else o()}(document.documentElement)`
}

/**
 * The one script in a page: it sets theme and text size before the first paint, and loads the program after the first
 * frame, so that the program never stands between a reader and the text. It may only use what every browser has.
 */
export function bootScript({ program }: { program: string }): string {
  const script = `!function(d){${PREFERENCES_SCRIPT}\
requestAnimationFrame(function(){setTimeout(function(){import(${JSON.stringify(program)}).catch(function(){d.dataset.player="off"})})})\
}(document.documentElement)`
  if (Buffer.byteLength(script) > MAX_BOOT_BYTES)
    throw new Error(`the script in the head is over ${MAX_BOOT_BYTES} bytes`)
  return script
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/**
 * The policy of every page: nothing inline but one script and at most one style, told by their hashes; nothing from elsewhere;
 * no string is ever taken for HTML or for a script (Trusted Types).
 */
export function contentSecurityPolicy({ script, style }: { script: string; style: string }): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${hash(script)}`,
    `style-src 'self'${style === '' ? '' : ` ${hash(style)}`}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** React hands out titles, meta tags and links at the very start of what it renders. */
const HOISTED = /^(?:<title[^>]*>[^<]*<\/title>|<(?:meta|link)\b[^>]*>)+/

interface PageParts {
  /** The built index.html, without its own scripts and styles. */
  readonly template: string
  /** What React rendered. */
  readonly rendered: string
  /** What the page says to others. */
  readonly preview: PreviewHead
  readonly script: string
  /** The styles that stand in the page; empty for none. */
  readonly style: string
  /** The whole path of the file of the styles that do not. Left out where all do. */
  readonly styleFile?: string | undefined
  /** Fonts to fetch at once: whole paths. */
  readonly fonts: readonly string[]
}

/** Joins the parts of a page. */
export function assemblePage({ template, rendered, preview, script, style, styleFile, fonts }: PageParts): string {
  const hoisted = HOISTED.exec(rendered)?.[0] ?? ''
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy({ script, style })}">`,
    styleFile ? `<link rel="stylesheet" href="${styleFile}">` : '',
    hoisted,
    preview.tags,
    ...fonts.map((font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`),
    style && `<style>${style}</style>`,
    `<script>${script}</script>`,
    preview.data,
  ].join('')
  // Functions, since a text may hold $& and its like.
  return template.replace('<!--head-->', () => head).replace('<!--app-->', () => rendered.slice(hoisted.length))
}

/** Takes out of the built index.html what the bundler put in: the pages bring it in their own way. */
export function bareTemplate(html: string): string {
  return html
    .replaceAll(/\s*<script type="module"[^>]*><\/script>/g, '')
    .replaceAll(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replaceAll(/\n\s*/g, '\n')
}
