import { NotFoundPage } from './NotFoundPage.tsx'

/** What stands at an address that leads to nothing. */
export function NotFoundView() {
  return (
    <NotFoundPage says="There is no page at this address." crumbs={[]}>
      <p>
        The address may have been cut short or mistyped. Everything that is published here can be reached from the list
        of interviews.
      </p>
    </NotFoundPage>
  )
}
