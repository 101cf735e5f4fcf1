import { describe, expect, it } from 'vitest'
import { endOfCivilDay, instantFromMs, instantOf, msOf } from '../../util/civilTime'
import type { Role } from '../office/types'
import * as commands from './commands'
import { claimOnSheet } from './claims'
import { custodyEnd } from './deadlines'
import {
  accepted,
  contextAt,
  expiredAt,
  HANDED_IN_AT,
  intakeOf,
  LATER,
  noticed,
  OPINION,
  refused,
  showing,
  stated,
  STATED_AT,
  statement,
  stored,
  worth,
} from './testing'
import { mayBeAnnounced } from './states'
import { LOST_CATEGORIES, type LostItem, type LostItemIntake } from './types'

const AT = instantOf('2026-03-10', '11:00')
const given = { number: '客服-SW-2026-0002', year: 2026, seq: 2 }

function intakeRefusal(change: Partial<LostItemIntake>): string {
  return refused(commands.register({ given, intake: intakeOf(change) }, contextAt(AT, 'clerk')))
}

describe('收存登记 (domain 6)', () => {
  it.each<[string, Partial<LostItemIntake>]>([
    ['lostItem.nameRequired name', { name: ' ' }],
    ['lostItem.quantityInvalid quantity', { quantity: 0 }],
    ['lostItem.quantityInvalid quantity', { quantity: 1.5 }],
    ['lostItem.estimateInvalid estimate.fen', { estimate: { fen: -1, band: 'upTo100' } }],
    ['time.inFuture foundAt', { foundAt: instantOf('2026-03-11'), handedInAt: instantOf('2026-03-11') }],
    ['lostItem.placeRequired foundPlace', { foundPlace: '' }],
    ['lostItem.finderRequired finder.name', { finder: { name: '', role: '业主', phone: '' } }],
    ['person.phoneInvalid finder.phone', { finder: { name: '甲', role: '', phone: '12' } }],
    ['time.inFuture handedInAt', { foundAt: null, handedInAt: instantOf('2026-03-11') }],
    ['lostItem.foundAfterHandedIn foundAt', { foundAt: instantOf('2026-03-09', '09:01') }],
    ['lostItem.storedAtRequired storedAt', { storedAt: '' }],
    ['lostItem.countedByReceiver countedBy', { receivedBy: '石秀' }],
  ])('refuses with %s', (key, change) => {
    expect(intakeRefusal(change)).toBe(key)
  })

  it('the same hands do not count what they received, named or signed in', () => {
    expect(intakeRefusal({ countedBy: '小林' })).toBe('lostItem.countedByReceiver countedBy')
  })

  it('begins 在库 with its custody clock, and only the desk may', () => {
    expect(stored()).toMatchObject({ state: 'stored', rev: 1, duty: { kind: 'custody' } })
    expect(stored().intake.receivedBy).toBe('小林')
    const viewer = commands.register({ given, intake: intakeOf() }, contextAt(AT, 'viewer'))
    expect(refused(viewer)).toBe('office.notAllowed')
  })

  it('is corrected while the thing is here; 上交时间 stays', () => {
    const ctx = contextAt(AT, 'clerk')
    const amended = accepted(
      commands.amendIntake(stored(), { intake: intakeOf({ estimate: worth(80) }) }, ctx),
    )
    expect(amended.intake.estimate).toEqual({ fen: 8000, band: 'upTo100' })
    expect(amended.duty?.dueAt).toBe(endOfCivilDay('2026-06-09'))
    const moved = { intake: intakeOf({ foundAt: null, handedInAt: instantOf('2026-03-08') }) }
    expect(refused(commands.amendIntake(stored(), moved, ctx))).toBe('lostItem.handedInAtFixed handedInAt')
  })
})

