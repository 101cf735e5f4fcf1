import { z } from 'zod'
import { type Credential, type Office, type OfficeSettings, ROLES, type User } from '../domain/office/types'
import { civilDay, count, id, instant, text } from './basics'
import { tie } from './tie'

export const role = z.enum(ROLES)

export const officeSchema = tie<Office>()(
  z.strictObject({
    id,
    estateName: text,
    officeName: text,
    numberPrefix: text,
    deviceLetter: z.string().regex(/^[A-Z]?$/),
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
  }),
)

export const userSchema = tie<User>()(
  z.strictObject({ id, name: text, role, active: z.boolean(), createdAt: instant, updatedAt: instant }),
)

export const credentialSchema = tie<Credential>()(
  z.strictObject({
    userId: id,
    pinHash: z.string().startsWith('scrypt$').max(400),
    failedTries: count,
    lockCount: count,
    lockedUntil: instant.nullable(),
  }),
)
