import { isListRule, type ListRule, type MergePlan, patternOf, ruleAt, type Unit } from './plan'
import { isPlain, itemStep, joined, listOf, plainOf, same } from './values'

/** A place at which the two versions differ, smaller than which nothing is merged. */
export interface Leaf {
  /** Dotted; items of lists by what they are known: `parties.#<id>.note`. */
  path: string
  unit: Unit
  /** Undefined where a side has nothing. */
  base: unknown
  ours: unknown
  server: unknown
  byOurs: boolean
  byServer: boolean
  /** A new item of a list that one side has. */
  added?: ListRule
}

/** The three versions of a row, or of a part of it. `known`: the ancestor is. */
interface Three {
  base: unknown
  ours: unknown
  server: unknown
}

/** Every place at which ours and the server's differ. Without an ancestor both count as having changed it. */
export class Leaves {
  readonly all: Leaf[] = []

  constructor(
    private readonly plan: MergePlan,
    private readonly known: boolean,
  ) {}

  compare(three: Three): readonly Leaf[] {
    this.walkFields('', three)
    return this.all
  }

  private walk(path: string, three: Three): void {
    const { base, ours, server } = three
    if (same(ours, server)) return
    const pattern = patternOf(this.plan, path)
    const rule = ruleAt(this.plan, pattern)
    if (isListRule(rule)) this.walkList(path, rule, three)
    else if (rule === 'paper') this.walkPaper(path, three)
    else if (rule === 'whole') this.note(path, 'plain', three)
    else if (rule !== 'plain' && rule !== 'together') this.note(path, rule, three)
    else if (rule === 'plain' && this.isOpened(pattern, three)) this.walkFields(path, three)
    else
      this.note(path, rule === 'together' ? rule : wholeUnit(this.plan, pattern, [base, ours, server]), three)
  }

  /** Whether a part is merged field by field: all versions have it, or its keys are codes of ours. */
  private isOpened(pattern: string, { base, ours, server }: Three): boolean {
    if (!isPlain(ours) || !isPlain(server)) return false
    return isPlain(base) || !this.known || Object.hasOwn(this.plan.fields, `${pattern}.*`)
  }

  private walkFields(path: string, three: Three): void {
    const [base, ours, server] = [plainOf(three.base), plainOf(three.ours), plainOf(three.server)]
    const keys = new Set([...Object.keys(server), ...Object.keys(ours), ...Object.keys(base)])
    for (const key of keys) {
      this.walk(joined(path, key), { base: base[key], ours: ours[key], server: server[key] })
    }
  }

  private walkList(path: string, rule: ListRule, three: Three): void {
    const base = byKey(three.base, rule)
    const ours = byKey(three.ours, rule)
    const server = byKey(three.server, rule)
    for (const key of new Set([...server.keys(), ...ours.keys()])) {
      this.walkItem(joined(path, itemStep(key)), rule, {
        base: base.get(key),
        ours: ours.get(key),
        server: server.get(key),
      })
    }
  }

  private walkItem(path: string, list: ListRule, item: Three): void {
    const { base, ours, server } = item
    if (same(ours, server)) return
    if (ours === undefined || server === undefined) {
      const isNew = base === undefined
      const by = { byOurs: ours !== undefined, byServer: server !== undefined }
      if (isNew) this.all.push({ path, unit: list.unit, ...item, ...by, added: list })
      else this.note(path, list.unit, item)
      return
    }
    const rule = ruleAt(this.plan, patternOf(this.plan, path))
    if (rule === 'together' || rule === 'whole') this.note(path, rule === 'whole' ? 'plain' : rule, item)
    else this.walkFields(path, item)
  }

  /** A form's paper: its signatures are asked about, the rest keeps books. */
  private walkPaper(path: string, three: Three): void {
    const base = plainOf(three.base)
    // A print is never taken away.
    const [ours, server] = [plainOf(three.ours ?? three.base), plainOf(three.server ?? three.base)]
    this.note(path, 'paper', three)
    for (const key of ['signature', 'drawn']) {
      const signed = { base: base[key], ours: ours[key], server: server[key] }
      if (!same(signed.ours, signed.server)) this.note(joined(path, key), 'together', signed)
    }
  }

  private note(path: string, unit: Unit, three: Three): void {
    const { base, ours, server } = three
    const byOurs = !this.known || !same(base, ours)
    const byServer = !this.known || !same(base, server)
    this.all.push({ path, unit: unitOfDetail(path, unit, three), base, ours, server, byOurs, byServer })
  }
}

/** Own fields of an incident's type: moments, amounts and counts among them go together, words by themselves. */
function unitOfDetail(path: string, unit: Unit, three: Three): Unit {
  if (!path.startsWith('details.') || unit !== 'plain') return unit
  const values = [three.base, three.ours, three.server]
  const moment = values.some((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value))
  return moment || values.some((value) => typeof value === 'number') ? 'together' : unit
}

/** A part that comes or goes as a whole goes with the others where anything in it does. */
function wholeUnit(plan: MergePlan, pattern: string, versions: readonly unknown[]): 'plain' | 'together' {
  const holdsTogether = (at: string, value: unknown): boolean => {
    const rule = ruleAt(plan, at)
    if (rule === 'together' || (isListRule(rule) && rule.unit === 'together')) return true
    return (
      isPlain(value) && Object.entries(value).some(([key, inner]) => holdsTogether(joined(at, key), inner))
    )
  }
  return versions.some((value) => holdsTogether(pattern, value)) ? 'together' : 'plain'
}

function byKey(list: unknown, { by }: ListRule): Map<string, unknown> {
  return new Map(listOf(list).map((item) => [String(plainOf(item)[by] ?? ''), item]))
}
