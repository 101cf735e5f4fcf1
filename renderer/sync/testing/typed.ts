import type { Machine } from './machine'

type Row = Record<string, unknown>

/** Tables in which the story's words are typed. */
const TABLES = ['complaints', 'lostItems', 'persons', 'corrections', 'monthReviews', 'returnVisits'] as const

const WORD = /〔\d+〕/g

/** A word that stands nowhere else. */
export function wordOf(n: number): string {
  return `〔${n}〕`
}

/** What the records of a machine say: words by place. Steps tell of earlier words, and count for none. */
export type Said = Map<string, { place: string; words: Set<string> }>

export async function saidAt({ db }: Machine): Promise<Said> {
  const said: Said = new Map()
  for (const table of TABLES) {
    for (const { steps: _past, ...row } of (await db.table(table).toArray()) as Row[]) {
      const place = `${table}|${String(row['id'])}`
      said.set(place, { place, words: wordsIn(row) })
    }
  }
  return said
}

function wordsIn(value: unknown): Set<string> {
  return new Set(JSON.stringify(value ?? null).match(WORD) ?? [])
}

/**
 * What was typed, and what somebody who saw it replaced: all else has to be in force in the end, or to wait in a line of
 * 待核对 (issue "How it is shown").
 */
export class Typed {
  private readonly words = new Map<string, string>()
  private readonly replaced = new Set<string>()

  /** Notes what one command changed. */
  note(before: Said, after: Said): void {
    for (const { place, words } of after.values()) {
      const old = before.get(place)?.words ?? new Set()
      for (const word of words) if (!old.has(word)) this.words.set(`${place} ${word}`, word)
      for (const word of old) if (!words.has(word)) this.replaced.add(`${place} ${word}`)
    }
  }

  get count(): number {
    return this.words.size
  }

  /** Words of erased records that a machine still holds anywhere, with their place; not what the record itself keeps (who worked on it). */
  async leftAt(machine: Machine): Promise<string[]> {
    const erased = await erasedAt(machine)
    const said = await saidAt(machine)
    // Counters name who worked on records, and stay.
    const tables = machine.db.tables.filter(({ name }) => name !== 'counters')
    const held = wordsIn(await Promise.all(tables.map((table) => table.toArray())))
    return [...this.words].flatMap(([key, word]) => {
      const place = placeIn(key)
      return erased.has(place) && held.has(word) && !said.get(place)?.words.has(word) ? [key] : []
    })
  }

  /** Words that are nowhere any more, with their place; those that were erased by law are to be. */
  async missingAt(machine: Machine): Promise<string[]> {
    const said = await saidAt(machine)
    const erased = await erasedAt(machine)
    const waiting = new Map<string, Set<string>>()
    for (const { table, recordId, kind, fields, waiting: row } of await machine.db.of('disputes').toArray()) {
      const place = `${table}|${recordId}`
      const found = wordsIn(kind === 'fields' ? fields.map((field) => field.waiting) : row)
      waiting.set(place, new Set([...(waiting.get(place) ?? []), ...found]))
    }
    return [...this.words].flatMap(([key, word]) => {
      const place = placeIn(key)
      const here = said.get(place)?.words.has(word) || waiting.get(place)?.has(word)
      return here || erased.has(place) || this.replaced.has(key) ? [] : [key]
    })
  }
}

function placeIn(key: string): string {
  return key.split(' ')[0] ?? ''
}

/** Places of records that were erased by law. */
async function erasedAt({ db }: Machine): Promise<Set<string>> {
  return new Set((await db.of('erasures').toArray()).map(({ table, recordId }) => `${table}|${recordId}`))
}
