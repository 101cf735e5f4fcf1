import type { Migration, Row } from './types'

type Rows = Row[]

function rowsOf(value: unknown): Rows {
  return Array.isArray(value) ? (value as Rows) : []
}

function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
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
    return {
      ...kept,
      intake: { ...rowOf(complaint['intake']), lossOrInjury: false },
      handling: handling ? { ...rowOf(handling), consent: null } : null,
      prints: withPaper(complaint['prints']),
      links: linksOf(complaint, numbers, repeats),
      attachmentIds: [],
      alsoFirstAskedUserIds: [],
      others: [],
      unreachable: null,
      joinedInto: null,
    }
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
