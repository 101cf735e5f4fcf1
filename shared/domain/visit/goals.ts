/** The month's share of occupied households, in percent: at least, rounded up (domain 8). */
export const MONTH_PERCENT = 5
/** The year's share by 上门 visits, in percent: more than (domain 8). */
export const YEAR_PERCENT = 80

/** How far a goal is. Households, not visits: one visited twice counts once. */
export interface Goal {
  /** Distinct visited households. */
  numerator: number
  /** Occupied households (自住+出租). */
  denominator: number
  /** How many households reach it; 0 where none are occupied. */
  needed: number
  /** null where no household is occupied: there is no rate then, and it prints 无 (domain 12). */
  reached: boolean | null
}

/** The month's goal: distinct visited households ≥ 5 % of the occupied, rounded up; any of the six ways (domain 8). */
export function monthGoal(numerator: number, denominator: number): Goal {
  const needed = Math.ceil((denominator * MONTH_PERCENT) / 100)
  return { numerator, denominator, needed, reached: denominator === 0 ? null : numerator >= needed }
}

/** The year's goal: households visited by 上门 > 80 % of the occupied, exactly 80 % is too few (domain 8). */
export function yearGoal(numerator: number, denominator: number): Goal {
  const needed = denominator === 0 ? 0 : Math.floor((denominator * YEAR_PERCENT) / 100) + 1
  return { numerator, denominator, needed, reached: denominator === 0 ? null : numerator >= needed }
}

/** The share in percent, unrounded; null with an empty denominator (domain 12). */
export function percentOf({
  numerator,
  denominator,
}: Pick<Goal, 'numerator' | 'denominator'>): number | null {
  return denominator === 0 ? null : (numerator / denominator) * 100
}
