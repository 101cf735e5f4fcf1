import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import * as commands from './commands'
import { contentDigest } from './content'
import { listFacets, sortKey } from './facets'
import { CLAIM_FORM, LABEL_FORM } from './paper'
import {
  accepted,
  contextAt,
  expiredAt,
  HANDED_IN_AT,
  intakeOf,
  LATER,
  noticed,
  refused,
  showing,
  stated,
  stored,
} from './testing'

const AT = instantOf('2026-03-10', '11:00')
const given = { number: '客服-SW-2026-0002', year: 2026, seq: 2 }

describe('what every record has (domain 10)', () => {
  const { lostItemRules: rules } = commands

  it('takes a claim back that was just given, by who gave it or a supervisor', () => {
    const record = stated()
    const done = accepted(commands.claim(record, showing(record), contextAt(AT, 'clerk')))
    const back = accepted(rules.undo(done, record, contextAt(AT, 'clerk')))
    expect(back).toMatchObject({ state: 'stored', rev: done.rev + 1, claims: record.claims })
    expect(back.custodyUntil).toBe(record.custodyUntil)
    expect(refused(rules.undo(stored(), stored(), contextAt(AT, 'clerk')))).toBe('undo.never')
  })

  it('does not take back what came by itself', () => {
    const expired = expiredAt(LATER, noticed())
    expect(refused(rules.undo(expired, noticed(), contextAt(LATER)))).toBe('undo.byItself')
  })

  it('is voided by a supervisor with a reason; what has left is not', () => {
    expect(refused(rules.voidRecord(stored(), { reason: 'x' }, contextAt(AT, 'clerk')))).toBe(
      'office.notAllowed',
    )
    expect(accepted(rules.voidRecord(stored(), { reason: '重复登记' }, contextAt(AT))).state).toBe('void')
    const record = stated()
    const done = accepted(commands.claim(record, showing(record), contextAt(AT, 'clerk')))
    expect(refused(rules.voidRecord(done, { reason: 'x' }, contextAt(AT)))).toBe('lostItem.isClosed')
  })

  it('a label and the claim form show different things of it', () => {
    const record = stored()
    const moved = { ...record, intake: { ...record.intake, features: '红色' } }
    expect(contentDigest(moved, LABEL_FORM)).toBe(contentDigest(record, LABEL_FORM))
    expect(contentDigest(moved, CLAIM_FORM)).not.toBe(contentDigest(record, CLAIM_FORM))
    expect(contentDigest(stated(), CLAIM_FORM)).not.toBe(contentDigest(record, CLAIM_FORM))
  })

  it('a blank sheet is filled in with what stands on it, and is then no different from its paper', () => {
    const clerk = contextAt(HANDED_IN_AT, 'clerk')
    const blank = accepted(commands.reserve({ given }, clerk))
    expect(blank).toMatchObject({ state: 'reserved', duty: { kind: 'fillIn' } })
    const print = { form: CLAIM_FORM, digest: contentDigest(blank), way: 'blank', copies: 1 } as const
    const printed = accepted(rules.markPrinted(blank, print, clerk))
    const early = { intake: intakeOf({ foundAt: null, handedInAt: instantOf('2026-03-08') }) }
    expect(refused(commands.fillIn(printed, early, contextAt(AT, 'clerk')))).toBe(
      'lostItem.beforeReservation handedInAt',
    )
    const filled = accepted(commands.fillIn(printed, { intake: intakeOf() }, contextAt(AT, 'clerk')))
    expect(filled.state).toBe('stored')
    expect(filled.prints[CLAIM_FORM]?.printedDigest).toBe(contentDigest(filled))
    expect(listFacets(filled)).toContain('awaiting')
  })

  it('stands in the list by what is due next; what has ended comes last', () => {
    const record = stated()
    const done = accepted(commands.claim(record, showing(record), contextAt(AT, 'clerk')))
    expect(sortKey(stored({ category: 'bankCard' })) < sortKey(stored())).toBe(true)
    expect(sortKey(stored()) < sortKey(done)).toBe(true)
    expect(listFacets(stored())).toEqual(
      expect.arrayContaining(['open', 'kept', 'unnoticed', 'state:stored']),
    )
    expect(listFacets(record)).toContain('claiming')
    expect(listFacets(done)).toEqual(expect.not.arrayContaining(['kept', 'claiming', 'open']))
  })
})
