import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { judgeCommand, registerComplaintCommand } from './commands/complaints'
import type { CommandRunner } from './core/commandRunner'
import { escalateDue } from './escalateDue'
import { intakeOf } from './testing/complaints'
import { openTestOffice, type TestOffice } from './testing/office'

function deskOf({ db, session, runner }: TestOffice) {
  const run: CommandRunner['run'] = (spec, input, options) => runner.run(spec, input, options)
  return { db, session, runner, run }
}

async function registered(office: TestOffice, nature: 'valid' | 'help'): Promise<string> {
  const intake = intakeOf('漏水一直没修好', { registeredAt: office.clock.now })
  const saved = await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
  if (!saved.ok) throw new Error(saved.refusal.key)
  const { id, rev } = saved.value.value
  await office.runner.run(judgeCommand, { id, rev, nature, severity: 'minor', cause: 'facilities' })
  return id
}

describe('有效投诉 not solved within one month become 重大 by themselves (domain 5)', () => {
  it('on the first day after the month, and only those', async () => {
    const office = await openTestOffice()
    office.clock.now = '2026-03-31T02:00:00.000Z'
    const old = await registered(office, 'valid')
    const talk = await registered(office, 'help')
    const desk = deskOf(office)
    // 31 March + 1 month ends with the last day of April, estate time.
    office.clock.now = '2026-04-30T15:59:00.000Z'
    expect(await escalateDue(desk)).toBe(0)
    office.clock.now = '2026-04-30T16:00:00.000Z'
    expect(await escalateDue(desk)).toBe(1)
    expect(await office.db.of('complaints').get(old)).toMatchObject({
      escalatedBecause: 'overAMonth',
      judgement: { severity: 'major' },
    })
    expect((await office.db.of('complaints').get(talk))?.escalatedAt).toBeNull()
    expect(await escalateDue(desk)).toBe(0)
  })

  it('does nothing for 查阅, nor behind the lock', async () => {
    const office = await openTestOffice()
    office.clock.now = '2026-03-05T02:00:00.000Z'
    await registered(office, 'valid')
    office.clock.now = '2026-05-06T02:00:00.000Z'
    await office.signInAs('viewer')
    expect(await escalateDue(deskOf(office))).toBe(0)
    await office.signInAs('clerk')
    office.session.lock()
    expect(await escalateDue(deskOf(office))).toBe(0)
  })
})
