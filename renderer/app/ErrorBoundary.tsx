import { Component, type ReactNode } from 'react'
import { BrokenScreen } from './BrokenScreen'
import { report } from '../platform/report'
import { type TypedField, typedOnScreen } from './trouble/typed'

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
 * once more, so nothing typed is lost by it; what stood in the fields can be copied besides.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, BoundaryState> {
  override state: BoundaryState = { broken: false, place: this.props.place }

  /** What stood in the fields of the screen that broke. */
  private typed: readonly TypedField[] = []

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { broken: true }
  }

  static getDerivedStateFromProps({ place }: ErrorBoundaryProps, state: BoundaryState): BoundaryState | null {
    return place === state.place ? null : { broken: false, place }
  }

  /** The last moment at which the fields are still there. */
  override getSnapshotBeforeUpdate(_props: ErrorBoundaryProps, before: BoundaryState): null {
    if (this.state.broken && !before.broken) this.typed = typedOnScreen()
    return null
  }

  /** React asks for it beside `getSnapshotBeforeUpdate`. */
  override componentDidUpdate(): void {
    if (!this.state.broken) this.typed = []
  }

  override componentDidCatch(error: unknown): void {
    window.dispatchEvent(new Event('pagehide'))
    report('screen.broken', error)
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    const again = () => this.setState({ broken: false })
    return <BrokenScreen whole={this.props.whole} typed={() => this.typed} onAgain={again} />
  }
}
