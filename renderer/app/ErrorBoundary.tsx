import { Component, type ReactNode } from 'react'
import { BrokenScreen } from './BrokenScreen'
import { report } from './report'

interface ErrorBoundaryProps {
  children: ReactNode
  /** Around the whole window: then only a new start helps. */
  whole?: boolean
  /** Another place shows its own screen again. */
  place?: string
}

interface BoundaryState {
  broken: boolean
  place: string | undefined
}

/**
 * When drawing fails, says in plain words what to do. Drafts are written while typing, and before this screen shows
 * once more, so nothing typed is lost by it.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, BoundaryState> {
  override state: BoundaryState = { broken: false, place: this.props.place }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { broken: true }
  }

  static getDerivedStateFromProps({ place }: ErrorBoundaryProps, state: BoundaryState): BoundaryState | null {
    return place === state.place ? null : { broken: false, place }
  }

  override componentDidCatch(error: unknown): void {
    window.dispatchEvent(new Event('pagehide'))
    report('screen.broken', error)
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return <BrokenScreen whole={this.props.whole} onAgain={() => this.setState({ broken: false })} />
  }
}
