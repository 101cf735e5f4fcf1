import { normalizePhone } from './contact'

/** What people put between the digits of a phone. */
const BETWEEN = '[\\s()（）·-]*'
/** Least length of a phone that is looked for: 110 and 12345 are no one's own. */
const OWN_PHONE = 7
const AREA = /^(?:010|02\d|0[3-9]\d{2})/

function spaced(digits: string): string {
  return digits.replaceAll(/\D/g, '').split('').join(BETWEEN)
}

/** Finds one phone however it is grouped, with and without its area code or +86. */
function patternOf(phone: string): string {
  const area = AREA.exec(phone)?.[0] ?? ''
  const optional = area === '' ? '(?:\\+?86[\\s-]*)?' : `[(（]?(?:${spaced(area)}${BETWEEN})?`
  return `${optional}${spaced(phone.slice(area.length))}`
}

/**
 * The text with these phones taken out, however they are grouped in it; other figures stay. For what leaves the office
 * or is read by several people: never another person's phone (forms).
 */
export function withoutPhones(text: string, phones: readonly string[]): string {
  const patterns = phones
    .map(normalizePhone)
    .filter((phone) => phone.replaceAll(/\D/g, '').length >= OWN_PHONE)
    .map(patternOf)
  if (patterns.length === 0) return text
  return text.replaceAll(new RegExp(`(?<!\\d)(?:${patterns.join('|')})(?!\\d)`, 'gu'), '（电话略）')
}
