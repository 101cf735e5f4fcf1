import { useQuery } from '../data'
import { SECTIONS, type Section, type SectionCounts } from '../features/today/sections'
import { useNow } from '../ui'
import { useShell } from './shell/context'
import { type WaitingRow, waitingAt } from './waiting'

const NEVER = '~'
const byDue = (a: WaitingRow, b: WaitingRow) => ((a.dueAt ?? NEVER) < (b.dueAt ?? NEVER) ? -1 : 1)

/** What a section shows, and of how many records of each register nothing can be shown: they are damaged. */
export interface SectionRows {
  rows: WaitingRow[]
  unreadable: readonly { register: string; count: number }[]
}

/** The most urgent records of a section from all registers, at most `limit`; undefined while they are read. */
export function useSectionRows(section: Section, limit: number): SectionRows | undefined {
  const { registers, user } = useShell()
  const now = useNow()
  const read = useQuery(
    async (db) => {
      const at = await waitingAt(db, now, user.id)
      const parts = await Promise.all(
        registers.map(async ({ key, waiting }) => ({
          register: key,
          ...((await waiting?.read(db, section, at, limit)) ?? { rows: [], unreadable: [] }),
        })),
      )
      const rows = parts.flatMap((part) => part.rows)
      const unreadable = parts
        .map((part) => ({ register: part.register, count: new Set(part.unreadable).size }))
        .filter(({ count }) => count > 0)
      return { section, rows: rows.toSorted(byDue).slice(0, limit), unreadable }
    },
    [now, registers, section, limit, user.id],
  )
  // The rows of the section before stand until the new ones are read: they are not this section's.
  return read?.section === section ? read : undefined
}

/** How many records each section holds, in all registers; undefined until counted. */
export function useSectionCounts(): SectionCounts | undefined {
  const { registers, user } = useShell()
  const now = useNow()
  return useQuery(
    async (db) => {
      const at = await waitingAt(db, now, user.id)
      const countOf = async (section: Section) => {
        const counts = await Promise.all(registers.map(({ waiting }) => waiting?.count(db, section, at) ?? 0))
        return [section, counts.reduce((sum, one) => sum + one, 0)] as const
      }
      return Object.fromEntries(await Promise.all(SECTIONS.map(countOf))) as SectionCounts
    },
    [now, registers, user.id],
  )
}
