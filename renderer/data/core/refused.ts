import type { Refusal } from '../../../shared/util/result'

/** Ends a command's transaction with a refusal: nothing of it is kept. The runner answers the refusal as a value. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.key)
  }
}
