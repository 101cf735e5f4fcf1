import { z } from 'zod'
import { PLAN_FREQUENCIES, TIMED_DUTIES } from '../domain/month/plan'
import { type Credential, type Office, type OfficeSettings, ROLES, type User } from '../domain/office/types'
import { RETAINED } from '../domain/privacy/types'
import type { Phrase, SavedFilter } from '../domain/office/phrase'
import { civilDay, count, id, instant, text } from './basics'
import { voidedSchema } from './register'
import { tie } from './tie'

export const role = z.enum(ROLES)

export const officeSchema = tie<Office>()(
  z.strictObject({
    id,
    estateName: text,
    officeName: text,
    numberPrefix: text,
    deviceLetter: z.string().regex(/^[A-Z]?$/),
    demo: z.boolean(),
    createdAt: instant,
  }),
)

export const officeSettingsSchema = tie<OfficeSettings>()(
  z.strictObject({
    idleLockMinutes: count,
    replyWithinDays: count,
    returnVisitWithinHours: count,
    escalationNoticeDays: count,
    attachmentMaxMegabytes: count,
    workdayOverrides: z.record(civilDay, z.boolean()),
    comfortableRows: z.boolean(),
    notifyDue: z.boolean(),
    lostSmallCustodyMonths: count,
    lostLargeCustodyMonths: count,
    lostThresholdTakesLonger: z.boolean(),
    lostPoliceWorkdays: count,
    incidentReportWithinHours: count,
    spotCheckSize: count,
    backupEveryMinutes: count,
    servicePlan: z.record(z.enum(TIMED_DUTIES), z.enum(PLAN_FREQUENCIES)),
    retention: z.record(z.enum(RETAINED), count),
    requestAnswerWorkdays: count,
    notReplicated: z.array(z.string().max(100)),
  }),
)

export const userSchema = tie<User>()(
  z.strictObject({ id, name: text, role, active: z.boolean(), createdAt: instant, updatedAt: instant }),
)

const tries = { failedTries: count, lockCount: count, lockedUntil: instant.nullable() }

export const credentialSchema = tie<Credential>()(
  z.strictObject({
    userId: id,
    pinHash: z.string().startsWith('scrypt$').max(400),
    ...tries,
    sheetTries: z.strictObject(tries).exactOptional(),
  }),
)

export const phraseSchema = tie<Phrase>()(
  z.strictObject({
    id,
    field: z.string().max(80),
    text: z.string().max(5_000),
    createdAt: instant,
    createdBy: text,
    voided: voidedSchema.nullable(),
  }),
)

export const savedFilterSchema = tie<SavedFilter>()(
  z.strictObject({
    id,
    userId: id,
    list: z.string().max(40),
    name: z.string().max(60),
    filters: z.record(z.string(), z.unknown()),
    createdAt: instant,
    removedAt: instant.nullable(),
  }),
)
