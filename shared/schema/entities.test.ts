import { describe, expect, it } from 'vitest'
import {
  createBlacklistEntry,
  createCareFlag,
  createInstruction,
  createPerson,
  createUnit,
  createVehicle,
  voidEntry,
} from '../domain/household'
import { contextFor, NOW, personInput, TODAY, unitInput } from '../domain/household/testing'
import { afterWrongPin, freshCredential, setUpOffice } from '../domain/office'
import type { Result } from '../util/result'
import {
  blacklistEntrySchema,
  careFlagSchema,
  credentialSchema,
  draftSchema,
  officeSchema,
  officeSettingsSchema,
  personSchema,
  standingInstructionSchema,
  unitSchema,
  userSchema,
  vehicleSchema,
} from '.'

function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

const clerk = contextFor()
const unit = made(createUnit(unitInput(), null, clerk))
const car = { plate: '浙A12345', unitId: unit.id, parkingSpace: '', ownerName: '', phone: '' }
const note = { unitId: unit.id, note: '', expiresOn: null }
const ban = { name: '某快递', description: '', reason: '强闯', incidentDate: TODAY, until: null }
const office = made(
  setUpOffice(
    {
      estateName: '翠湖花园',
      officeName: '管理处',
      numberPrefix: '客服',
      deviceLetter: 'B',
      directorName: '周敏',
    },
    { now: NOW, newId: clerk.newId },
  ),
)

describe('validators of stored rows', () => {
  it.each([
    ['unit', unitSchema, unit],
    ['void unit', unitSchema, made(voidEntry(unit, '错登', contextFor('director')))],
    ['person', personSchema, made(createPerson(personInput(), clerk))],
    ['vehicle', vehicleSchema, made(createVehicle(car, null, clerk))],
    [
      'care flag',
      careFlagSchema,
      made(createCareFlag({ ...note, kind: 'hardship', visibleTo: ['supervisor'] }, clerk)),
    ],
    [
      'instruction',
      standingInstructionSchema,
      made(createInstruction({ ...note, kind: 'away', startsOn: TODAY }, clerk)),
    ],
    ['blacklist entry', blacklistEntrySchema, made(createBlacklistEntry(ban, clerk))],
    ['office', officeSchema, office.office],
    ['director', userSchema, office.director],
    ['settings', officeSettingsSchema, office.settings],
    ['credential', credentialSchema, afterWrongPin(freshCredential('u1', 'scrypt$1$1$1$a$b'), NOW)],
  ])('accept what the rules of a %s make, and nothing more or less', (_name, schema, row) => {
    expect(schema.safeParse(row)).toMatchObject({ success: true, data: row })
    expect(schema.safeParse({ ...row, stranger: 1 }).success).toBe(false)
    const [first = ''] = Object.keys(row)
    expect(schema.safeParse({ ...row, [first]: undefined }).success).toBe(false)
  })

  it('do not hold more than the last four of an ID, nor a day that cannot be', () => {
    const person = made(createPerson(personInput(), clerk))
    expect(personSchema.safeParse({ ...person, idLastFour: '330106199001011234' }).success).toBe(false)
    expect(unitSchema.safeParse({ ...unit, moveInDate: '2026-13-01' }).success).toBe(false)
    expect(unitSchema.safeParse({ ...unit, updatedAt: '2026-11-21' }).success).toBe(false)
  })

  it('take a draft with whatever a form holds', () => {
    const values = { content: '三'.repeat(3000), nested: { list: [null, '?'] } }
    const draft = {
      id: 'd1',
      kind: 'complaint.intake',
      targetId: '',
      title: '',
      values,
      updatedAt: NOW,
      userId: 'u1',
    }
    expect(draftSchema.safeParse(draft)).toMatchObject({ success: true, data: draft })
  })
})
