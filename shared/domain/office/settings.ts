import { isCivilDay } from '../../util/civilTime'
import { accept, type Result, refuse } from '../../util/result'
import { DEFAULT_PLAN } from '../month/plan'
import { DEFAULT_ANSWER_WORKDAYS, DEFAULT_RETENTION, RETAINED, RETENTION_BOUNDS } from '../privacy/types'
import type { RuleContext } from '../register/types'
import { forbidden } from './permissions'
import type { OfficeSettings } from './types'

/** Defaults of the figures marked † in domain.md (1, 5, 6, 7, 10). */
export const DEFAULT_SETTINGS: OfficeSettings = {
  idleLockMinutes: 10,
  replyWithinDays: 10,
  returnVisitWithinHours: 24,
  escalationNoticeDays: 7,
  attachmentMaxMegabytes: 20,
  workdayOverrides: {},
  comfortableRows: false,
  notifyDue: true,
  lostSmallCustodyMonths: 3,
  lostLargeCustodyMonths: 12,
  lostThresholdTakesLonger: false,
  lostPoliceWorkdays: 0,
  incidentReportWithinHours: 24,
  spotCheckSize: 3,
  backupEveryMinutes: 60,
  servicePlan: DEFAULT_PLAN,
  retention: DEFAULT_RETENTION,
  requestAnswerWorkdays: DEFAULT_ANSWER_WORKDAYS,
  notReplicated: [],
}

/** Whole numbers only, both ends allowed. */
export const SETTING_BOUNDS = {
  idleLockMinutes: { min: 1, max: 120 },
  replyWithinDays: { min: 1, max: 60 },
  returnVisitWithinHours: { min: 1, max: 168 },
  escalationNoticeDays: { min: 1, max: 27 },
  attachmentMaxMegabytes: { min: 1, max: 200 },
  lostSmallCustodyMonths: { min: 1, max: 36 },
  lostLargeCustodyMonths: { min: 1, max: 60 },
  lostPoliceWorkdays: { min: 0, max: 60 },
  incidentReportWithinHours: { min: 1, max: 168 },
  spotCheckSize: { min: 1, max: 20 },
  backupEveryMinutes: { min: 15, max: 480 },
  requestAnswerWorkdays: { min: 1, max: 30 },
} as const
export type NumericSetting = keyof typeof SETTING_BOUNDS

/** In what each is counted: names of `settings:rules`. */
export const SETTING_UNITS = {
  idleLockMinutes: 'minutes',
  replyWithinDays: 'days',
  returnVisitWithinHours: 'hours',
  escalationNoticeDays: 'days',
  attachmentMaxMegabytes: 'megabytes',
  lostSmallCustodyMonths: 'months',
  lostLargeCustodyMonths: 'months',
  lostPoliceWorkdays: 'workdays',
  incidentReportWithinHours: 'hours',
  spotCheckSize: 'records',
  backupEveryMinutes: 'minutes',
  requestAnswerWorkdays: 'workdays',
} as const satisfies Record<NumericSetting, string>

const NUMERIC = Object.keys(SETTING_BOUNDS) as NumericSetting[]
/**
 * Settings with the changes taken over. Refusals: office.notAllowed, office.outOfBounds `{ min, max }` on the
 * setting's name, office.dayInvalid `{ day }` on workdayOverrides.
 */
export function changeSettings(
  settings: OfficeSettings,
  changes: Partial<OfficeSettings>,
  context: RuleContext,
): Result<OfficeSettings> {
  const no = forbidden(context.actor.role, 'settings.write')
  if (no) return no
  const next = { ...settings, ...changes }
  for (const name of NUMERIC) {
    const { min, max } = SETTING_BOUNDS[name]
    const value = next[name]
    if (!Number.isInteger(value) || value < min || value > max) {
      return refuse('office.outOfBounds', name, { min, max })
    }
  }
  const badYears = RETAINED.find((table) => !isRetention(next.retention[table]))
  if (badYears) return refuse('office.outOfBounds', `retention.${badYears}`, RETENTION_BOUNDS)
  const badDay = Object.keys(next.workdayOverrides).find((day) => !isCivilDay(day))
  if (badDay !== undefined) return refuse('office.dayInvalid', 'workdayOverrides', { day: badDay })
  return accept(next)
}

function isRetention(years: number): boolean {
  return Number.isInteger(years) && years >= RETENTION_BOUNDS.min && years <= RETENTION_BOUNDS.max
}