describe('招领公告 (domain 6; 民法典 318)', () => {
  const ctx = contextAt(AT, 'clerk')

  it('makes it 公告中; a second posting is kept beside the first', () => {
    const once = accepted(commands.publish(stored(), { postedAt: AT, place: ' 南门 ' }, ctx))
    expect(once).toMatchObject({ state: 'noticed', notices: [{ place: '南门', postedBy: '小林' }] })
    const earlier = instantOf('2026-03-10', '08:00')
    const twice = accepted(commands.publish(once, { postedAt: earlier, place: '北门' }, ctx))
    expect(twice.notices.map(({ place }) => place)).toEqual(['北门', '南门'])
  })

  it.each([
    ['lostItem.noticePlaceRequired place', { postedAt: AT, place: '' }],
    ['time.inFuture postedAt', { postedAt: instantOf('2026-03-12'), place: '南门' }],
    ['time.beforeRegistration postedAt', { postedAt: instantOf('2026-03-08'), place: '南门' }],
  ])('refuses with %s', (key, input) => {
    expect(refused(commands.publish(stored(), input, ctx))).toBe(key)
  })

  it('announces no secret, contraband or danger', () => {
    for (const category of ['secretCarrier', 'contraband', 'dangerous'] as const) {
      const input = { postedAt: AT, place: '南门' }
      expect(refused(commands.publish(stored({ category }), input, ctx))).toBe('lostItem.neverAnnounced')
    }
  })

  it('secrets, contraband and dangerous goods hang on no board, nor does what has left', () => {
    const barred = LOST_CATEGORIES.filter((category) => !mayBeAnnounced(stored({ category })))
    expect(barred).toEqual(['secretCarrier', 'contraband', 'dangerous'])
    expect(mayBeAnnounced({ ...stored(), state: 'claimed' })).toBe(false)
  })

  it('an expired item that was never announced may still be, and stays expired', () => {
    const expired = expiredAt(LATER, stored())
    const posted = accepted(commands.publish(expired, { postedAt: LATER, place: '南门' }, contextAt(LATER)))
    expect(posted).toMatchObject({ state: 'expired', notices: [{ postedAt: LATER }] })
  })
})

describe('认领: the features are stated before the item is shown (domain 6)', () => {
  const ctx = contextAt(AT, 'clerk')

  it.each([
    ['lostItem.claimantRequired name', { name: '' }],
    ['lostItem.claimantPhoneRequired phone', { phone: ' ' }],
    ['person.phoneInvalid phone', { phone: '12' }],
    ['lostItem.statementRequired statedFeatures', { statedFeatures: ' \n' }],
    ['time.inFuture statedAt', { statedAt: instantOf('2026-03-11') }],
    ['time.beforeRegistration statedAt', { statedAt: instantOf('2026-03-08') }],
  ])('a statement is refused with %s', (key, change) => {
    expect(refused(commands.stateClaim(stored(), statement(change), ctx))).toBe(key)
  })

  it('nothing is given out for which nothing was stated', () => {
    expect(refused(commands.claim(stored(), showing(stored()), ctx))).toBe(
      'lostItem.statementRequired claimId',
    )
    const hollow = stated()
    const blank: LostItem = {
      ...hollow,
      claims: hollow.claims.map((one) => ({ ...one, statedFeatures: '' })),
    }
    expect(refused(commands.claim(blank, showing(blank), ctx))).toBe('lostItem.statementRequired claimId')
  })

  it('what was stated after the item was shown counts for nothing', () => {
    const record = stated()
    const early = { shownAt: instantOf('2026-03-10', '09:59') }
    expect(refused(commands.claim(record, showing(record, early), ctx))).toBe(
      'lostItem.statedAfterShown shownAt',
    )
    // Minutes are what people enter: shown in the very minute is not before.
    const sameMinute = showing(record, { shownAt: STATED_AT, claimedAt: STATED_AT })
    expect(accepted(commands.claim(record, sameMinute, ctx)).state).toBe('claimed')
  })

  it.each([
    ['123', 'lostItem.idLastFourInvalid idLast4'],
    ['12345', 'lostItem.idLastFourInvalid idLast4'],
    ['110101199001011234', 'lostItem.idLastFourInvalid idLast4'],
    ['', 'lostItem.idLastFourInvalid idLast4'],
    ['12X4', 'lostItem.idLastFourInvalid idLast4'],
  ])('takes the last four of a paper and no more: %s → %s', (idLast4, key) => {
    const record = stated()
    expect(refused(commands.claim(record, showing(record, { idLast4 }), ctx))).toBe(key)
  })

  it('given out: 已认领, with who, when and by whom', () => {
    const record = stated()
    const done = accepted(commands.claim(record, showing(record, { idLast4: '123x' }), ctx))
    expect(done).toMatchObject({ state: 'claimed', duty: null, custodyUntil: null })
    expect(done.claims[0]).toMatchObject({
      idLast4: '123X',
      handledBy: '小林',
      check: { outcome: 'matches' },
    })
    expect(refused(commands.stateClaim(done, statement(), ctx))).toBe('lostItem.isClosed')
  })

  it.each(['family', 'friend', 'colleague', 'agent', 'other'] as const)(
    'on behalf of somebody (%s) needs the 委托书',
    (relation) => {
      const record = stated({ relation })
      expect(refused(commands.claim(record, showing(record), ctx))).toBe(
        'lostItem.authorizationRequired authorization',
      )
      const shown = showing(record, { authorizationIds: ['a1'] })
      expect(accepted(commands.claim(record, shown, ctx)).claims[0]?.authorizationIds).toEqual(['a1'])
    },
  )

  it('where it differs the item stays, the claim is over, and the reason stands', () => {
    const record = stated()
    const differs = { outcome: 'differs', words: '', idLast4: '', claimedAt: null } as const
    expect(refused(commands.claim(record, showing(record, differs), ctx))).toBe(
      'lostItem.checkWordsRequired words',
    )
    const kept = accepted(commands.claim(record, showing(record, { ...differs, words: '颜色不符' }), ctx))
    expect(kept).toMatchObject({
      state: 'stored',
      claims: [{ claimedAt: null, check: { words: '颜色不符' } }],
    })
    expect(refused(commands.claim(kept, showing(kept), ctx))).toBe('lostItem.claimChecked')
    expect(claimOnSheet(kept)).toBeNull()
  })

  it('cannot be taken away before it was shown', () => {
    const record = stated()
    const early = { claimedAt: instantOf('2026-03-10', '10:02') }
    expect(refused(commands.claim(record, showing(record, early), ctx))).toBe(
      'lostItem.claimedBeforeShown claimedAt',
    )
  })

  it('an expired item goes to its owner as well: the law gives a year from the notice', () => {
    const expired = expiredAt(LATER, noticed())
    const record = stated({ statedAt: LATER }, expired)
    const shown = showing(record, { shownAt: LATER, claimedAt: LATER })
    expect(accepted(commands.claim(record, shown, contextAt(LATER, 'clerk'))).state).toBe('claimed')
  })
})

