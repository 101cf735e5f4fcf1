import { TIMED_DUTIES } from '../../../shared/domain/month/plan'
import { SETTING_BOUNDS, SETTING_UNITS, type NumericSetting } from '../../../shared/domain/office/settings'
import type { Office, OfficeSettings, User } from '../../../shared/domain/office/types'
import { type PersonRequest, RETAINED } from '../../../shared/domain/privacy/types'
import { formatCivil } from '../../../shared/util/civilTime'
import { type AccessEntry, accessLog, allRequests, type DeskData } from '../../data'
import type { SheetField } from '../../register/export/fields'
import { type AnySheet, anySheet } from '../../register/export/writeSheet'
import { chineseKey } from '../../ui'

/** A file of 导出全部资料 that is no register, and what the 说明 says of it. */
export interface BesideSheet {
  sheet: AnySheet
  says: string
}

/** Longer than any office keeps its books. */
const EVER = { from: '1970-01-01T00:00:00.000Z', until: '9999-12-31T00:00:00.000Z' }

/** 个人信息请求, 访问记录, 用户 and 设置: what an office takes along besides its registers. No PIN, password or key is in it. */
export async function sheetsBeside({ db }: DeskData): Promise<BesideSheet[]> {
  const [requests, log, users, office, settings] = await Promise.all([
    allRequests(db),
    accessLog(db, EVER),
    db.of('users').toArray(),
    db.of('office').toCollection().first(),
    db.of('settings').toCollection().first(),
  ])
  return [
    besideOf('requests', requestFields(), requests),
    besideOf('log', logFields(), log),
    besideOf('users', userFields(), users),
    besideOf('settings', settingFields(), settingRows(office, settings)),
  ]
}

function besideOf<Row>(name: string, fields: SheetField<Row>[], rows: readonly Row[]): BesideSheet {
  const sheetName = chineseKey(`restore:takeOut.beside.${name}`)
  const says = chineseKey(`restore:takeOut.is.${name}`, { count: rows.length })
  return { sheet: anySheet({ sheetName, fields, portions: [rows] }), says }
}

const moment = (at: string | undefined) => (at ? { moment: formatCivil(at) } : '')

function requestFields(): SheetField<PersonRequest>[] {
  const head = (key: string) => chineseKey(`privacy:requests.${key}`)
  const word = (key: string, value: string | null | undefined) =>
    value ? chineseKey(`privacy:${key}.${value}`) : ''
  return [
    { header: head('received'), width: 17, cell: ({ receivedAt }) => moment(receivedAt) },
    { header: head('who'), width: 12, cell: ({ name }) => name },
    { header: chineseKey('restore:takeOut.column.phone'), width: 14, cell: ({ phone }) => phone },
    { header: head('kindLabel'), width: 12, cell: ({ kind }) => word('kind', kind) },
    { header: head('words'), width: 48, wrap: true, cell: ({ words }) => words },
    { header: head('identifiedBy'), width: 24, wrap: true, cell: ({ identifiedBy }) => identifiedBy },
    { header: head('due'), width: 12, cell: ({ dueOn }) => ({ day: dueOn }) },
    { header: head('answer'), width: 17, cell: ({ answer }) => moment(answer?.at) },
    { header: chineseKey('restore:takeOut.column.by'), width: 12, cell: ({ answer }) => answer?.by ?? '' },
    { header: head('done'), width: 48, wrap: true, cell: ({ answer }) => answer?.done ?? '' },
    { header: head('refused'), width: 48, wrap: true, cell: ({ answer }) => answer?.refused ?? '' },
    { header: head('ground'), width: 24, cell: ({ answer }) => word('ground', answer?.ground) },
  ]
}

