import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfCivilDay, instantOf } from '../../util/civilTime'
import * as complaints from '../complaint/commands'
import * as complaint from '../complaint/testing'
import type { Complaint } from '../complaint/types'
import { telling } from '../incident/testing'
import { gapReport } from '../numbering/gapReport'
import { printed, withScan, withSignature } from '../register/paper'
import { contextAt } from '../register/testing'
import type { PrintState } from '../register/types'
import * as visits from '../visit/commands'
import type { CheckLine } from './check'
import { checkMonth } from './commonChecks'
import type { Papers } from './paperChecks'
import { registerMonths } from './registers'
import { type Books, monthViewOf } from './testing'
import type { ReviewView } from './view'

const MONTH = '2026-11'
const FORM = 'complaintVisit'
const SECOND = 'complaintReceipt'

/** Whether a record says something else than its paper is not for this file: here everything does. */
const PAPERS: Papers = {
  toSign: {
    complaints: [
      { form: FORM, title: '投诉来访记录' },
      { form: SECOND, title: '投诉处理回执' },
    ],
  },
  changed: () => true,
}

const clerk = (day: string, time = '09:00') => contextAt(instantOf(day, time), 'clerk')

function numbered(seq: number, record: Complaint): Complaint {
  return { ...record, id: `c${seq}`, number: `客服-TS-2026-000${seq}`, seq }
}

const registered = (day = '2026-11-09') => complaint.registered({ registeredAt: instantOf(day, '09:00') })

/** The record with a form printed at 10:00 of a day. */
function withPrint(record: Complaint, day = '2026-11-09', form = FORM): Complaint {
  const input = { form, digest: 'd', way: 'printer', copies: 1 } as const
  return complaint.accepted(complaints.rules.markPrinted(record, input, clerk(day, '10:00')))
}

function withPaper(record: Complaint, change: (print: PrintState | undefined) => PrintState): Complaint {
  return { ...record, prints: { ...record.prints, [FORM]: change(record.prints[FORM]) } }
}

function signed(record: Complaint, outcome: 'signed' | 'refused' = 'signed', day = '2026-11-10'): Complaint {
  const input = { outcome, by: '单雄信', at: instantOf(day), reason: outcome === 'refused' ? '不愿签' : '' }
  return withPaper(record, (print) => complaint.accepted(withSignature(print, input, clerk(day))))
}

const filed = (record: Complaint) =>
  withPaper(record, (print) =>
    complaint.accepted(withScan(print, { attachmentId: 'a' }, clerk('2026-11-11'))),
  )

function check(books: Books, parts: Partial<ReviewView> = {}, month = MONTH): CheckLine[] {
  return checkMonth(monthViewOf(month, books, parts), PAPERS)
}

const behind = (lines: CheckLine[], key: string) => lines.find((line) => line.key === key)?.findings ?? []

/** Lines over all registers that have something behind them, with the last digits of the numbers. */
function found(books: Books, parts: Partial<ReviewView> = {}): Record<string, string[]> {
  const lines = check(books, parts).filter(
    ({ key, findings }) => key.startsWith('all.') && findings.length > 0,
  )
  return Object.fromEntries(
    lines.map(({ key, findings }) => [key, findings.map(({ number }) => number.slice(-1))]),
  )
}

