import { useEffect, useState } from 'react'
import { INCIDENT_FIELDS, type FieldSpec } from '../../../shared/domain/incident/fields'
import type { IncidentKind } from '../../../shared/domain/incident/kinds'
import type { DetailValue, Incident } from '../../../shared/domain/incident/types'
import { amountText } from '../../../shared/util/amount'
import { formatCivil } from '../../../shared/util/civilTime'
import { currentLocale, type Locale } from '../../ui'

/** A word of the catalogue in both languages. */
interface Worded {
  id: string
  zh: string
  en: string
}

/** The checklist and the own fields of one type, in words (resources/catalogues/incidents). */
export interface IncidentWords {
  kind: IncidentKind
  steps: readonly Worded[]
  fields: readonly (Worded & { options?: readonly Worded[] })[]
}

// Fetched with the first record of its type.
const files = import.meta.glob<IncidentWords>('../../../resources/catalogues/incidents/*.json', {
  import: 'default',
})

// What was loaded once is there at once: the history words its changes while it is drawn.
const loaded = new Map<IncidentKind, IncidentWords>()

/** The words of a type, where they were loaded before. */
export function loadedWords(kind: IncidentKind): IncidentWords | undefined {
  return loaded.get(kind)
}

/** The words of a type; read once a window by the loader itself. */
export async function loadIncidentWords(kind: IncidentKind): Promise<IncidentWords> {
  const words = await files[`../../../resources/catalogues/incidents/${kind}.json`]?.()
  if (!words) throw new Error(`no catalogue for ${kind}`)
  loaded.set(kind, words)
  return words
}

/** The words of a type; undefined until they are there. */
export function useIncidentWords(kind: IncidentKind): IncidentWords | undefined {
  const [words, setWords] = useState<IncidentWords | undefined>(undefined)
  useEffect(() => {
    let gone = false
    void loadIncidentWords(kind).then((read) => {
      if (!gone) setWords(read)
    })
    return () => {
      gone = true
    }
  }, [kind])
  return words?.kind === kind ? words : undefined
}

/** A word in the language of the screen, or of the office's paper where that is asked for. */
export function wordIn(worded: Worded | undefined, locale: Locale = currentLocale()): string {
  if (!worded) return ''
  return locale === 'en' ? worded.en : worded.zh
}

/** An own field of the record with its label and what it says. */
export interface ShownDetail {
  id: string
  label: string
  value: string
}

/** Words that every type has, in the language that is asked for: 是, 否, 元. */
export type PlainWords = Record<'yes' | 'no' | 'yuan', string>

/** The own fields of a record's type in words, in their order; those that say nothing are `''`. */
export function shownDetails(
  { report, details }: Pick<Incident, 'report' | 'details'>,
  words: IncidentWords,
  plain: PlainWords,
  locale: Locale = currentLocale(),
): ShownDetail[] {
  return INCIDENT_FIELDS[report.kind].map((field) => {
    const worded = words.fields.find(({ id }) => id === field.id)
    const value = details[field.id]
    const said = value === undefined ? '' : sayDetail(field, value, worded?.options ?? [], plain, locale)
    return { id: field.id, label: wordIn(worded, locale), value: said }
  })
}

function sayDetail(
  { type }: FieldSpec,
  value: DetailValue,
  options: readonly Worded[],
  plain: PlainWords,
  locale: Locale,
): string {
  if (typeof value === 'boolean') return value ? plain.yes : plain.no
  if (type === 'time') return formatCivil(String(value))
  if (type === 'amount') return `${amountText(Number(value))} ${plain.yuan}`
  if (type === 'choice') {
    return wordIn(
      options.find(({ id }) => id === value),
      locale,
    )
  }
  return String(value)
}
