import { beforeAll, describe, expect, it } from 'vitest'
import { endOfCivilDay, instantOf } from '../../../util/civilTime'
import { loadPinyin } from '../../../util/pinyin'
import type { Result } from '../../../util/result'
import { changedAfterPrint, contentDigest } from '../content'
import { isForewarned, isOverAMonth } from '../deadlines'
import { listFacets, sortKey } from '../facets'
import { awaitingSignature, VISIT_FORM } from '../paper'
import { complaintSearchText } from '../searchText'
import { accepted, contextAt, intakeOf } from '../testing'
import type { Complaint } from '../types'
import * as commands from './index'

const RESERVED_AT = instantOf('2026-11-09', '09:00')
const WRITTEN_AT = instantOf('2026-11-09', '15:20')
const NOW = instantOf('2026-11-10', '08:30')
const GIVEN = { number: '客服-TS-2026-0007', year: 2026, seq: 7 }
const clerk = contextAt(NOW, 'clerk')

function reserved(): Complaint {
  return accepted(commands.reserve({ given: GIVEN }, contextAt(RESERVED_AT, 'supervisor')))
}

function printedBlank(): Complaint {
  const record = reserved()
  const input = { form: VISIT_FORM, digest: contentDigest(record), way: 'blank', copies: 1 } as const
  return accepted(commands.markPrinted(record, input, contextAt(RESERVED_AT, 'supervisor')))
}

const onPaper = (change = {}) => ({
  intake: intakeOf({ registeredAt: WRITTEN_AT, channel: 'visit', ...change }),
  receivedBy: '',
})
const keyOf = (result: Result<unknown>) => (result.ok ? null : result.refusal)

describe('留号: a number for a blank form (forms, "On every form")', () => {
  it('keeps its number and waits for 补录 until the end of the next day', () => {
    const record = reserved()
    expect(record).toMatchObject({
      ...GIVEN,
      state: 'reserved',
      duty: { kind: 'fillIn', dueAt: endOfCivilDay('2026-11-10') },
      firstAskedUserId: 'u-supervisor',
      receivedBy: '',
    })
    expect(listFacets(record)).toEqual(['open', 'state:reserved', 'first:u-supervisor'])
    expect(sortKey(record)).toBe(`${endOfCivilDay('2026-11-10')}|${GIVEN.number}`)
  })

  it('is given to whoever may register', () => {
    expect(keyOf(commands.reserve({ given: GIVEN }, contextAt(NOW, 'viewer')))).toEqual({
      key: 'office.notAllowed',
    })
  })

  it('does not wait for a signature while the sheet is blank', () => {
    const record = printedBlank()
    expect(awaitingSignature(record)).toBe(false)
    expect(listFacets(record)).not.toContain('awaiting')
    expect(changedAfterPrint(record, VISIT_FORM)).toBe(false)
  })

  it('is never over a month, forewarned or judged', () => {
    const late = instantOf('2027-06-01')
    expect(isOverAMonth(reserved(), late)).toBe(false)
    expect(isForewarned(reserved(), clerk.settings, late)).toBe(false)
    expect(
      keyOf(
        commands.judge(reserved(), { nature: 'valid', severity: 'minor', cause: 'fees' }, contextAt(NOW)),
      ),
    ).toMatchObject({ key: 'complaint.notNow.judge' })
  })
})

describe('补录 (fillIn)', () => {
  beforeAll(loadPinyin)

  it('makes it 受理 as it stands on paper; first asked is who fills it in', () => {
    const record = accepted(commands.fillIn(printedBlank(), onPaper(), clerk))
    expect(record).toMatchObject({
      number: GIVEN.number,
      state: 'accepted',
      receivedBy: '小林',
      firstAskedUserId: 'u-clerk',
      intake: { registeredAt: WRITTEN_AT, content: '电梯三天没人来修。' },
      duty: { kind: 'judge' },
    })
    expect(record.steps.map(({ command }) => command)).toEqual(['reserve', 'markPrinted', 'fillIn'])
    expect(complaintSearchText(record)).toContain('单雄信')
  })

  it('takes the sheet for what the record says: it waits for its signature, unchanged', () => {
    const record = accepted(commands.fillIn(printedBlank(), onPaper(), clerk))
    expect(changedAfterPrint(record, VISIT_FORM)).toBe(false)
    expect(awaitingSignature(record)).toBe(true)
    const amended = { intake: { ...record.intake, content: '改过' } }
    expect(changedAfterPrint(accepted(commands.amendIntake(record, amended, clerk)), VISIT_FORM)).toBe(true)
  })

  it('was written after the number was given, to the minute, and not later than now', () => {
    const at = (registeredAt: string) => keyOf(commands.fillIn(reserved(), onPaper({ registeredAt }), clerk))
    expect(at(RESERVED_AT)).toBeNull()
    expect(at(NOW)).toBeNull()
    expect(at(instantOf('2026-11-09', '08:59'))).toEqual({
      key: 'complaint.beforeReservation',
      field: 'registeredAt',
    })
    expect(at(instantOf('2026-11-10', '08:31'))).toMatchObject({ key: 'time.inFuture' })
  })

  it('asks for what every intake asks for, and happens once', () => {
    expect(keyOf(commands.fillIn(reserved(), onPaper({ content: ' ' }), clerk))).toMatchObject({
      field: 'content',
    })
    const once = accepted(commands.fillIn(reserved(), onPaper(), clerk))
    expect(keyOf(commands.fillIn(once, onPaper(), clerk))).toMatchObject({
      key: 'complaint.notNow.fillIn',
    })
  })
})

describe('a reserved number that is not used (domain 2)', () => {
  it('is voided by a supervisor with a reason and keeps its number', () => {
    expect(keyOf(commands.voidComplaint(reserved(), { reason: '表写坏了' }, clerk))).toMatchObject({
      key: 'office.notAllowed',
    })
    expect(keyOf(commands.voidComplaint(reserved(), { reason: ' ' }, contextAt(NOW)))).toMatchObject({
      field: 'reason',
    })
    const record = accepted(commands.voidComplaint(reserved(), { reason: '表写坏了' }, contextAt(NOW)))
    expect(record).toMatchObject({ number: GIVEN.number, state: 'void', duty: null })
    expect(keyOf(commands.fillIn(record, onPaper(), clerk))).toMatchObject({ key: 'complaint.isVoid' })
  })
})
