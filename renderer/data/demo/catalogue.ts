import complaints from '../../../resources/catalogues/demo/complaints.json'
import people from '../../../resources/catalogues/demo/people.json'
import type { Cause } from '../../../shared/domain/complaint/types'
import type { Chance } from './chance'

/** One kind of complaint of the made-up estate, with all that is done about it. */
export interface DemoMatter {
  cause: Cause
  weight: number
  department: string
  place: string
  says: string[]
  remedy: string
  found: string
  why: string
  proposals: string[]
  did: string
  reply: string
  learnt: string
  loss?: boolean
}

// The file's shape is checked by the demo's own test: every matter goes through the real commands.
const matters = complaints as DemoMatter[]
const weighted = matters.flatMap((matter) => Array.from({ length: matter.weight }, () => matter))

const OPENERS = ['', '', '', '昨天晚上，', '今天一早就这样。', '从上周开始，', '又来麻烦你们，']
const TAILS = [
  '',
  '',
  '这已经是第二次反映了。',
  '家里有老人孩子，实在没办法。',
  '希望尽快给个说法。',
  '我下午三点以后在家。',
]

/** A matter, the frequent ones more often. */
export function anyMatter(chance: Chance): DemoMatter {
  return chance.pick(weighted)
}

/** What a person says about it. */
export function wordsOf(matter: DemoMatter, chance: Chance): string {
  return `${chance.pick(OPENERS)}${chance.pick(matter.says)}${chance.pick(TAILS)}`
}

/** A made-up name; now and then one with a rare character, which the forms must show. */
export function anyName(chance: Chance): string {
  if (chance.happens(0.01)) return chance.pick(people.rareNames)
  return chance.pick([...people.surnames]) + chance.pick(people.given)
}

/** Made-up numbers begin with 1380000: no network gives these to anybody. */
export function anyPhone(chance: Chance): string {
  return `1380000${String(chance.below(10_000)).padStart(4, '0')}`
}

/** Who of a department does the work. */
export function anyWorker(department: string, chance: Chance): string {
  const crews: Record<string, string[]> = people.workers
  return chance.pick(crews[department] ?? ['客服中心'])
}
