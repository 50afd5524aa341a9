import { createContext, useContext } from 'react'

/** Where the site is published. */
export interface Site {
  /** Its whole address, ending in a slash: `https://example.org/colloquy/`. */
  readonly url: string
  /** The path of that address, with a slash at both ends: `/colloquy/`. */
  readonly base: string
}

/** @throws TypeError when `url` is not a whole address. */
export function siteAt(url: string): Site {
  const { href, pathname } = new URL(url.endsWith('/') ? url : `${url}/`)
  return { url: href, base: pathname }
}

export const SiteContext = createContext<Site>({ url: 'http://localhost/', base: '/' })

/** Where the site is published, for the addresses that a view shows. */
export function useSite(): Site {
  return useContext(SiteContext)
}