describe('移交, 逾期待处理 and 处置 (domain 6)', () => {
  const toPolice = {
    target: 'police',
    office: '城南派出所',
    takenBy: '民警丙',
    receipt: '2026-117',
    at: AT,
    words: '',
  } as const

  it.each([
    ['lostItem.handOverOfficeRequired office', { office: '' }],
    ['lostItem.receiptRequired receipt', { receipt: ' ' }],
    ['time.inFuture at', { at: instantOf('2026-03-12') }],
    ['time.beforeRegistration at', { at: instantOf('2026-03-08') }],
  ])('a hand-over is refused with %s', (key, change) => {
    const result = commands.handOver(stored(), { ...toPolice, ...change }, contextAt(AT, 'clerk'))
    expect(refused(result)).toBe(key)
  })

  it('says to whom, with which receipt, when', () => {
    const done = accepted(
      commands.handOver(stored({ category: 'document' }), toPolice, contextAt(AT, 'clerk')),
    )
    expect(done).toMatchObject({ state: 'handedOver', duty: null, handOver: { office: '城南派出所' } })
  })

  it.each<[Role, string | null]>([
    ['clerk', 'office.notAllowed'],
    ['supervisor', 'office.notAllowed'],
    ['viewer', 'office.notAllowed'],
    ['director', null],
  ])('%s decides: %s', (role, key) => {
    const result = commands.decide(expiredAt(LATER, noticed()), OPINION, contextAt(LATER, role))
    expect(result.ok ? null : result.refusal.key).toBe(key)
  })

  it('nothing is disposed of without the decision, and not before the item has expired', () => {
    const disposal = { way: 'donate', words: '捐社区', at: LATER, witness: '石秀' } as const
    expect(refused(commands.dispose(noticed(), disposal, contextAt(LATER)))).toBe('lostItem.notNow.dispose')
    expect(refused(commands.decide(noticed(), OPINION, contextAt(LATER, 'director')))).toBe(
      'lostItem.notNow.decide',
    )
    const expired = expiredAt(LATER, noticed())
    expect(refused(commands.dispose(expired, disposal, contextAt(LATER)))).toBe('lostItem.decisionRequired')
    const handOver = { ...toPolice, at: LATER }
    expect(refused(commands.handOver(expired, handOver, contextAt(LATER)))).toBe('lostItem.decisionRequired')
    // What may not be kept at all goes without waiting.
    const card = expiredAt(LATER, stored({ category: 'bankCard' }))
    expect(accepted(commands.handOver(card, handOver, contextAt(LATER))).state).toBe('handedOver')
  })

  it('disposing while the legal year runs warns with its end and asks for the reason (民法典 318)', () => {
    const expired = expiredAt(LATER, noticed(HANDED_IN_AT, { estimate: worth(100) }))
    const july = instantOf('2026-07-01', '10:00')
    const dispose = { ...OPINION, outcome: 'dispose' } as const
    const small = expiredAt(july, noticed(HANDED_IN_AT, { estimate: worth(100) }))
    const result = commands.decide(small, dispose, contextAt(july, 'director'))
    expect(result).toMatchObject({
      ok: false,
      refusal: { key: 'lostItem.legalYearRuns', field: 'earlyReason', params: { until: '2027-03-09' } },
    })
    const early = accepted(
      commands.decide(small, { ...dispose, earlyReason: '食品已变质' }, contextAt(july, 'director')),
    )
    expect(early.decisions.at(-1)).toMatchObject({ earlyReason: '食品已变质' })
    // Over: no reason is asked, and none is kept.
    const late = accepted(
      commands.decide(expired, { ...dispose, earlyReason: 'x' }, contextAt(LATER, 'director')),
    )
    expect(late.decisions.at(-1)?.earlyReason).toBe('')
  })

  it('the very last day of the legal year still warns; the day after does not', () => {
    const record = noticed(HANDED_IN_AT, { estimate: worth(100) })
    const last = instantOf('2027-03-09', '23:59')
    const dispose = { ...OPINION, outcome: 'dispose' } as const
    const on = (at: string) => commands.decide(expiredAt(at, record), dispose, contextAt(at, 'director'))
    expect(refused(on(last))).toBe('lostItem.legalYearRuns earlyReason')
    expect(on(instantFromMs(msOf(last) + 60_000)).ok).toBe(true)
  })

  it('what was never announced warns as well, years later', () => {
    const at = instantOf('2030-01-01')
    const dispose = { ...OPINION, outcome: 'dispose' } as const
    const result = commands.decide(expiredAt(at, stored()), dispose, contextAt(at, 'director'))
    expect(refused(result)).toBe('lostItem.neverNoticed earlyReason')
  })

  it('is carried out with a witness, not before it was decided', () => {
    const dispose = { ...OPINION, outcome: 'dispose' } as const
    const decided = accepted(
      commands.decide(expiredAt(LATER, noticed()), dispose, contextAt(LATER, 'director')),
    )
    expect(decided.duty?.kind).toBe('carryOut')
    const disposal = { way: 'donate', words: '捐社区', at: LATER, witness: '石秀' } as const
    const by = contextAt(instantFromMs(msOf(LATER) + 3_600_000), 'clerk')
    expect(refused(commands.dispose(decided, { ...disposal, witness: '' }, by))).toBe(
      'lostItem.witnessRequired witness',
    )
    expect(refused(commands.dispose(decided, { ...disposal, words: '' }, by))).toBe(
      'lostItem.disposalWordsRequired words',
    )
    expect(refused(commands.dispose(decided, { ...disposal, at: AT }, by))).toBe('time.beforeRegistration at')
    expect(accepted(commands.dispose(decided, disposal, by))).toMatchObject({ state: 'disposed', duty: null })
  })

  it('kept on, its clock runs to the day that was said, and it expires again', () => {
    const expired = expiredAt(LATER, noticed())
    const director = contextAt(LATER, 'director')
    const keep = { ...OPINION, outcome: 'keep', keepUntil: '2028-01-31' } as const
    expect(refused(commands.decide(expired, { ...keep, keepUntil: null }, director))).toBe(
      'lostItem.keepUntilAhead keepUntil',
    )
    expect(refused(commands.decide(expired, { ...keep, keepUntil: '2027-03-20' }, director))).toBe(
      'lostItem.keepUntilAhead keepUntil',
    )
    const kept = accepted(commands.decide(expired, keep, director))
    expect(kept).toMatchObject({ state: 'noticed', expiredAt: null, duty: { kind: 'custody' } })
    expect(custodyEnd(kept, director.settings)).toBe(instantFromMs(msOf(instantOf('2028-02-01')) - 1))
    const again = expiredAt(instantOf('2028-02-01'), kept)
    expect(again.duty?.kind).toBe('decide')
  })

  it('a decision without a word is none', () => {
    const expired = expiredAt(LATER, noticed())
    const wordless = commands.decide(expired, { ...OPINION, opinion: '' }, contextAt(LATER, 'director'))
    expect(refused(wordless)).toBe('lostItem.opinionRequired opinion')
  })
})
