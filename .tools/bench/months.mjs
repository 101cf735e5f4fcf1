/** How made-up complaints are spread over the years. */

/** An office of two thousand homes writes down about this many a month. */
const A_MONTH = 2000

/**
 * @typedef {object} Month
 * @property {string} month `2026-03`
 * @property {number} count
 * @property {boolean} recent Most of its matters still go on.
 */

/**
 * Months before the present one that hold `records` together. In the last one less was written down.
 * @param {number} records
 * @param {Date} now
 * @returns {Month[]}
 */
export function monthsFor(records, now) {
  /** @type {Month[]} */
  const months = []
  let left = records
  for (let back = 1; left > 0; back += 1) {
    const count = Math.min(left, back === 1 ? A_MONTH / 5 : A_MONTH)
    const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    months.unshift({ month: day.toISOString().slice(0, 7), count, recent: back === 1 })
    left -= count
  }
  return months
}
