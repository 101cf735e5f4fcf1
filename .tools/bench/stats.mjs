/** The few statistics that a table of times needs. */

/** @param {readonly number[]} values @param {number} share 0 … 1 @returns {number} */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))
  const value = sorted[at]
  if (value === undefined) throw new Error('no values')
  return value
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5)
}

/** @param {readonly number[]} values */
export function p95(values) {
  return quantile(values, 0.95)
}
