import { Component, type ReactNode } from 'react'
import type { Column } from './column'

interface SaidProps<Row> {
  column: Column<Row>
  row: Row
}

interface CellProps<Row> extends SaidProps<Row> {
  /** Said of a damaged record of which the column can say nothing. */
  damaged: string
}

/** What a column says of a record: one that is damaged takes neither the others nor the screen with it (quality 6). */
export function ListCell<Row>({ column, row, damaged }: CellProps<Row>) {
  return (
    <CellBoundary of={row} instead={damaged}>
      <Said column={column} row={row} />
    </CellBoundary>
  )
}

function Said<Row>({ column, row }: SaidProps<Row>) {
  return column.render(row)
}

interface BoundaryProps {
  /** Where this is another, drawing is tried again. */
  of: unknown
  instead: string
  children: ReactNode
}

interface BoundaryState {
  failed: boolean
  of: unknown
}

class CellBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, of: this.props.of }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ of }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return of === state.of ? null : { failed: false, of }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children
  }
}
