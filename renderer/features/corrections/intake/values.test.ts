import { expect, it } from 'vitest'
import type { CorrectableField } from '../../../../shared/domain/register/correctable'
import { changesIn, openedValues } from './values'

const COMMON = { label: 'x:y', part: 'x:z', required: false }
const FIELDS: CorrectableField[] = [
  { ...COMMON, kind: 'text', path: 'intake.place' },
  { ...COMMON, kind: 'fen', path: 'estimate.fen' },
  { ...COMMON, kind: 'choice', path: 'report.severity', options: ['minor', 'major'], words: 'x:severity' },
  { ...COMMON, kind: 'instant', path: 'returnVisits.0.visitedAt' },
  { ...COMMON, kind: 'phone', path: 'intake.phone' },
  { ...COMMON, kind: 'yesNo', path: 'report.personHurt' },
]
const RECORD = {
  intake: { place: '大堂', phone: '13912345678' },
  estimate: { fen: 9950 },
  report: { severity: null },
  returnVisits: [{ visitedAt: '2026-10-02T01:00:00.000Z' }],
}

it('opens with what the record says, and asks for nothing while that stands', () => {
  const values = openedValues(RECORD, FIELDS)
  expect(values).toMatchObject({
    'intake/place': '大堂',
    'estimate/fen': 99.5,
    'intake/phone': '139 1234 5678',
    'report/severity': '',
  })
  expect(changesIn(RECORD, FIELDS, values)).toEqual([])
})

it('names each field that was changed, with what is stored', () => {
  const values = { ...openedValues(RECORD, FIELDS), 'estimate/fen': 120.05, 'report/severity': 'major' }
  expect(changesIn(RECORD, FIELDS, values)).toEqual([
    { path: 'estimate.fen', before: 9950, after: 12005 },
    { path: 'report.severity', before: null, after: 'major' },
  ])
})
