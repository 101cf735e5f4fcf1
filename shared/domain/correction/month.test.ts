import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import type { Result } from '../../util/result'
import { figureOf, monthViewOf } from '../month/testing'
import { contextAt } from '../register/testing'
import { apply, verify } from './commands'
import { correctionLife, correctionRules } from './lifecycle'
import { correctionMonth } from './month'
import type { Correction, CorrectionTarget } from './types'

const MONTH = '2026-11'
const COMPLAINT = { table: 'complaints', id: 'c1', number: '客服-TS-2026-0007' }

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

/** A 更正单 for a record of October, asked for at 09:00 of a day. */
function asked(seq: number, day: string, target: CorrectionTarget = COMPLAINT): Correction {
  const given = { number: `客服-BG-2026-000${seq}`, year: 2026, seq }
  const fields = {
    id: `b${seq}`,
    register: 'correction' as const,
    target,
    month: '2026-10',
    changes: [],
    voids: true,
    reason: '登记有误',
    requestedBy: '小林',
    requestedByUserId: 'u-clerk',
    verification: null,
    approval: null,
    appliedAt: null,
  }
  return correctionLife.begin('request', 'requested', given, fields, contextAt(instantOf(day, '09:00')))
}

function applied(record: Correction, day: string): Correction {
  const seen = accepted(verify(record, { words: '' }, contextAt(instantOf(day, '10:00'))))
  return accepted(apply(seen, { words: '' }, contextAt(instantOf(day, '11:00'), 'director')))
}

const books = {
  corrections: [
    applied(asked(1, '2026-10-30'), '2026-11-02'),
    applied(asked(2, '2026-11-05'), '2026-11-06'),
    asked(3, '2026-11-28'),
    accepted(
      correctionRules.voidRecord(
        asked(4, '2026-11-10'),
        { reason: '不用了' },
        contextAt(instantOf('2026-11-11')),
      ),
    ),
    applied(asked(5, '2026-11-29'), '2026-12-01'),
    asked(6, '2026-12-02'),
  ],
}

const found = (key: string) =>
  correctionMonth.checks(monthViewOf(MONTH, books)).find((line) => line.key === `correction.${key}`)
    ?.findings ?? []

describe('更正单 in the review of a month (domain 12)', () => {
  it('are counted when asked for and when applied', () => {
    const said = correctionMonth.figures(monthViewOf(MONTH, books))
    const values = ['added', 'applied', 'open'].map((key) => figureOf(said, `correction.${key}`).value)
    expect(values).toEqual([3, 2, 2])
    expect(said.carryOver).toMatchObject({ carriedIn: 1, added: 3, completed: 2, carriedOut: 2 })
  })

  it('show those of the month with what became of them, and those still open at its end', () => {
    expect(found('open').map(({ id }) => id)).toEqual(['b3', 'b5'])
    expect(found('ofMonth').map(({ id, why }) => [id, why?.word])).toEqual([
      ['b2', 'corrections:state.applied'],
      ['b3', 'corrections:state.requested'],
      ['b5', 'corrections:state.applied'],
    ])
  })

  it('lead to the records that they changed, of whatever month those are', () => {
    expect(found('changed')).toEqual(
      ['客服-BG-2026-0001', '客服-BG-2026-0002'].map((number, at) => ({
        ...COMPLAINT,
        about: '',
        at: instantOf(at === 0 ? '2026-11-02' : '2026-11-06', '11:00'),
        why: { word: 'monthChecks:why.correctedBy', params: { number } },
        reason: '登记有误',
      })),
    )
  })

  it('do not say why an incident was corrected: not everybody may read it', () => {
    const target = { table: 'incidents', id: 'i1', number: '客服-SG-2026-0001' }
    const corrections = [applied(asked(1, '2026-11-05', target), '2026-11-06')]
    const lines = correctionMonth.checks(monthViewOf(MONTH, { corrections }))
    expect(JSON.stringify(lines)).not.toContain('登记有误')
    expect(lines.map(({ findings }) => findings.length)).toEqual([0, 1, 1])
  })
})
