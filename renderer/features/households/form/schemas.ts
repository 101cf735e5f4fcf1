import { z } from 'zod'
import { checkIdLastFour, checkText, LIMITS } from '../../../../shared/domain/household/checks'
import { checkPhone, checkPhoneList } from '../../../../shared/domain/household/person'
import {
  CARE_KINDS,
  INSTRUCTION_KINDS,
  PERSON_ROLES,
  UNIT_STATUSES,
  UNIT_USES,
} from '../../../../shared/domain/household/types'
import { AREA_MAX } from '../../../../shared/domain/household/unit'
import { checkPlate } from '../../../../shared/domain/household/vehicle'
import { isCivilDay } from '../../../../shared/util/civilTime'
import type { Result } from '../../../../shared/util/result'

/**
 * Schemas of the forms. They ask the domain's own checks, so that a form says while it is typed what the command
 * would say when it is saved; messages are keys of the namespace `refusal`.
 */
const checked = (check: (text: string) => Result<unknown>) =>
  z.string().superRefine((text, context) => {
    const result = check(text)
    if (!result.ok) context.addIssue({ code: 'custom', message: result.refusal.key })
  })
const required = (max: number) => checked((text) => checkText(text, '', { max, required: true }))
const optional = (max: number) => checked((text) => checkText(text, '', { max }))

const dayOrNone = z
  .string()
  .nullable()
  .refine((day) => day === null || isCivilDay(day), 'household.dayInvalid')
/** Empty while it is typed; saving needs it. */
const day = dayOrNone.refine((value) => value !== null, 'household.required')

const area = z.custom<number | null>(
  (value) => value === null || (typeof value === 'number' && value > 0 && value <= AREA_MAX),
  'household.areaInvalid',
)

export const unitForm = z.object({
  building: required(LIMITS.codePart),
  section: optional(LIMITS.codePart),
  room: required(LIMITS.codePart),
  use: z.enum(UNIT_USES),
  area,
  status: z.enum(UNIT_STATUSES),
  moveInDate: dayOrNone,
})
export type UnitValues = z.infer<typeof unitForm>

const inOrder = (from: string | null, until: string | null) => !from || !until || until >= from

const residence = z
  .object({
    unitId: z.string().min(1, 'household.unitRequired'),
    /** Shown in the field; the id counts. */
    unitCode: z.string(),
    role: z.enum(PERSON_ROLES),
    from: dayOrNone,
    until: dayOrNone,
  })
  .refine(({ from, until }) => inOrder(from, until), { path: ['until'], error: 'household.datesOrder' })

export const personForm = z.object({
  name: required(LIMITS.name),
  /** Several in one line. */
  phones: checked((text) => checkPhoneList(text, 'phones')),
  idLastFour: checked((text) => checkIdLastFour(text)),
  residences: z.array(residence).min(1, 'household.unitRequired'),
})
export type PersonValues = z.infer<typeof personForm>

export const vehicleForm = z.object({
  plate: checked(checkPlate),
  parkingSpace: optional(LIMITS.parkingSpace),
  ownerName: optional(LIMITS.name),
  phone: checked((text) => checkPhone(text, 'phone')),
})
export type VehicleValues = z.infer<typeof vehicleForm>

export const careForm = z.object({
  kind: z.enum(CARE_KINDS),
  note: optional(LIMITS.note),
  expiresOn: dayOrNone,
  visible: z.object({ clerk: z.boolean(), supervisor: z.boolean(), viewer: z.boolean() }),
})
export type CareValues = z.infer<typeof careForm>

export const instructionForm = z
  .object({
    kind: z.enum(INSTRUCTION_KINDS),
    note: optional(LIMITS.note),
    startsOn: day,
    expiresOn: dayOrNone,
  })
  .refine((values) => inOrder(values.startsOn, values.expiresOn), {
    path: ['expiresOn'],
    error: 'household.expiryOrder',
  })
export type InstructionValues = z.infer<typeof instructionForm>

export const blacklistForm = z
  .object({
    name: required(LIMITS.name),
    description: optional(LIMITS.note),
    reason: required(LIMITS.note),
    incidentDate: day,
    until: dayOrNone,
  })
  .refine((values) => inOrder(values.incidentDate, values.until), {
    path: ['until'],
    error: 'household.banOrder',
  })
export type BlacklistValues = z.infer<typeof blacklistForm>

export const moveOutForm = z.object({ until: day })
export type MoveOutValues = z.infer<typeof moveOutForm>
