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
  /** Fields that never enter the audit detail. */
  secret?: (keyof Row & string)[]
}
