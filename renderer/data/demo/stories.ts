import type { Channel, Complainant, Nature, Severity } from '../../../shared/domain/complaint/types'
import type { Person, Unit } from '../../../shared/domain/household/types'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import { anyMatter, wordsOf } from './catalogue'
import type { Chance } from './chance'
import type { Story } from './story'

/** A door somebody complains from. */
export interface Door {
  unit: Unit
  person: Person
}

/** Everybody who lives in the estate. */
export async function doorsOf(db: DeskDatabase): Promise<Door[]> {
  const units = new Map((await db.of('units').toArray()).map((unit) => [unit.id, unit]))
  const persons = await db.of('persons').toArray()
  return persons.flatMap((person) => {
    const unit = units.get(person.unitIds[0] ?? '')
    return unit ? [{ unit, person }] : []
  })
}

const CHANNELS: readonly Channel[] = [
  ...Array.from({ length: 11 }, () => 'phone' as const),
  ...Array.from({ length: 6 }, () => 'visit' as const),
  'suggestionBox',
  'email',
  'staff',
  'authority',
  'headOffice',
]
const NATURES: readonly Nature[] = [
  ...Array.from({ length: 7 }, () => 'valid' as const),
  'help',
  'inquiry',
  'venting',
]
const SEVERITIES: readonly Severity[] = [
  ...Array.from({ length: 14 }, () => 'minor' as const),
  'important',
  'important',
]

const NOBODY: Complainant = {
  anonymous: true,
  personId: null,
  unitId: null,
  name: '',
  phone: '',
  unitCode: '',
}

/** A made-up complaint, taken in at `at`. */
export function anyStory(doors: readonly Door[], at: Instant, chance: Chance): Story {
  const matter = anyMatter(chance)
  // Some households complain more often than others: the first of them are drawn twice as often.
  const { unit, person } = chance.happens(0.3) ? chance.pick(doors.slice(0, 60)) : chance.pick(doors)
  const anonymous = chance.happens(0.03)
  return {
    matter,
    chance,
    clerk: chance.happens(0.55) ? 'clerk' : 'colleague',
    nature: chance.pick(NATURES),
    severity: matter.loss ? 'important' : chance.pick(SEVERITIES),
    intake: {
      registeredAt: at,
      channel: anonymous ? 'suggestionBox' : chance.pick(CHANNELS),
      complainant: anonymous ? NOBODY : complainantOf(unit, person),
      subject: matter.department,
      occurredAt: null,
      place: matter.place === '房内' ? unit.code : `${unit.building}号楼${matter.place}`,
      content: wordsOf(matter, chance),
      remedy: matter.remedy,
      lossOrInjury: matter.loss === true,
    },
  }
}

function complainantOf(unit: Unit, person: Person): Complainant {
  return {
    anonymous: false,
    personId: person.id,
    unitId: unit.id,
    name: person.name,
    phone: person.phones[0] ?? '',
    unitCode: unit.code,
  }
}
