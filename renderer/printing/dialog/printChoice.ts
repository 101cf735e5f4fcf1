/** How a form was printed last on this machine: remembered for each form (forms, "Preview"). */
export interface PrintChoice {
  /** '' where none was chosen yet. */
  printer: string
  copies: number
  /** null: the printer chooses. */
  tray: string | null
}

export const MOST_COPIES = 99

const FIRST: PrintChoice = { printer: '', copies: 1, tray: null }

function keyOf(formCode: string): string {
  return `desk.print.${formCode}`
}

/** A whole number of copies that a printer takes. */
export function copiesWithin(copies: number): number {
  return Number.isFinite(copies) ? Math.min(MOST_COPIES, Math.max(1, Math.round(copies))) : 1
}

/** What was remembered, as far as it makes sense: the store may hold anything. */
export function recallChoice(store: Pick<Storage, 'getItem'>, formCode: string): PrintChoice {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(formCode)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return FIRST
    const { printer, copies, tray } = { ...FIRST, ...kept } as Record<keyof PrintChoice, unknown>
    return {
      printer: typeof printer === 'string' ? printer : '',
      copies: copiesWithin(Number(copies)),
      tray: typeof tray === 'string' && tray !== '' ? tray : null,
    }
  } catch {
    return FIRST
  }
}

/** Remembers how a form was printed. A full store must not stop the printing. */
export function rememberChoice(store: Pick<Storage, 'setItem'>, formCode: string, choice: PrintChoice): void {
  try {
    store.setItem(keyOf(formCode), JSON.stringify(choice))
  } catch {
    // Not remembered: the next print asks again.
  }
}

/** The printer to begin with: the remembered one while it exists, else the system's, else the first. */
export function firstPrinter(
  remembered: string,
  printers: readonly { name: string; isDefault: boolean }[],
): string {
  const there = printers.find(({ name }) => name === remembered)
  const chosen = there ?? printers.find(({ isDefault }) => isDefault) ?? printers[0]
  return chosen?.name ?? ''
}
