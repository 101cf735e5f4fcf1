import type { Refusal } from '../../../../shared/util/result'

/** What became of a picture: kept as it is, drawn anew, or not to be taken. */
export type Prepared =
  | { type: 'asItIs' }
  | { type: 'anew'; blob: Blob }
  | { type: 'refused'; refusal: Refusal }