function logFields(): SheetField<AccessEntry>[] {
  const head = (key: string) => chineseKey(`privacy:log.${key}`)
  return [
    { header: head('when'), width: 17, cell: ({ at }) => moment(at) },
    { header: head('who'), width: 12, cell: ({ who }) => who },
    { header: head('what'), width: 20, cell: ({ kind }) => chineseKey(`privacy:logKind.${kind}`) },
    { header: head('record'), width: 20, cell: ({ number }) => number },
    { header: chineseKey('restore:takeOut.column.count'), width: 8, cell: ({ count }) => count ?? '' },
    {
      header: chineseKey('restore:takeOut.column.filter'),
      width: 48,
      wrap: true,
      cell: ({ filter }) => filter,
    },
  ]
}

function userFields(): SheetField<User>[] {
  const head = (key: string) => chineseKey(`settings:users.${key}`)
  return [
    { header: head('name'), width: 12, cell: ({ name }) => name },
    { header: head('role'), width: 12, cell: ({ role }) => chineseKey(`common:role.${role}`) },
    { header: head('state'), width: 12, cell: ({ active }) => head(active ? 'active' : 'inactive') },
    {
      header: chineseKey('restore:takeOut.column.created'),
      width: 17,
      cell: ({ createdAt }) => moment(createdAt),
    },
    {
      header: chineseKey('restore:takeOut.column.updated'),
      width: 17,
      cell: ({ updatedAt }) => moment(updatedAt),
    },
  ]
}

interface SettingRow {
  part: string
  name: string
  value: string | number
  unit?: string
}

function settingFields(): SheetField<SettingRow>[] {
  const head = (key: string) => chineseKey(`restore:takeOut.column.${key}`)
  return [
    { header: head('part'), width: 16, cell: ({ part }) => part },
    { header: head('name'), width: 40, cell: ({ name }) => name },
    { header: head('value'), width: 24, cell: ({ value }) => value },
    { header: head('unit'), width: 10, cell: ({ unit }) => unit ?? '' },
  ]
}

const FIGURES = Object.keys(SETTING_BOUNDS) as NumericSetting[]
const OFFICE = ['estateName', 'officeName', 'numberPrefix', 'deviceLetter'] as const

/** Settings as 设置 names them; those of one machine (places, printers, language) are not the office's. */
export function settingRows(office: Office | undefined, settings: OfficeSettings | undefined): SettingRow[] {
  const t = (key: string) => chineseKey(`settings:${key}`)
  const yes = (on: boolean) => t(on ? 'screen.on' : 'screen.off')
  const rows: SettingRow[] = OFFICE.map((key) => ({
    part: t('tab.office'),
    name: t(`office.${key}`),
    value: office?.[key] ?? '',
  }))
  if (!settings) return rows
  const { comfortableRows, notifyDue, lostThresholdTakesLonger, workdayOverrides, servicePlan, retention } =
    settings
  const rules = t('tab.rules')
  return [
    ...rows,
    ...FIGURES.map((key) => ({
      part: rules,
      name: t(`rules.${key}`),
      value: settings[key],
      unit: t(`rules.${SETTING_UNITS[key]}`),
    })),
    { part: rules, name: t('rules.lostThresholdTakesLonger'), value: yes(lostThresholdTakesLonger) },
    ...TIMED_DUTIES.map((duty) => ({
      part: t('tab.plan'),
      name: chineseKey(`servicePlan:duty.${duty}`),
      value: chineseKey(`servicePlan:frequency.${servicePlan[duty]}`),
    })),
    ...Object.entries(workdayOverrides)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, work]) => ({
        part: t('tab.workdays'),
        name: day,
        value: t(work ? 'workdays.work' : 'workdays.rest'),
      })),
    ...RETAINED.map((table) => ({
      part: chineseKey('privacy:years.title'),
      name: chineseKey(`privacy:register.${table}`),
      value: retention[table],
      unit: chineseKey('privacy:years.unit'),
    })),
    {
      part: t('tab.screen'),
      name: t('screen.rows'),
      value: t(comfortableRows ? 'screen.comfortable' : 'screen.compact'),
    },
    { part: t('tab.screen'), name: t('screen.notices'), value: yes(notifyDue) },
  ]
}
