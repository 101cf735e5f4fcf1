import type { ReactNode } from 'react'

/** One column. `width` is a CSS grid track: `88px`, `minmax(120px, 2fr)`. */
export interface Column<Row> {
  key: string
  header: string
  width: string
  render: (row: Row) => ReactNode
  align?: 'left' | 'right'
}
