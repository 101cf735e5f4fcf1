import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { openTestOffice } from '../testing/office'
import { noteExportCommand } from './exportHouseholds'
import { voidEntryCommand } from './householdNotes'
import { saveUnitCommand, saveVehicleCommand } from './households'

const UNIT = {
  id: null,
  building: '5',
  section: '2',
  room: '301',
  use: 'residence',
  area: null,
  status: 'ownerOccupied',
  moveInDate: null,
} as const

describe('commands of the 住户档案 (domain 4)', () => {
  it('keep unit codes and plates unique, and free the code of a void unit', async () => {
    const { runner } = await openTestOffice()
    const first = await runner.run(saveUnitCommand, { ...UNIT })
    if (!first.ok) throw new Error(first.refusal.key)
    const { id } = first.value.value
    expect(await runner.run(saveUnitCommand, { ...UNIT, building: '5栋' })).toMatchObject({
      refusal: { key: 'household.codeTaken' },
    })
    const car = { id: null, plate: '浙A12345', unitId: id, parkingSpace: '', ownerName: '', phone: '' }
    const saved = await runner.run(saveVehicleCommand, car)
    expect(saved.ok).toBe(true)
    expect(await runner.run(saveVehicleCommand, { ...car, plate: '浙a·12345' })).toMatchObject({
      refusal: { key: 'household.plateTaken', field: 'plate' },
    })
    const voiding = { table: 'units', id, reason: '登记错误' } as const
    expect(await runner.run(voidEntryCommand, voiding)).toMatchObject({
      refusal: { key: 'household.unitInUse' },
    })
    if (saved.ok)
      await runner.run(voidEntryCommand, { ...voiding, table: 'vehicles', id: saved.value.value.id })
    expect((await runner.run(voidEntryCommand, voiding)).ok).toBe(true)
    expect((await runner.run(saveUnitCommand, { ...UNIT })).ok).toBe(true)
  })

  it('note every export in the chain, though it writes no record (domain 13)', async () => {
    const { runner, db } = await openTestOffice()
    const before = await db.of('audit').count()
    const noted = await runner.run(noteExportCommand, { format: 'csvGb18030' as const, units: 2, persons: 3 })
    expect(noted).toMatchObject({ ok: true, value: { confirmed: true } })
    const entry = await db.of('audit').toCollection().last()
    expect(await db.of('audit').count()).toBe(before + 1)
    expect(entry).toMatchObject({ command: 'household.export' })
    expect(await db.of('auditDetails').get(entry?.opId ?? '')).toMatchObject({ reason: 'csvGb18030' })
  })
})
