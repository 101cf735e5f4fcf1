/** Why the chain has an entry of somebody who only read (domain 13): 限阅 event, 私密记录, a person's search, a person's copy. */
export const ACCESS_KINDS = ['restricted', 'notes', 'search', 'copy'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

/** Name of a reading in the chain. */
export function accessCommand(kind: AccessKind): string {
  return `access.${kind}`
}

/** A reading is noted once a user, record and hour: whoever works on a record opens it many times. */
export const ACCESS_ONCE_MS = 3_600_000

/** What an entry of the chain is in 访问记录; null where it is no reading and no export. */
export function kindOfEntry(command: string): AccessKind | 'export' | 'print' | null {
  const kind = ACCESS_KINDS.find((one) => command === accessCommand(one))
  if (kind) return kind
  if (/^(?:list|household)\.export$|^monthFiles\.|^office\.takeOut$/.test(command)) return 'export'
  return /\.(?:markPrintedMany|printList)$/.test(command) ? 'print' : null
}

/** What the director's list can be narrowed to. */
export const LOG_KINDS = [...ACCESS_KINDS, 'export', 'print'] as const
export type LogKind = (typeof LOG_KINDS)[number]