describe('the checklist as a whole (domain 12)', () => {
  it('has every line in the order of the specification, with nothing behind them in an empty month', () => {
    const lines = check({})
    expect(lines.flatMap(({ findings }) => findings)).toEqual([])
    const groups = lines.map(({ key }) => (key.startsWith('all.') ? key : (key.split('.')[0] ?? '')))
    expect([...new Set(groups)]).toEqual([
      'all.numbers',
      'all.voids',
      'all.notFilledIn',
      'all.unsigned',
      'all.notFiled',
      'all.refused',
      'all.notPrinted',
      'all.overdue',
      'complaint',
      'returnVisit',
      'incident',
      'lostItem',
      'visit',
      'all.changedAfterPrint',
      'correction',
    ])
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('holds the lines of every register that is there', () => {
    const keys = new Set(check({}).map(({ key }) => key))
    const own = registerMonths.flatMap(({ checks }) => checks(monthViewOf(MONTH, {})))
    expect(own.every(({ key }) => keys.has(key))).toBe(true)
  })
})

describe('numbers (domain 2)', () => {
  const row = (seq: number) => ({ number: `客服-TS-2026-000${seq}`, void: null })

  it('that are missing are named as runs, those used twice with both records', () => {
    const one = numbered(1, registered())
    const twin = { ...one, id: 'twin' }
    const gaps = gapReport([row(1), row(1), row(3), row(7), { number: '??', void: null }])
    const findings = behind(check({ complaints: [one, twin] }, { gaps }), 'all.numbers')
    expect(findings.map(({ table, id, number, why }) => [table, id, number, why?.word, why?.params])).toEqual(
      [
        ['', '客服-TS-2026-0002', '客服-TS-2026-0002', 'monthChecks:why.missing', undefined],
        [
          '',
          '客服-TS-2026-0004',
          '客服-TS-2026-0004',
          'monthChecks:why.missingRun',
          { count: 3, to: '客服-TS-2026-0006' },
        ],
        ['complaints', 'c1', '客服-TS-2026-0001', 'monthChecks:why.twice', undefined],
        ['complaints', 'twin', '客服-TS-2026-0001', 'monthChecks:why.twice', undefined],
        ['', '??', '??', 'monthChecks:why.unreadable', undefined],
      ],
    )
  })

  it('are named without prefix where the month holds no number to take it from', () => {
    const [finding] = behind(check({}, { gaps: gapReport([row(2)]) }), 'all.numbers')
    expect(finding?.number).toBe('TS-2026-0001')
  })

  it('that are void stand with their reason in the month in which that happened', () => {
    const record = numbered(1, complaint.voided())
    expect(behind(check({ complaints: [record] }), 'all.voids')).toMatchObject([
      { id: 'c1', reason: '登记两次', at: record.void?.at },
    ])
    expect(behind(check({ complaints: [record] }, {}, '2026-12'), 'all.voids')).toEqual([])
  })

  it('that were reserved are asked for once the day after is over, in every month until they are filled in', () => {
    const record = complaint.accepted(
      complaints.reserve({ given: { number: '客服-TS-2026-0001', year: 2026, seq: 1 } }, clerk('2026-11-30')),
    )
    const books = { complaints: [record] }
    expect(found(books, { now: endOfCivilDay('2026-12-01') })).toEqual({})
    expect(found(books, { now: instantOf('2026-12-02') })).toEqual({ 'all.notFilledIn': ['1'] })
    const october = checkMonth(
      { ...monthViewOf('2026-10', {}), rowsOf: monthViewOf(MONTH, books).rowsOf },
      PAPERS,
    )
    expect(behind(october, 'all.notFilledIn')).toEqual([])
  })
})

describe('paper over all registers (domain 10)', () => {
  const now = instantOf('2026-11-12')

  it.each<[string, Complaint, Record<string, string[]>]>([
    ['never printed and open', registered(), {}],
    ['never printed and closed', complaint.closed(), { 'all.notPrinted': ['1'] }],
    [
      'closed with only its second form printed',
      withPrint(complaint.closed(), '2026-11-11', SECOND),
      {
        'all.unsigned': ['1'],
        'all.notPrinted': ['1'],
      },
    ],
    ['printed', withPrint(registered()), { 'all.unsigned': ['1'] }],
    ['signed', signed(withPrint(registered())), { 'all.notFiled': ['1'] }],
    ['signed and filed', filed(signed(withPrint(registered()))), {}],
    ['refused', signed(withPrint(registered()), 'refused'), { 'all.refused': ['1'] }],
    ['refused and filed', filed(signed(withPrint(registered()), 'refused')), { 'all.refused': ['1'] }],
    [
      'printed anew',
      withPrint(filed(signed(withPrint(registered()))), '2026-11-11'),
      { 'all.unsigned': ['1'] },
    ],
    ['void', complaint.voided(), { 'all.voids': ['1'] }],
  ])('%s', (_what, record, lines) => {
    expect(found({ complaints: [numbered(1, record)] }, { now })).toEqual(lines)
  })

  it('asks for a form that was never printed in the month in which its record ended', () => {
    const record = { ...complaint.closed(), closedAt: instantOf('2026-12-03') }
    const asked = (month: string) =>
      behind(check({ complaints: [record] }, { now: instantOf('2027-01-05') }, month), 'all.notPrinted').map(
        ({ at }) => at,
      )
    expect(asked(MONTH)).toEqual([])
    expect(asked('2026-12')).toEqual([instantOf('2026-12-03')])
  })

  it('names the form, and since when', () => {
    const [finding] = behind(check({ complaints: [withPrint(registered())] }, { now }), 'all.unsigned')
    expect(finding).toMatchObject({
      at: instantOf('2026-11-09', '10:00'),
      why: { word: 'monthChecks:why.form', params: { form: '投诉来访记录' } },
    })
  })

  it('names a record once, with all of its forms', () => {
    const record = withPrint(withPrint(registered(), '2026-11-10', SECOND))
    expect(behind(check({ complaints: [record] }, { now }), 'all.unsigned')).toMatchObject([
      {
        at: instantOf('2026-11-09', '10:00'),
        why: { params: { form: '投诉来访记录》《投诉处理回执' } },
      },
    ])
  })

  it('asks for no scan of what was signed on the screen', () => {
    const drawing = { width: 1000, height: 500, strokes: [[0, 0, 500, 250, 1000, 500]] }
    const record = withPaper(registered(), () => ({
      ...printed(undefined, { digest: 'd', way: 'screen', copies: 0 }, clerk('2026-11-09')),
      signature: { outcome: 'signed', by: '单雄信', at: now, reason: '', version: 1, recordedBy: '小林' },
      drawn: [{ digest: 'd', role: '投诉人', by: '单雄信', at: now, pointer: 'pen', version: 1, drawing }],
    }))
    expect(found({ complaints: [record] }, { now })).toEqual({})
  })

  it('leaves to the next month what was printed or signed in it', () => {
    const open = registered('2026-11-29')
    const later = [
      withPrint(open, '2026-12-02'),
      signed(withPrint(open, '2026-11-29'), 'signed', '2026-12-02'),
    ]
    const books = { complaints: later.map((record, at) => numbered(at + 1, record)) }
    expect(found(books, { now: instantOf('2026-12-03') })).toEqual({})
  })
})

describe('打印后有改动 (domain 10, 12)', () => {
  const record = withPrint(complaint.judged({}, { registeredAt: instantOf('2026-11-09', '09:00') }))
  const assigned = (day: string) => {
    const input = { department: '维修班', responsible: '赵师傅', promisedAt: null }
    return complaint.accepted(complaints.assign(record, input, contextAt(instantOf(day))))
  }
  const changes = (one: Complaint, papers = PAPERS, month = MONTH) =>
    behind(checkMonth(monthViewOf(month, { complaints: [one] }), papers), 'all.changedAfterPrint')

  it('names the step that came after the newest print', () => {
    expect(changes(assigned('2026-11-10'))).toMatchObject([
      { at: instantOf('2026-11-10'), why: { params: { form: '投诉来访记录' } } },
    ])
    expect(changes(withPrint(assigned('2026-11-10'), '2026-11-11'))).toEqual([])
  })

  it('goes by what the paper says where a step left that as it is', () => {
    expect(changes(assigned('2026-11-10'), { ...PAPERS, changed: () => false })).toEqual([])
  })

  it('does not ask the paper where only paper, 附件 and 关联 came after', () => {
    const asked: string[] = []
    const papers = { ...PAPERS, changed: () => asked.push('asked') > 0 }
    const other = { table: 'visits', id: 'v', number: '客服-FW-2026-0001', relation: 'related' } as const
    const linked = complaint.accepted(complaints.rules.link(signed(record), { other }, clerk('2026-11-10')))
    const attached = complaints.rules.attach(linked, { attachmentIds: ['a'] }, clerk('2026-11-10'))
    expect(changes(complaint.accepted(attached), papers)).toEqual([])
    expect(asked).toEqual([])
  })

  it('leaves a change of the next month to that month', () => {
    expect(changes(assigned('2026-12-01'))).toEqual([])
    expect(changes(assigned('2026-12-01'), PAPERS, '2026-12')).toHaveLength(1)
  })
})

describe('超期未办 (domain 11, 12)', () => {
  it('begins with what has waited longest', () => {
    const days = ['2026-11-03', '2026-11-01', '2026-11-02']
    const rows = days.map((day, at) => numbered(at + 1, registered(day)))
    expect(found({ complaints: rows })['all.overdue']).toEqual(['2', '3', '1'])
    // What waits equally long is by number.
    const same = [3, 1, 2].map((seq) => numbered(seq, registered()))
    expect(found({ complaints: same })['all.overdue']).toEqual(['1', '2', '3'])
  })

  it('names what was due within the month, with what is owed', () => {
    const record = registered()
    const due = record.duty?.dueAt ?? ''
    const overdue = (now: string) => behind(check({ complaints: [record] }, { now }), 'all.overdue')
    expect(overdue(due)).toEqual([])
    expect(overdue(instantOf('2026-11-25'))).toMatchObject([
      { at: due, why: { word: `complaints:duty.${record.duty?.kind}` } },
    ])
  })

  it('leaves what falls due in the next month to that month', () => {
    const record = registered('2026-11-28')
    const now = instantOf('2026-12-28')
    expect(behind(check({ complaints: [record] }, { now }), 'all.overdue')).toEqual([])
    expect(behind(check({ complaints: [record] }, { now }, '2026-12'), 'all.overdue')).toHaveLength(1)
  })

  it('does not name a reserved number twice', () => {
    const given = { number: '客服-FW-2026-0001', year: 2026, seq: 1 }
    const blank = complaint.accepted(visits.reserve(given, clerk('2026-11-09')))
    expect(found({ visits: [blank] })).toEqual({ 'all.notFilledIn': ['1'] })
  })
})

describe('a 限阅 incident in the lines over all registers (domain 7, 13)', () => {
  it('says its number and type only, whatever it holds', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (isVoid, hasDuty) => {
        const at = instantOf('2026-11-22')
        const secret = {
          ...telling({ kind: 'death' }),
          restricted: true,
          void: isVoid ? { reason: '秘原因', at, by: '秘人' } : null,
          duty: hasDuty ? { kind: 'firstReport', dueAt: at } : null,
        }
        const lines = check({ incidents: [secret] })
        expect(JSON.stringify(lines)).not.toContain('秘')
        expect(lines.flatMap(({ findings }) => findings).every(({ about }) => about === '客户死亡')).toBe(
          true,
        )
      }),
    )
  })
})
