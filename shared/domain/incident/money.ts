/** Whether an amount in 元 can be paid: none below zero, two decimals, below ten thousand million. */
export function isAmount(amount: number): boolean {
  return Number.isFinite(amount) && amount >= 0 && amount < 1e10 && Number(amount.toFixed(2)) === amount
}

/** The sum of what is known, 元; counted in 分, so that 0.1 and 0.2 make 0.3. */
export function sumOf(items: readonly { amount: number | null }[]): number {
  const fen = items.reduce((sum, { amount }) => sum + Math.round((amount ?? 0) * 100), 0)
  return fen / 100
}
