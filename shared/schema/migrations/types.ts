/** A stored row as an older release left it: nothing may be assumed of it but that it is an object. */
export type Row = Record<string, unknown>

/** Rows by table name. */
export type Snapshot = Record<string, Row[]>

/**
 * One step of our own data version. Append-only: a step that has been released is never changed, and it
 * imports nothing of the app, because the app's types move on and the old rows do not. `up` gets all rows of
 * the tables in `tables` and answers all rows that these tables hold afterwards (pure: no clock, no ids).
 */
export interface Migration {
  /** The data version that holds after this step: 2 for the first. */
  to: number
  /** What it is for, in one English sentence, for the log. */
  title: string
  tables: readonly string[]
  up: (before: Snapshot) => Snapshot
}
