import { beforeAll, describe, expect, it } from 'vitest'
import { loadPinyin } from '../../../util/pinyin'
import { changedAfterPrint, contentDigest } from '../content'
import { listFacets, sortKey } from '../facets'
import { awaitingSignature, RECEIPT_FORM } from '../paper'
import { asksForIncidentReport, suggestRouting } from '../routing'
import { complaintSearchText } from '../searchText'
import {
  accepted,
  answered,
  closed,
  contextAt,
  handled,
  inProgress,
  intakeOf,
  judged,
  registered,
  VISITED_AT,
  visited,
  voided,
} from '../testing'
import type { Complaint } from '../types'
import * as commands from './index'

const clerk = contextAt(VISITED_AT, 'clerk')
const FORM = 'complaintVisit'
const print = (digest: string) => ({ form: FORM, digest, way: 'printer', copies: 1 }) as const
const other = { table: 'complaints', id: 'x', number: '客服-TS-2026-0009', relation: 'related' } as const

describe('打印后有改动 (domain 10)', () => {
  it('notices a change of what the form shows until it is printed again', () => {
    const record = handled()
    expect(changedAfterPrint(record, FORM)).toBe(false)
    const input = print(contentDigest(record))
    const printed = accepted(commands.markPrinted(record, input, clerk))
    expect(printed.prints[FORM]).toEqual({
      version: 1,
      printedAt: VISITED_AT,
      printedBy: '小林',
      printedDigest: input.digest,
      history: [{ version: 1, at: VISITED_AT, by: '小林', way: 'printer', copies: 1 }],
      signature: null,
      filing: null,
    })
    expect(changedAfterPrint(printed, FORM)).toBe(false)
    const changed = answered(printed)
    expect(changedAfterPrint(changed, FORM)).toBe(true)
    const again = print(contentDigest(changed))
    const reprinted = accepted(commands.markPrinted(changed, again, clerk))
    expect(reprinted.prints[FORM]?.version).toBe(2)
    expect(changedAfterPrint(reprinted, FORM)).toBe(false)
  })

  it('looks at what each form shows: a return visit does not change the receipt, an answer does', () => {
    const record = answered(handled())
    const receipt = { ...print(contentDigest(record, RECEIPT_FORM)), form: RECEIPT_FORM }
    const marked = accepted(commands.markPrinted(record, receipt, clerk))
    const visit = {
      visitedAt: VISITED_AT,
      way: 'phone',
      visitedBy: '',
      outcome: 'notReached',
      words: '',
    } as const
    const seen = accepted(commands.recordReturnVisit(marked, visit, clerk)).complaint
    expect(contentDigest(seen)).not.toBe(contentDigest(marked))
    expect(changedAfterPrint(seen, RECEIPT_FORM)).toBe(false)
    expect(changedAfterPrint(answered(seen), RECEIPT_FORM)).toBe(true)
  })

  it('notices that a printed complaint was voided', () => {
    const record = handled()
    const input = print(contentDigest(record))
    const printed = accepted(commands.markPrinted(record, input, clerk))
    const ended = accepted(commands.voidComplaint(printed, { reason: '登记两次' }, contextAt(VISITED_AT)))
    expect(changedAfterPrint(ended, FORM)).toBe(true)
  })

  it('takes neither revision, steps, duty nor other prints for content', () => {
    const record = handled()
    const twin = { ...record, rev: 9, duty: null, steps: [], updatedAt: VISITED_AT, prints: {} }
    expect(contentDigest(twin)).toBe(contentDigest(record))
    expect(contentDigest(JSON.parse(JSON.stringify(record)))).toBe(contentDigest(record))
  })

  it('prints and links ended records too, and links each once', () => {
    for (const record of [closed(), voided()]) {
      const printed = accepted(commands.markPrinted(record, print('d'), clerk))
      const linked = accepted(commands.link(printed, { other }, clerk))
      expect(linked).toMatchObject({ state: record.state, links: [other], duty: null })
      expect(commands.link(linked, { other }, clerk)).toMatchObject({
        refusal: { key: 'link.already' },
      })
      expect(commands.link(linked, { other: { ...other, id: linked.id } }, clerk)).toMatchObject({
        refusal: { key: 'link.toItself' },
      })
    }
  })
})

