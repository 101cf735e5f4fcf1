import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import type { Migration, Row } from './types'

/** The fields that 《投诉来访记录》 showed in version 1, of which a print kept the digest. */
const SHOWN_BEFORE = [
  'number',
  'receivedBy',
  'intake',
  'judgement',
  'handling',
  'suspension',
  'answers',
  'returnVisits',
  'verification',
  'summary',
  'closedAt',
  'closedBy',
  'escalatedAt',
  'escalatedBecause',
  'correctiveActionRef',
  'headOfficeReportedAt',
  'linkedIds',
  'void',
]

/** The fields that it shows in version 2. */
const SHOWN_AFTER = [
  ...SHOWN_BEFORE.filter((field) => field !== 'linkedIds'),
  'links',
  'others',
  'attachmentIds',
  'unreachable',
]

type Rows = Row[]

function rowsOf(value: unknown): Rows {
  return Array.isArray(value) ? (value as Rows) : []
}

function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

/** The digest by which a print is compared; chain and journal rest on the same two functions, so they stay as they are. */
function digestOf(row: Row, fields: readonly string[]): string {
  return sha256Hex(canonicalJson(Object.fromEntries(fields.map((field) => [field, row[field]]))))
}

/** A sheet that shows what its record says goes on doing so: the new fields are no 打印后有改动. */
function withSheets(before: Row, after: Row): Row {
  const prints = Object.entries(withPaper(before['prints'])).map(([form, value]) => {
    const print = rowOf(value)
    const same = print['printedDigest'] === digestOf(before, SHOWN_BEFORE)
    return [form, same ? { ...print, printedDigest: digestOf(after, SHOWN_AFTER) } : print]
  })
  return { ...after, prints: Object.fromEntries(prints) as Row }
}

/** Prints so far become the first lines of their history; nobody had noted signatures or scans yet. */
function withPaper(prints: unknown): Row {
  return Object.fromEntries(
    Object.entries(rowOf(prints)).map(([form, value]) => {
      const print = rowOf(value)
      const { version, printedAt: at, printedBy: by } = print
      const history = [{ version, at, by, way: 'printer', copies: 1 }]
      return [form, { ...print, history, signature: null, filing: null }]
    }),
  )
}

/** 关联编号 by id alone become links that say which record, of which number, and why. */
function linksOf(
  complaint: Row,
  numbers: ReadonlyMap<unknown, unknown>,
  repeats: ReadonlyMap<unknown, unknown>,
): Rows {
  return rowsOf(complaint['linkedIds']).map((id: unknown) => {
    const repeat = complaint['repeatOf'] === id || repeats.get(id) === complaint['id']
    return { table: 'complaints', id, number: numbers.get(id) ?? '', relation: repeat ? 'repeat' : 'related' }
  })
}

function complaintsUp(complaints: Rows): Rows {
  const numbers = new Map(complaints.map((row) => [row['id'], row['number']]))
  const repeats = new Map(complaints.map((row) => [row['id'], row['repeatOf']]))
  return complaints.map((complaint) => {
    const { linkedIds: _gone, ...kept } = complaint
    const handling = complaint['handling']
    return withSheets(complaint, {
      ...kept,
      intake: { ...rowOf(complaint['intake']), lossOrInjury: false },
      handling: handling ? { ...rowOf(handling), consent: null } : null,
      // There was one complainant only, whom everything concerned.
      answers: rowsOf(complaint['answers']).map((answer) => ({ ...answer, person: '' })),
      returnVisits: rowsOf(complaint['returnVisits']).map((visit) => ({ ...visit, person: '' })),
      links: linksOf(complaint, numbers, repeats),
      attachmentIds: [],
      alsoFirstAskedUserIds: [],
      others: [],
      unreachable: null,
      joinedInto: null,
    })
  })
}

/** Version 2: the complaint book whole. */
export const complaintBook: Migration = {
  to: 2,
  title: 'Complaints with several people, attachments, signatures and links of every register',
  tables: ['complaints', 'office', 'settings'],
  up: ({ complaints = [], office = [], settings = [] }) => ({
    complaints: complaintsUp(complaints),
    office: office.map((row) => ({ ...row, demo: false })),
    settings: settings.map((row) => ({ ...row, notifyDue: true })),
  }),
}
