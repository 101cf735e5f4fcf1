const AMOUNT = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** An amount of money in 元 as it stands on screen and paper, in every language: `1,280.50`. */
export function amountText(yuan: number): string {
  return AMOUNT.format(yuan)
}
