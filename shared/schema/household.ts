import { z } from 'zod'
import {
  type BlacklistEntry,
  CARE_KINDS,
  type CareFlag,
  INSTRUCTION_KINDS,
  PERSON_ROLES,
  type Person,
  type StandingInstruction,
  UNIT_STATUSES,
  UNIT_USES,
  type Unit,
  type Vehicle,
  type Voiding,
} from '../domain/household/types'
import { civilDay, id, instant, text } from './basics'
import { erasedSchema } from './privacy'
import { tie } from './tie'

const voided = tie<Voiding | null>()(z.strictObject({ reason: text, at: instant, by: text }).nullable())

export const unitSchema = tie<Unit>()(
  z.strictObject({
    id,
    code: z.string().min(1).max(100),
    building: text,
    section: text,
    room: text,
    use: z.enum(UNIT_USES),
    area: z.number().nonnegative().nullable(),
    status: z.enum(UNIT_STATUSES),
    moveInDate: civilDay.nullable(),
    voided,
    updatedAt: instant,
  }),
)

const residence = z.strictObject({
  unitId: id,
  role: z.enum(PERSON_ROLES),
  from: civilDay.nullable(),
  until: civilDay.nullable(),
})

export const personSchema = tie<Person>()(
  z.strictObject({
    id,
    name: text,
    phones: z.array(text).max(50),
    // The full number of an identity paper must not even fit (domain 4, 13).
    idLastFour: z.string().max(4),
    residences: z.array(residence).max(1000),
    unitIds: z.array(id).max(1000),
    voided,
    updatedAt: instant,
    erased: erasedSchema.optional(),
  }),
)

export const vehicleSchema = tie<Vehicle>()(
  z.strictObject({
    id,
    plate: z.string().min(1).max(20),
    unitId: id,
    parkingSpace: text,
    ownerName: text,
    phone: text,
    voided,
    updatedAt: instant,
    erased: erasedSchema.optional(),
  }),
)

export const careFlagSchema = tie<CareFlag>()(
  z.strictObject({
    id,
    unitId: id,
    kind: z.enum(CARE_KINDS),
    note: text,
    expiresOn: civilDay.nullable(),
    visibleTo: z.array(text).max(20),
    voided,
    updatedAt: instant,
    erased: erasedSchema.optional(),
  }),
)

export const standingInstructionSchema = tie<StandingInstruction>()(
  z.strictObject({
    id,
    unitId: id,
    kind: z.enum(INSTRUCTION_KINDS),
    note: text,
    startsOn: civilDay,
    expiresOn: civilDay.nullable(),
    voided,
    updatedAt: instant,
    erased: erasedSchema.optional(),
  }),
)

export const blacklistEntrySchema = tie<BlacklistEntry>()(
  z.strictObject({
    id,
    name: text,
    description: text,
    reason: text,
    incidentDate: civilDay,
    until: civilDay.nullable(),
    voided,
    updatedAt: instant,
    erased: erasedSchema.optional(),
  }),
)
