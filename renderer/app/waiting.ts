import { DEFAULT_SETTINGS } from '../../shared/domain/office/settings'
import type { Duty, Instant, OfficeRules, RegisterRecord } from '../../shared/domain/register/types'
import {
  countFacet,
  countRange,
  facetRange,
  getRecord,
  type KeyRange,
  type ReadRange,
  readRange,
  type RecordTable,
  type RecordTables,
} from '../data'
import type { DeskDatabase } from '../data/core/database'
import { translateKey } from '../ui'
import { type Moment, momentOf, QUEUES, type Queue, type Section, spanOf } from '../features/today/sections'

/** Tables of numbered records. */
export type RegisterTable = {
  [K in RecordTable]: RecordTables[K] extends RegisterRecord ? K : never
}[RecordTable]

/** One line of 今日: a record that waits for something. */
export interface WaitingRow {
  id: string
  /** Register it belongs to, for the route. */
  register: string
  number: string
  state: string
  /** What it waits for and until when; null where there is no deadline (a closed record awaiting its signature). */
  duty: string | null
  dueAt: Instant | null
  /** What it is about, and who is concerned. */
  about: string
  who: string
}

/** For whom and when 今日 is drawn. */
export interface WaitingAt extends Moment {
  userId: string
  rules: OfficeRules
}

/** The office's rules and the bands of `now` (ms), for a user's 今日; read inside the query that needs them. */
export async function waitingAt(db: DeskDatabase, now: number, userId: string): Promise<WaitingAt> {
  const rules = (await getRecord(db, 'settings', 'office')) ?? DEFAULT_SETTINGS
  return { ...momentOf(now), userId, rules }
}

/** How a register tells what waits in it. */
export interface Waiting {
  /** Records of a section, at most `limit`: soonest due first; damaged ones are named only. */
  read: (db: DeskDatabase, section: Section, at: WaitingAt, limit: number) => Promise<ReadRange<WaitingRow>>
  /** How many a section holds: by counter or by index, so all of them, however many there are. */
  count: (db: DeskDatabase, section: Section, at: WaitingAt) => Promise<number>
  /** Records whose next duty fell due from `since` up to now, without damaged ones. */
  fallen: (db: DeskDatabase, since: Instant, at: WaitingAt, limit: number) => Promise<WaitingRow[]>
}

/** A queue as a facet, or as a range of the index with the deadline that matters in it. */
type QueueSource<K extends RegisterTable> =
  | string
  | { range: (at: WaitingAt) => KeyRange; duty?: (record: RecordTables[K]) => Duty | null }

/** 待签 and 补录 are facets of every register; one without paper or blank forms has nothing in them. */
const PAPER_QUEUES = { awaiting: 'awaiting', reserved: 'state:reserved' } as const

interface WaitingParts<K extends RegisterTable> {
  /** What a blank form waiting for 补录 is about is not its to say: it says nothing yet but that. */
  describe: (record: RecordTables[K]) => Pick<WaitingRow, 'about' | 'who'>
  /** The register's queues besides those of its paper and 首问责任; those left out are empty in it. */
  queues?: { [Q in Exclude<Queue, 'mine' | keyof typeof PAPER_QUEUES>]?: QueueSource<K> }
}

const isQueue = (section: Section): section is Queue => (QUEUES as readonly string[]).includes(section)

/** The waiting records of a table whose lists have the facets `open` and `first:<user id>` (首问责任, domain 5). */
export function waitingIn<K extends RegisterTable>(
  register: string,
  table: K,
  { describe, queues }: WaitingParts<K>,
): Waiting {
  const sources: { [Q in Queue]?: QueueSource<K> } = { ...PAPER_QUEUES, ...queues }
  const sourceOf = (section: Section, at: WaitingAt): QueueSource<K> | undefined => {
    if (section === 'all') return 'open'
    if (section === 'mine') return `first:${at.userId}`
    return isQueue(section) ? sources[section] : { range: () => bandRange(section, at) }
  }
  const rowOf = (record: RecordTables[K], duty: Duty | null): WaitingRow => {
    const { id, number, state } = record
    const { kind = null, dueAt = null } = duty ?? {}
    const row = { id, register, number, state, duty: kind, dueAt, ...describe(record) }
    return whole(state === 'reserved' ? { ...row, about: translateKey('paper:fillIn.waiting') } : row)
  }
  return {
    read: async (db, section, at, limit) => {
      const source = sourceOf(section, at)
      if (source === undefined) return { rows: [], unreadable: [] }
      const range = typeof source === 'string' ? facetRange(source) : source.range(at)
      const dutyOf = typeof source === 'string' ? undefined : source.duty
      return readRange(db, table, range, limit, (record) =>
        rowOf(record, dutyOf ? dutyOf(record) : record.duty),
      )
    },
    count: async (db, section, at) => {
      const source = sourceOf(section, at)
      if (source === undefined) return 0
      return typeof source === 'string'
        ? countFacet(db, table, source)
        : countRange(db, table, source.range(at))
    },
    fallen: async (db, since, at, limit) => {
      const range = facetRange('open', since, at.now)
      return (await readRange(db, table, range, limit, (record) => rowOf(record, record.duty))).rows
    },
  }
}

/** Throws where a damaged record gave something else than words: the screen would break where it is drawn. */
function whole(row: WaitingRow): WaitingRow {
  const { number, state, duty, dueAt, about, who } = row
  const words = [number, state, duty ?? '', about, who].every((word) => typeof word === 'string')
  if (!words || (dueAt !== null && Number.isNaN(Date.parse(dueAt)))) throw new TypeError('a damaged record')
  return row
}

function bandRange(band: Exclude<Section, Queue>, at: WaitingAt): KeyRange {
  const { from, to } = spanOf(band, at)
  return to === null ? facetRange('open', from) : facetRange('open', from, to)
}
