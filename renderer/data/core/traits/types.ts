import type { MonthFacts } from '../../../../shared/domain/month/facts'
import type { Role } from '../../../../shared/domain/office/types'

/** Who reads. */
export interface Reader {
  userId: string
  role: Role
}

/** Who sees how much of a row, where not everybody sees all of it (domain 7, 13). */
export interface RowReading<Row> {
  /** Whether the reader may read the row at all: of one that is withheld its timeline and 附件 say nothing. */
  whole: (row: Row, reader: Reader) => boolean
  /** The row as the reader sees it. A field that is another object than the row's is left out of the timeline too. */
  see: (row: Row, reader: Reader) => Row
  /** Whoever may not read the row is not told that there is one. */
  secretly?: true
  /** Forms of which the reader sees no scan. */
  hiddenForms?: (row: Row, reader: Reader) => readonly string[]
}

/** How rows of a table are listed and found. A new register adds one entry to `rowTraits`. */
export interface RowTraits<Row> {
  /** Named sets the row belongs to: `open`, `state:judged`. Those starting with `#` are not counted. */
  facets?: (row: Row) => string[]
  /** Order within every facet, ascending. */
  sortKey?: (row: Row) => string
  /** Other orders of the whole register, by name (`registered`), ascending: a period is a range of one. */
  orders?: Record<string, (row: Row) => string>
  /** Search document, without id, facets and sort key. */
  search?: (row: Row) => { kind: string; parentId: string; text: string }
  /** When it comes in and ends, for the review of a month and its lock (domain 12). */
  month?: MonthFacts<Row>
  /** Fields that never enter the audit detail. */
  secret?: (keyof Row & string)[]
  /** Fields that lie sealed in the database where the office has a vault: no index and no trait above may show them. */
  sealed?: readonly (keyof Row & string)[]
  /** Without it everybody who is signed in reads all of it. */
  reading?: RowReading<Row>
}
