import type { RegisterMonth } from './view'

/** What every register gives to the review of a month, in the order of the day: one line a register. */
export const registerMonths: readonly RegisterMonth[] = []
