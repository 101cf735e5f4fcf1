import { normalizePhone } from '../../util/contact'
import { foldText } from '../../util/textFold'

/** Whom is looked for: a household person, or a name and a phone as they were said; one of them is enough. */
export interface WhoAsks {
  personId: string | null
  name: string
  phone: string
}

/** As what somebody stands in a record; `mentioned` where only a text names them. */
export const PERSON_PARTS = [
  'complainant',
  'otherComplainant',
  'finder',
  'claimant',
  'owner',
  'visited',
  'party',
  'witness',
  'resident',
  'blacklisted',
  'asked',
  'signer',
  'mentioned',
] as const
export type PersonPart = (typeof PERSON_PARTS)[number]

/** By the path at which the name, phone or id stood. */
const PARTS: readonly [RegExp, PersonPart][] = [
  [/^complaints\.intake\.complainant\./, 'complainant'],
  [/^complaints\.others\./, 'otherComplainant'],
  [/^lostItems\.intake\.finder\./, 'finder'],
  [/^lostItems\.claims\./, 'claimant'],
  [/^lostReports\.intake\.owner\./, 'owner'],
  [/^(?:visits\.plan|returnVisits\.entry)\.person\./, 'visited'],
  [/^returnRounds\.targets\./, 'visited'],
  [/^incidents\.parties\..*\.person\./, 'party'],
  [/^incidents\.witnesses\..*\.person\./, 'witness'],
  [/^(?:persons|vehicles)\./, 'resident'],
  [/^blacklist\.name/, 'blacklisted'],
  [/^personRequests\.(?:name|phone)/, 'asked'],
  [/\.signature\.by$/, 'signer'],
]

/** As what somebody stands in a row, each once, the nearest first; none where the row says nothing of them. */
export function partsOf(table: string, row: object, who: WhoAsks): PersonPart[] {
  const name = foldText(who.name)
  const phone = normalizePhone(who.phone)
  const found = new Set<PersonPart>()
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (isOf(value, path)) found.add(partOf(path, value))
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) look(item, `${path}.${key}`)
    }
  }
  const isOf = (value: string, path: string): boolean => {
    if (who.personId && value === who.personId) return true
    if (name.length > 1 && foldText(value).includes(name)) return true
    return phone.length >= 7 && value.length >= 7 && !path.endsWith('At') && digits(value).includes(phone)
  }
  const partOf = (path: string, value: string): PersonPart => {
    const part = PARTS.find(([place]) => place.test(path))?.[1]
    // Beside a name stands text that may name anybody.
    const whole = foldText(value) === name || value === who.personId || digits(value) === phone
    return part && whole ? part : 'mentioned'
  }
  look(row, table)
  return PERSON_PARTS.filter((part) => found.has(part))
}

/** Everybody whom a record names in a place of their own, each once, whom it is about first. */
export function peopleIn(table: string, row: object): WhoAsks[] {
  const found = new Map<string, WhoAsks>()
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { name, phone, personId } = value as Record<string, unknown>
    const part = PARTS.find(([place]) => place.test(`${path}.name`))?.[1]
    if (typeof name === 'string' && name !== '' && part) {
      const said = typeof phone === 'string' ? phone : ''
      const who = { personId: typeof personId === 'string' ? personId : null, name, phone: said }
      if (!found.has(`${name}|${said}`)) found.set(`${name}|${said}`, who)
    }
    for (const [key, item] of Object.entries(value)) look(item, `${path}.${key}`)
  }
  look(row, table)
  return [...found.values()]
}

/** Parts that do not make a record somebody's own. */
const BESIDE: ReadonlySet<PersonPart> = new Set(['signer', 'mentioned'])
/** Records of one matter each: whoever is only named in them is not whom they are about. */
const MATTERS: ReadonlySet<string> = new Set([
  'complaints',
  'incidents',
  'lostItems',
  'lostReports',
  'visits',
  'returnVisits',
  'corrections',
])

/** Parts of people who stand in a record beside whom it is about. */
const ASIDE: ReadonlySet<PersonPart> = new Set(['otherComplainant', 'claimant', 'witness', ...BESIDE])

/** Whether a record is the person's own, or another's in which they have a part, or in which they are only mentioned. */
export type Standing = 'own' | 'aside' | 'mentioned'

/** What a record is to somebody: erasing one that is not their own would take away what is not theirs (domain 13). */
export function standingIn(table: string, row: object, parts: readonly PersonPart[]): Standing {
  if (!MATTERS.has(table)) return 'own'
  if (parts.every((part) => BESIDE.has(part))) return 'mentioned'
  if (parts.every((part) => ASIDE.has(part))) return 'aside'
  return table === 'incidents' && partiesOf(row).length > 1 ? 'aside' : 'own'
}

function partiesOf(row: object): string[] {
  const { parties = [] } = row as { parties?: { person: { name: string } }[] }
  return parties.map(({ person }) => person.name)
}

/** Where the name of whom a record is about stands. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  complaints: ['intake', 'complainant', 'name'],
  lostItems: ['intake', 'finder', 'name'],
  lostReports: ['intake', 'owner', 'name'],
  visits: ['plan', 'person', 'name'],
  returnVisits: ['entry', 'person', 'name'],
}

/** Whose record it is, by name; '' where that is nobody, or nobody who is known. */
export function subjectOf(table: string, row: object): string {
  if (table === 'incidents') return partiesOf(row).filter(Boolean).join('、')
  const found = SUBJECTS[table]?.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    row,
  )
  return typeof found === 'string' ? found : ''
}

function digits(value: string): string {
  return value.replaceAll(/\D/g, '')
}
