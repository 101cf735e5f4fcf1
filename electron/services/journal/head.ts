/** What the chain needs of a line. `prev` is '' for the first line. */
export interface LineHead {
  seq: number
  prev: string
  digest: string
}
