import { normalizePhone, normalizePlate } from '../../util/contact'
import { foldText } from '../../util/textFold'
import { LIKE_A_NAME, NAME_AT_END } from './surnames'

/** Everything that the office knows of people, each in the form in which it is looked for. */
export interface PersonalWords {
  /** Folded names of residents, users, the blacklist and whoever stands in a record. */
  names: ReadonlySet<string>
  /** Digits only, 5 or more. */
  phones: ReadonlySet<string>
  /** Folded plates, and what follows their province. */
  plates: ReadonlySet<string>
  /** Unit codes as stored, upper case: `5-2-301`. */
  doors: ReadonlySet<string>
}

/** What the household register and the users give. */
export interface KnownPeople {
  names: readonly string[]
  phones: readonly string[]
  plates: readonly string[]
  unitCodes: readonly string[]
}

/** Shorter numbers are found in their surroundings only: 110, 8012. */
const SHORTEST_PHONE = 5
/** Fields of records that name a person; those of a register to come are known by their endings. */
const NAMES_PEOPLE = /^(?:name|person|visitor|called|by)$|By$/
/** Fields in which a person may stand, or whoever else it was: 保安, 物业, 保安王强. */
const MAY_NAME_PEOPLE = /^(?:who|told|owner|responsible|subject|witness|role|takenBy|paidBy|agreedBy)$/
const NAMES_PHONE = /^phones?$/i
const NAMES_DOOR = /^unitCode$/
/** What a department or an authority ends with: it is none of a person. */
const NO_PERSON = /(?:部|部门|班|班组|组|处|队|科|室|公司|中心|单位|派出所|医院|街道|社区|委员会|局|站)$/

/**
 * The words to look for: what the register of households and the users say, and what the month's records themselves say
 * of people whom no register knows.
 */
export function personalWords(known: KnownPeople, records: readonly unknown[]): PersonalWords {
  const found = new Finder()
  for (const name of known.names) found.name(name)
  for (const phone of known.phones) found.phone(phone)
  for (const plate of known.plates) found.plate(plate)
  for (const code of known.unitCodes) found.door(code)
  for (const record of records) found.walk(record, '')
  return found
}

class Finder implements PersonalWords {
  readonly names = new Set<string>()
  readonly phones = new Set<string>()
  readonly plates = new Set<string>()
  readonly doors = new Set<string>()

  name(text: string): void {
    for (const part of text.split(/[、，,;；/]/u)) {
      const folded = foldText(part).replaceAll(/[^\p{L}\p{N}\p{So}\p{Co}\p{Mc}]/gu, '')
      // A figure is no name: it would take every such figure away.
      if (folded !== '' && !/^\d+$/.test(folded)) this.names.add(folded)
    }
  }

  phone(text: string): void {
    const [main = '', inner = ''] = normalizePhone(text).replace(/^\+/, '').split('-')
    for (const digits of [main, main + inner]) if (digits.length >= SHORTEST_PHONE) this.phones.add(digits)
  }

  plate(text: string): void {
    const plate = normalizePlate(text).toLowerCase()
    if (plate.length >= 5) this.plates.add(plate)
    // 车牌A12345: said without its province.
    const rest = plate.replace(/^\p{Script=Han}/u, '')
    if (rest.length >= 6) this.plates.add(rest)
  }

  door(text: string): void {
    const code = text.normalize('NFKC').toUpperCase().trim()
    if (code !== '') this.doors.add(code)
  }

  walk(value: unknown, key: string): void {
    if (typeof value === 'string') return this.text(value, key)
    if (typeof value !== 'object' || value === null) return
    // Items of a list are what the list is called.
    for (const [inner, item] of Object.entries(value)) this.walk(item, Array.isArray(value) ? key : inner)
  }

  private text(value: string, key: string): void {
    if (NAMES_PHONE.test(key)) this.phone(value)
    else if (NAMES_DOOR.test(key)) this.door(value)
    else if (MAY_NAME_PEOPLE.test(key)) this.somebody(value, false)
    else if (NAMES_PEOPLE.test(key)) this.somebody(value, true)
  }

  /** A name as somebody typed it, perhaps with what they are before it. */
  private somebody(text: string, surely: boolean): void {
    for (const part of text.split(/[\s、，,;；/（）()]+/u)) {
      if (part.length > 12 || NO_PERSON.test(part)) continue
      const atEnd = NAME_AT_END.exec(part)?.[0]
      if (surely ? part.length <= 4 || !atEnd : LIKE_A_NAME.test(part)) this.name(part)
      if (atEnd) this.name(atEnd)
    }
  }
}
