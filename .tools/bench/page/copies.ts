import { CAUSES, type Complaint } from '../../../shared/domain/complaint/types'
import type { Actor } from '../../../shared/domain/register/types'
import { Chance } from './chance'
import { madeUpIntake, madeUpSeverity } from './madeUp'
import { data } from './office'
import { patternsOf } from './patterns'

/** Complaints of one month. `month` is `2026-03`; `recent` as in `patternsOf`. */
export interface FillOrder {
  month: string
  count: number
  recent: boolean
}

const BATCH = 1000
const PATTERNS = 40

/** The month's complaints, some at a time, without their numbers. */
export function* batchesOf({ month, count, recent }: FillOrder, actor: Actor): Generator<Complaint[]> {
  const chance = new Chance(Number(month.replace('-', '')))
  const patterns = patternsOf(month, PATTERNS, recent, actor, chance)
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done)
    yield Array.from({ length: size }, () => copyOf(chance.pick(patterns), chance))
  }
}

/** A record with the life of `pattern`, and people, words and judgement of its own. */
function copyOf(pattern: Complaint, chance: Chance): Complaint {
  const { judgement, intake } = pattern
  return {
    ...pattern,
    id: data.ports.newId(),
    intake: madeUpIntake(chance, intake.registeredAt),
    judgement: judgement && { ...judgement, cause: chance.pick(CAUSES), severity: madeUpSeverity(chance) },
  }
}
