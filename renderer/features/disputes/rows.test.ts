import { describe, expect, it } from 'vitest'
import type { Dispute } from '../../../shared/domain/dispute/types'
import { compareRows, type CompareWords, recordRows, say } from './rows'

const words: CompareWords = {
  label: (path) => (/nature|severity|place|content/.test(path) ? `<${path}>` : null),
  value: (path, value) => (path === 'judgement.severity' ? `w:${value}` : null),
  common: (name) => (['state', 'reason', 'by'].includes(name) ? `[${name}]` : null),
  other: '[other]',
  yes: '是',
  no: '否',
}
const dispute = (fields: Dispute['fields']): Dispute => ({
  id: 'd',
  table: 'complaints',
  recordId: 'r',
  number: '客服-TS-2026-0001',
  kind: 'fields',
  fields,
  waiting: {},
  deviceId: 'b',
  opId: 'o',
  foundAt: '2026-11-21T01:30:00.000Z',
  state: 'open',
  decidedAt: null,
  decidedBy: '',
  chosen: [],
})

describe('the comparison of two versions', () => {
  it('shows what stands now, not what stood when it was found', () => {
    const rows = compareRows(
      dispute([{ path: 'intake.place', base: '西门', inForce: '东门', waiting: '南门' }]),
      { intake: { place: '北门' } },
      words,
    )
    expect(rows).toEqual([
      {
        path: 'intake.place',
        label: '<intake.place>',
        base: '西门',
        inForce: '北门',
        waiting: '南门',
        together: false,
      },
    ])
  })

  it('says what goes together, and names what the register does not name', () => {
    const rows = compareRows(
      dispute([{ path: 'state', base: 'accepted', inForce: 'closed', waiting: 'accepted' }]),
      null,
      words,
    )
    expect(rows).toMatchObject([{ label: '[state]', inForce: 'closed', together: true }])
  })

  it('tells a part field by field, and leaves out what has no word', () => {
    const judgement = { nature: 'valid', severity: 'major', judgedBy: '甲' }
    expect(say('judgement', judgement, words)).toBe(
      '<judgement.nature>：valid\n<judgement.severity>：w:major',
    )
  })

  it('says why a version was made void, and by whom', () => {
    const waiting = { reason: '登记重复', by: '赵工' }
    const rows = compareRows(dispute([{ path: 'void', base: null, inForce: null, waiting }]), null, words)
    expect(rows).toMatchObject([{ label: '[other]', inForce: '', waiting: '[reason]：登记重复\n[by]：赵工' }])
  })

  it('tells two records of one number apart by what differs', () => {
    const held = { id: 'a', rev: 1, intake: { content: '门禁坏了', place: '东门' } }
    const waiting = { id: 'b', rev: 3, intake: { content: '车库漏水', place: '东门' } }
    expect(recordRows(held, waiting, words)).toMatchObject([
      { label: '<intake.content>', inForce: '门禁坏了', waiting: '车库漏水' },
    ])
  })

  it.each([
    ['closedAt', '2026-11-21T01:30:00.000Z', '2026-11-21 09:30'],
    ['lossFen', 12_345, '123.45'],
    ['phones', ['1', '2'], '1；2'],
    ['active', false, '否'],
    ['void', null, ''],
  ])('%s', (path, value, text) => expect(say(path, value, words)).toBe(text))

  it('knows items of lists by their field', () => {
    const rows = compareRows(
      dispute([{ path: 'answers.#a%2E1.content', base: null, inForce: null, waiting: '已修好' }]),
      { answers: [] },
      words,
    )
    expect(rows).toMatchObject([{ label: '<answers.content>', inForce: '', waiting: '已修好' }])
  })
})
