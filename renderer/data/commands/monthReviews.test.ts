import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { sealDigest } from '../../../shared/domain/monthReview/seal'
import { monthReviewSchema, monthSealSchema } from '../../../shared/schema'
import { keepReviews } from '../keepReviews'
import { isMonthLocked } from '../core/monthLock'
import { monthToReview, opensByItself } from '../queries/monthReviews'
import { verifyMonth } from '../queries/verifyMonth'
import { intakeOf } from '../testing/complaints'
import { kept, onReview, prepareMonth, reviewOf, signMonth } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { registerComplaintCommand, voidComplaintCommand } from './complaints'
import * as commands from './monthReviews'

const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+08:00`).toISOString()

let office: TestOffice
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
})

async function complain(content: string, day = '2026-03-02') {
  office.clock.now = at(day)
  const intake = intakeOf(content, { registeredAt: at(day) })
  return kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
}

const keep = () =>
  keepReviews({ session: office.session, run: (spec, input) => office.runner.run(spec, input) })
const refusalOf = (answer: Awaited<ReturnType<typeof onReview>>) =>
  answer.ok ? null : { key: answer.refusal.key, params: answer.refusal.params }

describe('the review of a month (domain 12)', () => {
  it('waits once its month is over, and on its last day', async () => {
    expect(await keep()).toBe(0)
    office.clock.now = at('2026-03-31', '00:00')
    expect(await keep()).toBe(1)
    expect(await keep()).toBe(0)
    office.clock.now = at('2026-04-01')
    expect(await keep()).toBe(0)
    office.clock.now = at('2026-05-02')
    expect(await keep()).toBe(1)
    expect((await office.db.of('monthReviews').toArray()).map(({ id }) => id)).toEqual(['2026-03', '2026-04'])
  })

  it.each([
    ['2026-02', false],
    ['2026-03', true],
    ['2026-04', true],
    ['2026-05', false],
  ])('begins by itself where somebody looks at %s on 20 April: %s', async (month, expected) => {
    expect(await opensByItself(office.db, month, at('2026-04-20'))).toBe(expected)
    expect(await opensByItself(office.db, '2026-03', at('2026-05-20'))).toBe(false)
  })

  it('that is opened is of the newest month that is over and not signed, else of the running one', async () => {
    expect(await monthToReview(office.db, at('2026-03-20'))).toBe('2026-03')
    expect(await monthToReview(office.db, at('2026-04-20'))).toBe('2026-03')
    office.clock.now = at('2026-05-20')
    for (const month of ['2026-03', '2026-04', '2026-05']) {
      kept(await office.runner.run(commands.openReviewCommand, { month }))
    }
    expect(await monthToReview(office.db, at('2026-05-20'))).toBe('2026-04')
    await signMonth(office, '2026-04')
    expect(await monthToReview(office.db, at('2026-05-20'))).toBe('2026-03')
    await signMonth(office, '2026-03')
    expect(await monthToReview(office.db, at('2026-05-20'))).toBe('2026-05')
    // A month that nobody began to review in its time waits for nobody.
    expect(await monthToReview(office.db, at('2026-08-20'))).toBe('2026-07')
  })

  it('is begun of no month that has not begun', async () => {
    expect(await office.runner.run(commands.openReviewCommand, { month: '2026-04' })).toMatchObject({
      refusal: { key: 'monthReview.notBegun' },
    })
  })

  it('goes from reasons and sample over both signatures to the lock', async () => {
    await complain('电梯停运')
    await office.signInAs('supervisor')
    expect(refusalOf(await onReview(office, '2026-03', commands.reviewMonthCommand, { words: '' }))).toEqual({
      key: 'monthReview.tooEarly',
      params: { day: '2026-03-31' },
    })
    office.clock.now = at('2026-04-02')
    await prepareMonth(office, '2026-03')
    kept(await onReview(office, '2026-03', commands.suggestCommand, { text: '增加一部电梯维保' }))
    kept(await onReview(office, '2026-03', commands.reviewMonthCommand, { words: '属实' }))
    expect(
      refusalOf(await onReview(office, '2026-03', commands.approveMonthCommand, { words: '' })),
    ).toMatchObject({ key: 'role.notAllowed' })
    await office.signInAs('director')
    expect(refusalOf(await onReview(office, '2026-03', commands.approveMonthCommand, { words: '' }))).toEqual(
      { key: 'monthReview.undecided', params: { count: 1 } },
    )
    const { suggestions } = await reviewOf(office, '2026-03')
    const suggestionId = suggestions[0]?.id ?? ''
    const verdict = { suggestionId, verdict: 'adopted' as const, note: '下月落实' }
    kept(await onReview(office, '2026-03', commands.decideReviewCommand, verdict))
    kept(await onReview(office, '2026-03', commands.approveMonthCommand, { words: '同意' }))
    expect(await isMonthLocked(office.db, '2026-03')).toBe(true)
    const record = await reviewOf(office, '2026-03')
    expect(monthReviewSchema.parse(record)).toEqual(record)
    const seal = await office.db.of('monthSeals').get('2026-03')
    expect(monthSealSchema.parse(seal)).toEqual(seal)
    expect(seal && [seal.digest, seal.records.map(({ table }) => table)]).toEqual([
      seal && sealDigest(seal),
      ['complaints', 'monthReviews'],
    ])
    expect(record.digest).toBe(seal?.digest)
  })

  it('is refused on the last evening: the desk goes on until midnight', async () => {
    office.clock.now = at('2026-03-31', '23:00')
    await prepareMonth(office, '2026-03')
    kept(await onReview(office, '2026-03', commands.reviewMonthCommand, { words: '' }))
    const tried = await onReview(office, '2026-03', commands.approveMonthCommand, { words: '' })
    expect(refusalOf(tried)).toEqual({ key: 'monthReview.notOver', params: { day: '2026-04-01' } })
  })

  it('draws the same records again for the same seed, and keeps a sample that was begun', async () => {
    for (let index = 0; index < 12; index += 1) await complain(`投诉 ${index}`)
    const draw = (seed: number) => onReview(office, '2026-03', commands.drawSampleCommand, { seed })
    kept(await draw(4711))
    const once = (await reviewOf(office, '2026-03')).sample?.items.map(({ number }) => number)
    expect(once).toHaveLength(3)
    kept(await draw(4712))
    kept(await draw(4711))
    const { sample } = await reviewOf(office, '2026-03')
    expect(sample?.items.map(({ number }) => number)).toEqual(once)
    const first = { table: 'complaints', recordId: sample?.items[0]?.id ?? '', comment: '' }
    const [bad, good] = [
      { ...first, outcome: 'fault' as const },
      { ...first, outcome: 'good' as const },
    ]
    expect(refusalOf(await onReview(office, '2026-03', commands.checkItemCommand, bad))).toMatchObject({
      key: 'monthReview.commentRequired',
    })
    kept(await onReview(office, '2026-03', commands.checkItemCommand, good))
    expect(refusalOf(await draw(1))).toMatchObject({ key: 'monthReview.sampleBegun' })
  })

  it('takes 审核 back within the half hour', async () => {
    office.clock.now = at('2026-04-01')
    await prepareMonth(office, '2026-03')
    kept(await onReview(office, '2026-03', commands.reviewMonthCommand, { words: '' }))
    kept(await onReview(office, '2026-03', commands.undoReviewCommand, {}))
    expect(await reviewOf(office, '2026-03')).toMatchObject({ state: 'running', review: null })
  })

  it('is reopened by the director with a reason, which stays with the digest that was signed', async () => {
    await complain('电梯停运')
    office.clock.now = at('2026-04-02')
    await signMonth(office, '2026-03')
    const { digest } = await reviewOf(office, '2026-03')
    expect(
      refusalOf(await onReview(office, '2026-03', commands.reopenMonthCommand, { reason: ' ' })),
    ).toMatchObject({ key: 'monthReview.backReasonRequired' })
    kept(await onReview(office, '2026-03', commands.reopenMonthCommand, { reason: '漏记一件' }))
    expect(await isMonthLocked(office.db, '2026-03')).toBe(false)
    expect(await reviewOf(office, '2026-03')).toMatchObject({
      state: 'running',
      digest: '',
      reopenings: [{ kind: 'reopened', reason: '漏记一件', digest }],
    })
    await complain('补记', '2026-04-02')
    await signMonth(office, '2026-03')
    expect((await verifyMonth(office.db, '2026-03', office.clock.now))?.findings).toEqual([])
  })

  it('keeps a record that was voided later as it is: only a 更正单 changes it', async () => {
    const { id, rev } = await complain('电梯停运')
    office.clock.now = at('2026-04-02')
    await signMonth(office, '2026-03')
    const tried = await office.runner.run(voidComplaintCommand, { id, rev, reason: '重复' })
    expect(tried).toMatchObject({ refusal: { key: 'month.locked', params: { month: '2026-03' } } })
  })
})
