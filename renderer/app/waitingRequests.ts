import type { PersonRequest } from '../../shared/domain/privacy/types'
import { endOfCivilDay } from '../../shared/util/civilTime'
import { openRequests } from '../data'
import type { DeskDatabase } from '../data/core/database'
import { bandOf, BANDS, type Section } from '../features/today/sections'
import { translateKey } from '../ui'
import type { Waiting, WaitingAt, WaitingRow } from './waiting'

/**
 * 个人信息请求 that wait for their answer, in 今日待办 of those who may give it (domain 13). They have no number and no
 * queue but their day, and there are few: the query hands nobody else any.
 */
export const requestsWaiting: Waiting = {
  read: async (db, section, at, limit) => ({
    rows: (await rowsIn(db, section, at)).slice(0, limit),
    unreadable: [],
  }),
  count: async (db, section, at) => (await rowsIn(db, section, at)).length,
  fallen: async (db, since, at, limit) => {
    const rows = await rowsIn(db, 'all', at)
    return rows.filter(({ dueAt }) => dueAt !== null && dueAt >= since && dueAt < at.now).slice(0, limit)
  },
}

async function rowsIn(db: DeskDatabase, section: Section, at: WaitingAt): Promise<WaitingRow[]> {
  const band = BANDS.find((one) => one === section)
  if (section !== 'all' && !band) return []
  const rows = (await openRequests(db)).map(rowOf)
  return band ? rows.filter(({ dueAt }) => bandOf(dueAt, at) === band) : rows
}

function rowOf({ id, kind, words, name, dueOn }: PersonRequest): WaitingRow {
  return {
    id,
    register: 'personRequests',
    number: '',
    state: 'open',
    duty: 'answer',
    // The day of the answer is in time until it is over.
    dueAt: endOfCivilDay(dueOn),
    about: [translateKey(`privacy:kind.${kind}`), words].filter(Boolean).join(' '),
    who: name,
  }
}
