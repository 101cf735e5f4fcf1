import { amountText } from '../../util/amount'
import type { OfficeRules } from '../register/types'
import type { Estimate, LostItem, ValueBand } from './types'

/** 100 元, where one band ends and the other begins. */
const THRESHOLD_FEN = 10_000

/** The band of a value: 以内 includes exactly 100 元 (民法典 1259; domain 6). */
export function bandOf(fen: number): ValueBand {
  return fen <= THRESHOLD_FEN ? 'upTo100' : 'over100'
}

/** An estimate whose band follows from its amount, where one is given. */
export function tidyEstimate({ fen, band }: Estimate): Estimate {
  return { fen, band: fen === null ? band : bandOf(fen) }
}

/**
 * Months of custody by house rule (domain 6): 3† up to and including 100 元, 12† above. An office that prefers the
 * longer keeps what is worth exactly 100 元 as long as more than that (lostThresholdTakesLonger†).
 */
export function custodyMonths({ intake }: Pick<LostItem, 'intake'>, rules: OfficeRules): number {
  const { fen, band } = tidyEstimate(intake.estimate)
  const longer = band === 'over100' || (fen === THRESHOLD_FEN && rules.lostThresholdTakesLonger)
  return longer ? rules.lostLargeCustodyMonths : rules.lostSmallCustodyMonths
}

/** `1234560` → `12,345.60`, for people and paper. */
export function yuanText(fen: number): string {
  return amountText(fen / 100)
}
