import { accept, type Result, refuse } from '../../util/result'
import type { Instant, RuleContext } from '../register/types'
import { forbidden } from './permissions'
import { DEFAULT_SETTINGS } from './settings'
import type { Office, OfficeSettings, User } from './types'
import { NAME_MAX_LENGTH } from './users'

/** What the settings screen edits of the office. */
export interface OfficeDetails {
  /** 小区 */
  estateName: string
  /** 管理处 */
  officeName: string
  /** 编号前缀 */
  numberPrefix: string
  /** 机器字母, '' for one machine. */
  deviceLetter: string
}

/** What the first start asks for (domain 1). */
export interface OfficeSetup extends OfficeDetails {
  /** 演示: made-up data, marked as such on every sheet. */
  demo?: boolean
  directorName: string
}

/** What the first start writes. The PIN's credential is made beside it, once main has hashed the PIN. */
export interface NewOffice {
  office: Office
  director: User
  settings: OfficeSettings
}

const TITLE_MAX_LENGTH = 60
const PREFIX_MAX_LENGTH = 8

function checkTitle(value: string, field: string): Result<string> {
  const title = value.trim()
  if (title === '') return refuse('office.required', field)
  if (title.length > TITLE_MAX_LENGTH) return refuse('office.tooLong', field, { max: TITLE_MAX_LENGTH })
  return accept(title)
}

/**
 * Office code for numbers: letters (Chinese too) and digits only, because `-` separates a number's parts.
 * Refusals on `numberPrefix`: office.required, office.prefixInvalid `{ max }`.
 */
export function checkNumberPrefix(value: string): Result<string> {
  const prefix = value.trim()
  if (prefix === '') return refuse('office.required', 'numberPrefix')
  if (prefix.length > PREFIX_MAX_LENGTH || !/^[\p{L}\p{N}]+$/u.test(prefix)) {
    return refuse('office.prefixInvalid', 'numberPrefix', { max: PREFIX_MAX_LENGTH })
  }
  return accept(prefix)
}

/** Device letter (domain 2): none, or one of A–Z. Refusal on `deviceLetter`: office.letterInvalid. */
export function checkDeviceLetter(value: string): Result<string> {
  const letter = value.trim().toUpperCase()
  return /^[A-Z]?$/.test(letter) ? accept(letter) : refuse('office.letterInvalid', 'deviceLetter')
}

function checkDetails(input: OfficeDetails): Result<OfficeDetails> {
  const estate = checkTitle(input.estateName, 'estateName')
  if (!estate.ok) return estate
  const office = checkTitle(input.officeName, 'officeName')
  if (!office.ok) return office
  const prefix = checkNumberPrefix(input.numberPrefix)
  if (!prefix.ok) return prefix
  const letter = checkDeviceLetter(input.deviceLetter)
  if (!letter.ok) return letter
  return accept({
    estateName: estate.value,
    officeName: office.value,
    numberPrefix: prefix.value,
    deviceLetter: letter.value,
  })
}

/**
 * The first start (domain 1): the office, its director and the default settings. No actor yet, so nothing is
 * asked of roles; the command refuses when an office is already there.
 * Refusals: office.required, office.tooLong, office.prefixInvalid, office.letterInvalid.
 */
export function setUpOffice(
  input: OfficeSetup,
  world: { now: Instant; newId: () => string },
): Result<NewOffice> {
  const details = checkDetails(input)
  if (!details.ok) return details
  const name = input.directorName.trim()
  if (name === '') return refuse('office.required', 'directorName')
  if (name.length > NAME_MAX_LENGTH) return refuse('office.tooLong', 'directorName', { max: NAME_MAX_LENGTH })
  const { now, newId } = world
  return accept({
    office: { id: newId(), ...details.value, demo: input.demo ?? false, createdAt: now },
    director: { id: newId(), name, role: 'director', active: true, createdAt: now, updatedAt: now },
    settings: { ...DEFAULT_SETTINGS },
  })
}

/** The office with changed names, prefix or letter; director only (office.notAllowed). */
export function changeOffice(office: Office, input: OfficeDetails, context: RuleContext): Result<Office> {
  const no = forbidden(context.actor.role, 'settings.write')
  if (no) return no
  const details = checkDetails(input)
  return details.ok ? accept({ ...office, ...details.value }) : details
}
