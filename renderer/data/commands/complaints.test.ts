import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { listRecords } from '../queries/lists'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import {
  amendIntakeCommand,
  judgeCommand,
  recordReturnVisitCommand,
  registerComplaintCommand,
} from './complaints'
import { saveUnitCommand } from './households'

async function unit(office: TestOffice, room: string): Promise<string> {
  const saved = await office.runner.run(saveUnitCommand, {
    id: null,
    building: '5',
    section: '2',
    room,
    use: 'residence',
    area: null,
    status: 'let',
    moveInDate: null,
  })
  if (!saved.ok) throw new Error(saved.refusal.key)
  return saved.value.value.id
}

describe('registering a complaint (domain 5)', () => {
  it('ties a door number typed by hand to its unit, so that the history finds it', async () => {
    const office = await openTestOffice()
    const unitId = await unit(office, '301')
    await office.runner.run(registerComplaintCommand, { intake: intakeOf('漏水'), receivedBy: '' })
    const facets = [`#unit:${unitId}`]
    const page = await listRecords(office.db, { table: 'complaints', facets, after: null, limit: 5 })
    expect(page.rows.map((row) => row.intake.content)).toEqual(['漏水'])
  })

  it('ties one that is completed later, too', async () => {
    const office = await openTestOffice()
    const unitId = await unit(office, '301')
    const { complainant } = intakeOf('')
    const without = intakeOf('漏水', { complainant: { ...complainant, unitCode: '' } })
    const made = await office.runner.run(registerComplaintCommand, { intake: without, receivedBy: '' })
    if (!made.ok) throw new Error(made.refusal.key)
    const { id, rev } = made.value.value
    await office.runner.run(amendIntakeCommand, { id, rev, intake: intakeOf('漏水') })
    const record = await office.db.of('complaints').get(id)
    expect(record?.intake.complainant.unitId).toBe(unitId)
  })

  it('goes by the door number that was typed over a chosen household', async () => {
    const office = await openTestOffice()
    const [chosen, meant] = [await unit(office, '301'), await unit(office, '302')]
    const { complainant } = intakeOf('')
    const typedOver = (unitCode: string) =>
      intakeOf(unitCode, { complainant: { ...complainant, unitId: chosen, personId: 'p1', unitCode } })
    for (const code of ['5-2-301', '5-2-302', '访客']) {
      await office.runner.run(registerComplaintCommand, { intake: typedOver(code), receivedBy: '' })
    }
    const records = await office.db.of('complaints').toArray()
    const ties = records.map(({ intake }) => [intake.complainant.unitId, intake.complainant.personId])
    expect(ties).toEqual([
      [chosen, 'p1'],
      [meant, null],
      [null, null],
    ])
  })

  it('leaves who wants no name untied', async () => {
    const office = await openTestOffice()
    const { complainant } = intakeOf('')
    const intake = intakeOf('噪音', { complainant: { ...complainant, anonymous: true, name: '', phone: '' } })
    await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
    const [record] = await office.db.of('complaints').toArray()
    expect(record?.intake.complainant.unitId).toBeNull()
  })
})

describe('a record that was saved elsewhere in between', () => {
  it('is refused to the second, and nothing of the first is lost (quality 9.4)', async () => {
    const office = await openTestOffice()
    const saved = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf('门禁'),
      receivedBy: '',
    })
    if (!saved.ok) throw new Error(saved.refusal.key)
    const { id, rev } = saved.value.value
    const first = {
      id,
      rev,
      nature: 'valid' as const,
      severity: 'minor' as const,
      cause: 'facilities' as const,
    }
    expect((await office.runner.run(judgeCommand, first)).ok).toBe(true)
    const second = await office.runner.run(judgeCommand, { ...first, cause: 'fees' })
    expect(second).toMatchObject({ ok: false, refusal: { key: 'record.changedElsewhere' } })
    expect((await office.db.of('complaints').get(id))?.judgement?.cause).toBe('facilities')
  })

  it('takes no return visit before it is handled', async () => {
    const office = await openTestOffice()
    const saved = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf('门禁'),
      receivedBy: '',
    })
    if (!saved.ok) throw new Error(saved.refusal.key)
    const { id, rev } = saved.value.value
    const visit = {
      id,
      rev,
      visitedAt: office.clock.now,
      way: 'phone' as const,
      visitedBy: '',
      outcome: 'satisfied' as const,
      words: '',
    }
    expect((await office.runner.run(recordReturnVisitCommand, visit)).ok).toBe(false)
    expect((await office.db.of('complaints').get(id))?.state).toBe('accepted')
  })
})
