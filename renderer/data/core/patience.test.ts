import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JournalLine } from '../../../shared/ipc/channels'
import { accept } from '../../../shared/util/result'
import { registerComplaintCommand } from '../commands/complaints'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { CommandRunner } from './commandRunner'
import type { DataEnv } from './env'
import { Slowness } from './patience'

const PATIENCE = 30
const complaint = { intake: intakeOf('电梯异响'), receivedBy: '' }

/** An answer that comes when it is let go. */
function held<T>(answer: () => T) {
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { letGo: () => letGo(), wait: () => gate.then(answer) }
}

async function officeWith(change: (env: DataEnv) => Partial<DataEnv>) {
  const office = await openTestOffice()
  const runner = new CommandRunner({ ...office.env, ...change(office.env) }, office.session, PATIENCE)
  return { ...office, runner }
}

describe('a disk that does not answer (quality 6)', () => {
  it('ends a save with a plain refusal where the free space cannot be asked for', async () => {
    const { runner, db } = await officeWith(() => ({ freeBytes: () => new Promise(() => undefined) }))
    const before = await db.of('complaints').count()
    expect(await runner.run(registerComplaintCommand, complaint)).toMatchObject({
      ok: false,
      refusal: { key: 'disk.notAnswering' },
    })
    expect(await db.of('complaints').count()).toBe(before)
  })

  it('calls nothing saved that the journal has not answered for, asks once, and makes up for it', async () => {
    const asked: JournalLine[][] = []
    const late = held(() => accept({ lastSeq: asked.flat().at(-1)?.seq ?? 0 }))
    const append = (lines: JournalLine[]) => {
      asked.push(lines)
      return late.wait()
    }
    const { runner, db } = await officeWith(() => ({ journal: { append } }))
    const health: boolean[] = []
    runner.feeder.onHealth((healthy) => health.push(healthy))
    const saved = await runner.run(registerComplaintCommand, complaint)
    expect(saved).toMatchObject({ ok: true, value: { confirmed: false } })
    expect(health).toEqual([false])
    // Nothing runs ahead of a journal that hangs, and the same line is not sent a second time meanwhile.
    expect(await runner.run(registerComplaintCommand, complaint)).toMatchObject({
      refusal: { key: 'journal.unavailable' },
    })
    expect(asked).toHaveLength(1)
    expect(
      await db
        .of('pendingJournal')
        .where('seq')
        .equals(asked[0]?.[0]?.seq ?? 0)
        .count(),
    ).toBe(1)

    late.letGo()
    await expect.poll(() => health).toEqual([false, true])
    expect(await runner.run(registerComplaintCommand, complaint)).toMatchObject({
      value: { confirmed: true },
    })
    expect(asked).toHaveLength(2)
  })
})

describe('Slowness', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells of a command that does not get on, and no longer once it does', () => {
    const slowness = new Slowness(1000)
    const seen: boolean[] = []
    slowness.onChange(() => seen.push(slowness.isSlow()))
    const watch = slowness.watch()
    vi.advanceTimersByTime(900)
    watch.touch()
    vi.advanceTimersByTime(900)
    expect(seen).toEqual([])
    vi.advanceTimersByTime(200)
    expect(seen).toEqual([true])
    watch.touch()
    expect(seen).toEqual([true, false])
    watch.end()
    vi.advanceTimersByTime(5000)
    expect(seen).toEqual([true, false])
  })

  it('stays slow while one of two is', () => {
    const slowness = new Slowness(1000)
    const [one, other] = [slowness.watch(), slowness.watch()]
    vi.advanceTimersByTime(1000)
    one.end()
    expect(slowness.isSlow()).toBe(true)
    other.end()
    expect(slowness.isSlow()).toBe(false)
  })
})
