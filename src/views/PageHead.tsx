import { useSite } from './SiteContext.ts'

interface PageHeadProps {
  readonly title: string
  readonly description: string
  /** The page's address from the site's root; null for a page that has none of its own, which is kept out of searches. */
  readonly path: string | null
}

/** The page's title, description and canonical address; React puts them into the head. */
export function PageHead({ title, description, path }: PageHeadProps) {
  const { url } = useSite()
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {path === null ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={url + path.slice(1)} />}
    </>
  )
}
