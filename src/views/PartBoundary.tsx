import { Component, type ReactNode } from 'react'

interface PartBoundaryProps {
  /** What stands there, as the reader knows it: "The player". */
  readonly name: string
  readonly children: ReactNode
}

/** Keeps a fault in one part of the page from taking the text with it. */
export class PartBoundary extends Component<PartBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return <p role="alert">{this.props.name} has failed. The text can be read on; loading the page again may help.</p>
  }
}
