import { foldName } from '../domain/office/users'
import type { Row } from './wire'

/**
 * What only one living record of a table may say (domain 4; of people: who could not be told apart on paper, domain 1). At
 * one desk the command sees to it; two desks that do not know each other can both be right.
 */
export const ONE_EACH = {
  units: { path: 'code', says: (row: Row) => living(row, row['code']) },
  vehicles: { path: 'plate', says: (row: Row) => living(row, row['plate']) },
  users: { path: 'name', says: (row: Row) => foldName(String(row['name'])) },
} as const satisfies Record<string, { path: string; says: (row: Row) => string }>
export type OneEachTable = keyof typeof ONE_EACH

export const ONE_EACH_TABLES = Object.keys(ONE_EACH) as OneEachTable[]

function living(row: Row, says: unknown): string {
  return row['voided'] === null && !row['erased'] ? String(says) : ''
}

/** Two records that say what only one may; `second` is the one with the greater id, on every machine. */
export interface Doubled {
  table: OneEachTable
  first: Row
  second: Row
}

/** Every such pair among rows: of three records the second and the third each with the first. */
export function doubledIn(table: OneEachTable, rows: readonly Row[]): Doubled[] {
  const firsts = new Map<string, Row>()
  const pairs: Doubled[] = []
  for (const row of rows.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))) {
    const says = ONE_EACH[table].says(row)
    const first = firsts.get(says)
    if (says !== '' && first) pairs.push({ table, first, second: row })
    else firsts.set(says, row)
  }
  return pairs
}

interface Directing {
  id: string
  role: string
  active: boolean
  updatedAt: string
}

/** Runs the office; at least one always does (domain 1). */
export function directs({ role, active }: Pick<Directing, 'role' | 'active'>): boolean {
  return active && role === 'director'
}

/**
 * Who directs the office again where two desks each took the last but one director away; null where somebody does. The one
 * who was changed last of those that directed, the same on every machine.
 * @param directed whether somebody did once, though the row does not say so any more.
 */
export function whoDirectsAgain<U extends Directing>(
  users: readonly U[],
  directed: (user: U) => boolean,
): U | null {
  if (users.some(directs)) return null
  const former = users.filter((user) => user.role === 'director' || directed(user))
  const key = ({ updatedAt, id }: U): string => `${updatedAt}|${id}`
  return former.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))[0] ?? null
}
