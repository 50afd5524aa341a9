import { Component, type ReactNode } from 'react'
import { PageError } from './PageError.tsx'

interface PageBoundaryProps {
  /** Where the reader is: what failed at one address is tried again at the next. */
  readonly path: string
  readonly children: ReactNode
}

interface PageBoundaryState {
  readonly path: string
  readonly failure: { readonly error: unknown } | null
}

/** Shows what happened in place of a page that fails, until the reader goes elsewhere. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { path: this.props.path, failure: null }

  static getDerivedStateFromError(error: unknown): Partial<PageBoundaryState> {
    return { failure: { error } }
  }

  static getDerivedStateFromProps({ path }: PageBoundaryProps, state: PageBoundaryState): PageBoundaryState | null {
    return path === state.path ? null : { path, failure: null }
  }

  override render() {
    return this.state.failure ? <PageError error={this.state.failure.error} /> : this.props.children
  }
}
