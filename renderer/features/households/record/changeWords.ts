import type { FieldChange } from '../../../../shared/util/diff'
import { translateKey } from '../../../ui'

/** Fields that are for the machine, or said elsewhere. */
const UNSAID = /^(id|code|unitIds|updatedAt|voided)(\.|$)|unitId$/

const FIELD_WORDS: Record<string, string> = { residences: 'residences', plate: 'plate' }

function fieldWord(name: string): string {
  const own = FIELD_WORDS[name]
  if (own === 'residences') return translateKey('households:import.residences')
  return translateKey(`households:field.${name}`, undefined, name)
}

// Values that stand for words of the screen, by the field that holds them.
const VALUE_WORDS: Record<string, readonly string[]> = {
  use: ['use'],
  status: ['status'],
  role: ['personRole'],
  kind: ['care', 'instruction'],
}

function valueWord(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => valueWord(name, one)).join('、')
  if (typeof value === 'object')
    return valueWord(
      name,
      Object.values(value).filter((one) => one !== null),
    )
  for (const group of VALUE_WORDS[name] ?? []) {
    const word = translateKey(`households:${group}.${String(value)}`, undefined, '')
    if (word) return word
  }
  return String(value)
}

/** One change in words; the index of a list entry is left out of its path. */
export interface ChangeWords {
  label: string
  before: string
  after: string
}

/** Old and new values of fields in the words of the screen; what is for the machine is left out. */
export function changeWords(fields: readonly FieldChange[]): ChangeWords[] {
  return fields
    .filter(({ path }) => !UNSAID.test(path))
    .map(({ path, before, after }) => {
      const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path
      return { label: fieldWord(name), before: valueWord(name, before), after: valueWord(name, after) }
    })
}
