import { Chance } from '../../bench/page/chance'
import type { Answer } from './answers'
import * as begin from './begin'
import { aside, goOn, noteIncident, reserve } from './goOn'

type Step = (chance: Chance) => Promise<Answer>

/** How often each is done, of a hundred: the mix of a busy day. */
const MIX: readonly [number, Step][] = [
  [24, begin.beginComplaint],
  [34, goOn],
  [6, begin.beginItem],
  [5, begin.beginReport],
  [6, begin.beginIncident],
  [4, noteIncident],
  [5, begin.beginVisit],
  [4, begin.beginReturnVisit],
  [4, begin.attach],
  [3, begin.addUnit],
  [1, begin.importUnits],
  [2, reserve],
  [2, aside],
]
const TOTAL = MIX.reduce((sum, [weight]) => sum + weight, 0)

/** One command of the mix, chosen by `roll`. */
export function step({ roll }: { roll: number }): Promise<Answer> {
  const chance = new Chance(roll)
  let at = chance.below(TOTAL)
  const chosen = MIX.find(([weight]) => (at -= weight) < 0)
  return (chosen?.[1] ?? goOn)(chance)
}
