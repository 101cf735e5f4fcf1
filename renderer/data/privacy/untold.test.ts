import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { eraseCommand, type EraseInput } from '../commands/privacy'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { checkDetails } from '../selfCheck/details'
import { entriesAfter } from '../replica/outbox'
import { recoverFromLedger } from '../startup/recover'
import { wholenessOf } from '../startup/wholeness'
import { intakeOf } from '../testing/complaints'
import { emptyDatabase, frozenRelease, readerOf } from '../testing/frozenRelease'
import { kept, signMonth } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { applyErasures } from './applyErasures'
import { withoutDetail } from './untold'

let office: TestOffice
let goneId: string
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  await office.signInAs('supervisor')
  const register = (content: string) =>
    office.runner.run(registerComplaintCommand, { intake: intakeOf(content), receivedBy: '' })
  goneId = kept(await register('漏水')).id
  kept(await register('楼道灯不亮'))
  kept(await office.runner.run(voidComplaintCommand, { id: goneId, rev: 1, reason: '撤回' }))
  office.clock.now = '2026-04-02T01:00:00.000Z'
  await signMonth(office, '2026-03')
  await office.signInAs('director')
})

const found = async () => withoutDetail(office.db, await office.db.of('audit').toArray())
const orderOf = (id: string): EraseInput => ({
  records: [{ table: 'complaints', id }],
  reason: '应本人请求',
  basis: 'consentWithdrawn',
})
const erase = async () => kept(await office.runner.run(eraseCommand, orderOf(goneId)))

describe('details that are gone (quality 1, domain 13)', () => {
  it('misses none where none is gone', async () => {
    expect(await found()).toEqual([])
    expect(await withoutDetail(office.db, [])).toEqual([])
  })

  it('misses none that went by law, of the record and of the month that spoke of it', async () => {
    const before = await office.db.of('auditDetails').count()
    await erase()
    expect(await office.db.of('auditDetails').count()).toBeLessThan(before)
    expect(await found()).toEqual([])
    expect(await checkDetails(office.db, true)).toEqual([])
    expect(await wholenessOf(office.db)).toMatchObject({ untold: 0 })
  })

  it('misses none that a restore erased again, which writes no entry', async () => {
    const erased = { at: office.clock.now, by: '主任', byUserId: 'u', basis: 'unlawful' as const, digest: '' }
    const one = { ...erased, id: `complaints|${goneId}`, table: 'complaints', recordId: goneId }
    await applyErasures(office.db, [one])
    expect(await found()).toEqual([])
  })

  it('misses every other one, also beside some that went by law', async () => {
    await erase()
    const entries = await office.db.of('audit').toArray()
    const lost = entries.filter(
      ({ refIds, command }) => command !== 'privacy.erase' && !refIds.includes(goneId),
    )
    const plain = lost.filter(({ refs }) =>
      refs.every(({ table }) => table !== 'monthSeals' && table !== 'monthReviews'),
    )
    await office.db.of('auditDetails').bulkDelete(plain.map(({ opId }) => opId))
    expect((await found()).map(({ seq }) => seq)).toEqual(plain.map(({ seq }) => seq))
    expect(await wholenessOf(office.db)).toMatchObject({ untold: plain.length })
  })

  it('tells head office’s server of those that went by law alone', async () => {
    const deviceId = String((await office.db.of('meta').get('deviceId'))?.value)
    const [first] = await office.db.of('audit').orderBy(':id').toArray()
    await erase()
    await office.db.of('auditDetails').delete(first?.opId ?? '')
    const sent = await entriesAfter(office.db, deviceId, 0, 1000)
    expect(sent[0]).toMatchObject({ detail: null, erased: false })
    const silent = sent.filter(({ erased }) => erased)
    expect(silent.length).toBeGreaterThan(1)
    expect(
      silent.every(({ entry }) => entry.refIds.includes(goneId) || entry.refs[0]?.table !== 'complaints'),
    ).toBe(true)
    expect(sent.filter(({ detail, erased }) => detail && erased)).toEqual([])
  })

  it('misses none in the books of a release that erased some by law', async () => {
    const { lines } = frozenRelease(5)
    const db = await emptyDatabase()
    const done = await recoverFromLedger(db, readerOf(lines), lines.length, () => undefined)
    expect(done.ok).toBe(true)
    const entries = await db.of('audit').toArray()
    expect(await db.of('auditDetails').count()).toBeLessThan(entries.length)
    expect(await withoutDetail(db, entries)).toEqual([])
  })
})
