import { describe, expect, it } from 'vitest'
import complaints from '../../../resources/locales/zh-CN/complaints.json'
import incidents from '../../../resources/locales/zh-CN/incidents.json'
import lostItems from '../../../resources/locales/zh-CN/lostItems.json'
import lostReports from '../../../resources/locales/zh-CN/lostReports.json'
import returnVisits from '../../../resources/locales/zh-CN/returnVisits.json'
import visits from '../../../resources/locales/zh-CN/visits.json'
import * as complaint from '../../../shared/domain/complaint/testing'
import type { CorrectableTable } from '../../../shared/domain/correction/registers'
import { readPath } from '../../../shared/domain/correction/values'
import * as incident from '../../../shared/domain/incident/testing'
import * as lostItem from '../../../shared/domain/lostItem/testing'
import * as lostReport from '../../../shared/domain/lostReport/testing'
import * as visit from '../../../shared/domain/visit/testing'
import { valueAt } from '../../../shared/util/paths'
import { returnVisitTo } from '../../data/testing/visits'
import { fieldsOfTarget } from './wording'

const WORDS: Record<string, unknown> = { complaints, incidents, lostItems, lostReports, returnVisits, visits }

/** The word of a key, `complaints:field.place`. */
function wordOf(key: string): unknown {
  const [namespace = '', path = ''] = key.split(':')
  return valueAt(WORDS[namespace], path)
}

const RECORDS: [CorrectableTable, object][] = [
  ['complaints', complaint.closed()],
  ['lostItems', lostItem.stated()],
  ['lostReports', lostReport.opened()],
  ['incidents', incident.archived()],
  ['visits', visit.visited()],
  ['returnVisits', { entry: returnVisitTo('5-2-301') }],
]

describe.each(RECORDS)('what can be corrected of %s', (table, record) => {
  const fields = fieldsOfTarget(table, record)

  it('has a word for every field, part and choice, and each stands once', () => {
    expect(fields.length).toBeGreaterThan(5)
    for (const field of fields) {
      expect([field.path, wordOf(field.label)]).toEqual([field.path, expect.any(String)])
      expect([field.path, wordOf(field.part)]).toEqual([field.path, expect.any(String)])
      if (field.kind !== 'choice') continue
      for (const option of field.options) {
        expect([option, wordOf(`${field.words}.${option}`)]).toEqual([option, expect.any(String)])
      }
    }
    const paths = fields.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('stands in the record: a field that is required says something', () => {
    for (const { path, kind } of fields) {
      const parent = path.split('.').slice(0, -1).join('.')
      expect([path, parent === '' ? record : valueAt(record, parent)]).toEqual([path, expect.any(Object)])
      const said = readPath(record, path)
      if (kind === 'choice' && said !== null) expect(typeof said).toBe('string')
    }
  })
})
