import type { Dispute } from '../../shared/domain/dispute/types'
import { mayDecide } from '../../shared/domain/dispute/who'
import { openDisputes } from '../data'
import type { DeskDatabase } from '../data/core/database'
import { translateKey } from '../ui'
import type { Waiting, WaitingRow } from './waiting'

/** 待核对 in 今日待办 of those who may decide it: without a day, behind what is due. */
export const disputesWaiting: Waiting = {
  read: async (db, section, _at, limit) => ({
    rows: section === 'all' || section === 'later' ? (await rowsFor(db)).slice(0, limit).map(rowOf) : [],
    unreadable: [],
  }),
  count: async (db, section) => (section === 'all' || section === 'later' ? (await rowsFor(db)).length : 0),
  fallen: async () => [],
}

async function rowsFor(db: DeskDatabase): Promise<Dispute[]> {
  const reader = db.reader()
  if (!reader || !mayDecide(reader.role, 'complaints')) return []
  return (await openDisputes(db)).filter(({ table }) => mayDecide(reader.role, table))
}

function rowOf({ id, table, number, kind }: Dispute): WaitingRow {
  return {
    id,
    register: 'disputes',
    number,
    state: 'open',
    duty: 'decide',
    dueAt: null,
    // The number tells the register.
    about: [
      number === '' ? translateKey(`sync:table.${table}`, undefined, table) : '',
      translateKey(`disputes:kind.${kind}`),
    ]
      .filter(Boolean)
      .join(' '),
    who: '',
  }
}
