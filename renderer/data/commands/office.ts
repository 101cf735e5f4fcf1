import { z } from 'zod'
import { PLAN_FREQUENCIES, TIMED_DUTIES } from '../../../shared/domain/month/plan'
import { RETAINED } from '../../../shared/domain/privacy/types'
import {
  changeOffice,
  changeSettings,
  type OfficeDetails,
  type OfficeSettings,
  type OfficeSetup,
  setUpOffice,
} from '../../../shared/domain/office'
import { freshCredential } from '../../../shared/domain/office/pin'
import { DATA_VERSION } from '../../../shared/schema/dataVersion'
import { KEEPABLE } from '../../../shared/sync/keptBack'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { versionChange } from '../core/dataVersion'
import { SETTINGS_ID } from '../core/tables'

const details = {
  estateName: z.string(),
  officeName: z.string(),
  numberPrefix: z.string(),
  deviceLetter: z.string(),
}

const pinHash = z.string().min(20).max(400)

/** First start (domain 1): the office, its settings and the director, in an empty database only. */
export const setUpOfficeCommand: CommandSpec<OfficeSetup & { pinHash: string }, { directorId: string }> = {
  name: 'office.setUp',
  permission: null,
  tables: ['office', 'settings', 'users', 'credentials'],
  input: z.strictObject({ ...details, directorName: z.string(), pinHash, demo: z.boolean().optional() }),
  run: async (tx, input) => {
    if ((await tx.all('office')).length > 0) return refuse('office.alreadySetUp')
    const made = setUpOffice(input, tx.ctx)
    if (!made.ok) return made
    const { office, settings, director } = made.value
    await tx.setMeta('deviceId', tx.ctx.newId())
    await tx.setMeta('dataVersion', DATA_VERSION)
    tx.changes.push(versionChange({ before: null, after: DATA_VERSION }))
    await tx.put('office', office)
    await tx.put('settings', { id: SETTINGS_ID, ...settings })
    await tx.put('users', director)
    await tx.put('credentials', { id: director.id, ...freshCredential(director.id, input.pinHash) })
    return accept({ directorId: director.id })
  },
}

/** Names, number prefix and machine letter; director only. */
export const changeOfficeCommand: CommandSpec<OfficeDetails, null> = {
  name: 'office.change',
  permission: 'settings.write',
  tables: ['office'],
  input: z.strictObject(details),
  run: async (tx, input) => {
    const [office] = await tx.all('office')
    if (!office) return refuse('office.missing')
    const changed = changeOffice(office, input, tx.ctx)
    if (!changed.ok) return changed
    await tx.put('office', changed.value)
    return accept(null)
  },
}

const settingsInput: z.ZodType<Partial<OfficeSettings>> = z
  .strictObject({
    idleLockMinutes: z.number(),
    replyWithinDays: z.number(),
    returnVisitWithinHours: z.number(),
    escalationNoticeDays: z.number(),
    attachmentMaxMegabytes: z.number(),
    lostSmallCustodyMonths: z.number(),
    lostLargeCustodyMonths: z.number(),
    lostThresholdTakesLonger: z.boolean(),
    lostPoliceWorkdays: z.number(),
    incidentReportWithinHours: z.number(),
    workdayOverrides: z.record(z.string(), z.boolean()),
    comfortableRows: z.boolean(),
    notifyDue: z.boolean(),
    spotCheckSize: z.number(),
    backupEveryMinutes: z.number(),
    servicePlan: z.record(z.enum(TIMED_DUTIES), z.enum(PLAN_FREQUENCIES)),
    retention: z.record(z.enum(RETAINED), z.number()),
    requestAnswerWorkdays: z.number(),
    notReplicated: z.array(z.enum(KEEPABLE)).max(KEEPABLE.length),
  })
  .partial()

/** The figures marked † and the working-day corrections; director only. */
export const changeSettingsCommand: CommandSpec<Partial<OfficeSettings>, null> = {
  name: 'settings.change',
  permission: 'settings.write',
  tables: ['settings'],
  input: settingsInput,
  run: async (tx, input) => {
    const settings = await tx.get('settings', SETTINGS_ID)
    if (!settings) return refuse('office.missing')
    const { id, ...current } = settings
    const changed = changeSettings(current, input, tx.ctx)
    if (!changed.ok) return changed
    await tx.put('settings', { id, ...changed.value })
    return accept(null)
  },
}

/** Somebody at the desk confirms that the clock is right although it stands before the newest record (domain 3). */
export const acceptClockCommand: CommandSpec<{ reason: string }, null> = {
  name: 'clock.accept',
  permission: 'record.register',
  tables: ['office'],
  ignoresClock: true,
  input: z.strictObject({ reason: z.string().trim().min(1) }),
  run: async (tx, input) => {
    const [office] = await tx.all('office')
    if (!office) return refuse('office.missing')
    tx.reason = input.reason
    tx.acceptedClock = true
    await tx.put('office', office)
    return accept(null)
  },
}