describe('签字 on a complaint (domain 10)', () => {
  const signature = { form: FORM, outcome: 'signed', by: '单雄信', at: VISITED_AT, reason: '' } as const
  const marked = (record: Complaint) => accepted(commands.markPrinted(record, print('d'), clerk))
  const signed = (record: Complaint) => accepted(commands.recordSignature(record, signature, clerk))

  it('waits in the list until it is signed or refused, and again after a reprint', () => {
    const record = marked(handled())
    expect([awaitingSignature(handled()), awaitingSignature(record)]).toEqual([false, true])
    expect(listFacets(record)).toContain('awaiting')
    expect(awaitingSignature(signed(record))).toBe(false)
    const refused = { ...signature, outcome: 'refused', reason: '不认可处理结果' } as const
    expect(awaitingSignature(accepted(commands.recordSignature(record, refused, clerk)))).toBe(false)
    expect(awaitingSignature(marked(signed(record)))).toBe(true)
    expect(awaitingSignature(marked(voided()))).toBe(false)
  })

  it('is noted and filed on ended records too, by whoever works at the desk', () => {
    for (const record of [closed(), voided()]) {
      const done = signed(marked(record))
      const filed = accepted(commands.fileScan(done, { form: FORM, attachmentId: 'a1' }, clerk))
      expect(filed.prints[FORM]).toMatchObject({
        signature: { by: '单雄信', version: 1 },
        filing: { attachmentId: 'a1', version: 1 },
      })
      expect(filed.steps.slice(-3).map(({ command, note }) => [command, note])).toEqual([
        ['markPrinted', `${FORM} 1`],
        ['recordSignature', `${FORM} 1`],
        ['fileScan', `${FORM} 1`],
      ])
    }
    const viewer = contextAt(VISITED_AT, 'viewer')
    for (const result of [
      commands.markPrinted(handled(), print('d'), viewer),
      commands.recordSignature(marked(handled()), signature, viewer),
      commands.fileScan(marked(handled()), { form: FORM, attachmentId: 'a1' }, viewer),
    ]) {
      expect(result).toMatchObject({ refusal: { key: 'office.notAllowed' } })
    }
  })

  it('keeps each form apart', () => {
    const record = signed(marked(handled()))
    expect(commands.recordSignature(record, { ...signature, form: 'complaintReceipt' }, clerk)).toMatchObject(
      {
        refusal: { key: 'paper.notPrinted' },
      },
    )
  })
})

describe('lists (ui, "List")', () => {
  it.each([
    [registered(), ['open', 'state:accepted', 'received:小林', 'first:u-clerk']],
    [
      inProgress(),
      [
        'open',
        'state:inProgress',
        'cause:facilities',
        'severity:minor',
        'responsible:赵师傅',
        'received:小林',
        'first:u-clerk',
      ],
    ],
    [
      closed(),
      ['ended', 'state:closed', 'cause:facilities', 'severity:minor', 'responsible:赵师傅', 'received:小林'],
    ],
    [voided(), ['ended', 'state:void', 'cause:facilities', 'severity:minor', 'received:小林']],
  ])('puts a record into its sets: %#', (record, facets) => {
    expect(listFacets(record)).toEqual(facets)
  })

  it('sorts by what is due next, then by number; ended records last', () => {
    const [first, second] = [handled(), visited()]
    expect(sortKey(first) < sortKey(second)).toBe(true)
    expect(sortKey(second) < sortKey(closed())).toBe(true)
    expect(sortKey({ ...first, number: '客服-TS-2026-0002' }) > sortKey(first)).toBe(true)
  })
})

describe('search (domain 10)', () => {
  beforeAll(loadPinyin)

  it('finds number, name, pinyin, part of a phone, door and the words', () => {
    const text = complaintSearchText(answered(handled()))
    for (const word of [
      'ts20260001',
      '单雄信',
      'sxx',
      'shanxiongxin',
      '1234567',
      '52301',
      '没人来修',
      '更换门机',
    ]) {
      expect(text).toContain(word)
    }
  })

  it('holds nothing that could name a 匿名 complainant, nor ids', () => {
    const complainant = { ...intakeOf().complainant, anonymous: true, unitId: 'unit-1' }
    const text = complaintSearchText(registered({ complainant }))
    for (const word of ['单雄信', 'sxx', '1381234', '52301', 'unit1']) expect(text).not.toContain(word)
    expect(text).toContain('没人来修')
  })
})

describe('routing suggestion by 原因类别 (domain 5)', () => {
  it.each([
    ['fees', 'minor', ['director', 'supervisor']],
    ['facilities', 'minor', ['maintenance']],
    ['facilities', 'major', ['director', 'supervisor']],
    ['safetyParking', 'minor', ['supervisor', 'securityLead']],
    ['cleaningGreening', 'important', ['supervisor']],
    ['attitude', 'minor', ['director']],
    ['neighbours', 'minor', ['supervisor']],
  ] as const)('%s, %s: %j', (cause, severity, targets) => {
    expect(suggestRouting(cause, severity)).toEqual(targets)
  })

  it('asks for a 《事故报告》 when 重要/重大, or for any loss or injury', () => {
    expect(asksForIncidentReport(judged().judgement, false)).toBe(false)
    expect(asksForIncidentReport(judged().judgement, true)).toBe(true)
    expect(asksForIncidentReport(judged({ severity: 'important' }).judgement, false)).toBe(true)
    expect(asksForIncidentReport(null, false)).toBe(false)
  })
})
