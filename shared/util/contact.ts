/** 京 … 琼: what a civil plate begins with. */
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const PLATE = new RegExp(`^[${PROVINCES}][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳]$`, 'u')
/** Embassy, consulate, armed police and army plates: rare at a gate, but not wrong. */
const OTHER_PLATE = /^(?:\d{6}使|[A-Z0-9]{5,6}领|WJ[\p{Script=Han}A-Z0-9]{5,7}|[A-Z]{2}\d{5})$/u
const MOBILE = /^(?<local>1[3-9]\d{9})(?<extension>-\d{1,6})?$/
const LANDLINE = /^(?<area>010|02\d|0[3-9]\d{2})(?<local>[2-9]\d{6,7})(?<extension>-\d{1,6})?$/
/** A whole number with an extension after a dash, which is not more of the number. */
const EXTENDED = /^(?<number>\(?0\d{2,3}\)?-?\d{7,8}|1[3-9]\d{9}|[2-9]\d{6,7})-(?<inner>\d{1,6})$/
const LOCAL = /^[2-9]\d{6,7}(?:-\d{1,6})?$/
const HOTLINE = /^[48]00\d{7}$/
/** 110, 95588, 12345, and the short numbers of a company network. */
const SHORT = /^[1-9]\d{2,5}$/
const ABROAD = /^\+[1-9]\d{6,14}$/
const SHAPES = [MOBILE, LANDLINE, LOCAL, HOTLINE, SHORT, ABROAD]

/**
 * A phone as it is stored and compared, valid or not: digits, `+` for abroad, `-801` for an extension.
 * `+86 138-1234 5678` → `13812345678`; '' where there is no digit.
 */
export function normalizePhone(text: string): string {
  const narrow = text.normalize('NFKC').trim()
  const [main = '', extension = ''] = narrow.split(/(?:转|分机|ext\.?|x|#)\s*/iu)
  const grouped = EXTENDED.exec(main.replace(/\s/g, ''))
  const digits = (grouped?.groups?.['number'] ?? main).replace(/[^\d+]/g, '').replace(/^(?:\+|00)86/, '')
  const inner = grouped?.groups?.['inner'] ?? extension.replace(/\D/g, '')
  return digits !== '' && inner !== '' ? `${digits}-${inner}` : digits
}

/** True for a mobile, a landline with or without area code, a hot line, a short number or a number abroad. */
export function isValidPhone(text: string): boolean {
  const phone = normalizePhone(text)
  return SHAPES.some((shape) => shape.test(phone))
}

/** Groups a phone for reading: `138 1234 5678`, `0571-8888 8888`, `400 123 4567`; what it cannot read stays. */
export function formatPhone(text: string): string {
  const phone = normalizePhone(text)
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
  if (HOTLINE.test(phone)) return `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`
  const { area, local, extension = '' } = LANDLINE.exec(phone)?.groups ?? {}
  if (area && local) return `${area}-${groupLocal(local)}${extension}`
  if (LOCAL.test(phone)) {
    const [number = '', inner] = phone.split('-')
    return groupLocal(number) + (inner ? `-${inner}` : '')
  }
  return isValidPhone(text) ? phone : text.trim()
}

function groupLocal(local: string): string {
  return `${local.slice(0, -4)} ${local.slice(-4)}`
}

/** A plate as it is stored and compared, valid or not: `浙A·12345`, `浙a 12345` → `浙A12345`. */
export function normalizePlate(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{Script=Han}A-Z0-9]/gu, '')
}

/** True for plates in use, new-energy ones (浙AD12345, 浙A12345D) and special ones among them; loosely. */
export function isValidPlate(text: string): boolean {
  const plate = normalizePlate(text)
  return PLATE.test(plate) || OTHER_PLATE.test(plate)
}

/** A plate for reading: `浙A·12345`; what it cannot read stays. */
export function formatPlate(text: string): string {
  const plate = normalizePlate(text)
  if (PLATE.test(plate)) return `${plate.slice(0, 2)}·${plate.slice(2)}`
  return isValidPlate(text) ? plate : text.trim()
}

/** Last four of an identity paper (domain 4): three digits and a digit or X. */
export function isIdLastFour(text: string): boolean {
  return /^\d{3}[\dX]$/.test(normalizeIdLastFour(text))
}

/** `123x` → `123X`. */
export function normalizeIdLastFour(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase()
}
