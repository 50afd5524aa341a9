import { useSite } from './SiteContext.ts'

/** The whole address of the site as the reader has it in front of them, which may be a copy of the published one. */
export function useReaderSite(): string {
  const { base } = useSite()
  return typeof window === 'undefined' ? base : new URL(base, window.location.origin).href
}
