import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from './column'

interface CellProps<Row> {
  column: Column<Row>
  row: Row
}

/** What a column says of a record; of a damaged one, of which it can say nothing, that it cannot be read (quality 6). */
export function ListCell<Row>({ column, row }: CellProps<Row>) {
  const { t } = useTranslation('ui')
  return (
    <CellBoundary of={row} instead={t('list.damaged')}>
      <Said column={column} row={row} />
    </CellBoundary>
  )
}

function Said<Row>({ column, row }: CellProps<Row>) {
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
