import type { RegisterName } from '../../shared/domain/numbering/registers'
import { getRecords, listRecords, type RecordTables, type RegisterTable } from '../data'
import type { Linkable, LinkedLine } from '../register/links/linkables'
import { translateKey } from '../ui'

/** The registers whose records can be linked with one another: one entry a register. */
export const linkables: readonly Linkable[] = [
  linkable('complaints', 'complaint', ({ intake }) => intake.content),
  linkable('visits', 'visit', ({ plan, findings }) =>
    [plan.person.unitCode, plan.person.name, findings?.parts.management].filter(Boolean).join(' '),
  ),
  linkable('returnVisits', 'returnVisit', ({ entry }) => entry?.content ?? ''),
  linkable('lostItems', 'lostItem', ({ intake }) => intake.name),
  linkable('lostReports', 'lostReport', ({ intake }) => intake.item),
  linkable('incidents', 'incident', ({ report }) => report.course || report.place),
  linkable('corrections', 'correction', ({ target, reason }) => `${target.number} ${reason}`),
]

/** `about`: what a record is about, in a few words. Routes and words are named after the table. */
function linkable<K extends RegisterTable>(
  table: K,
  register: RegisterName,
  about: (record: RecordTables[K]) => string,
): Linkable {
  const lineOf = (record: RecordTables[K]): LinkedLine => ({
    id: record.id,
    number: record.number,
    state: translateKey(`${table}:state.${record.state}`),
    ended: record.duty === null,
    duty: record.duty,
    text: about(record).slice(0, 200),
    createdAt: record.createdAt,
  })
  return {
    table,
    register,
    kind: register,
    route: `/${table}`,
    read: async (db, ids) => (await getRecords(db, table, ids)).map(lineOf),
    ofUnit: async (db, unitId, limit) => {
      const facets = [`#unit:${unitId}`]
      return (await listRecords(db, { table, facets, after: null, limit })).rows.map(lineOf)
    },
  }
}
