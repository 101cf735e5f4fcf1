import {
  type CorrectableRows,
  type CorrectableTable,
  correctableOf,
  isCorrectableTable,
} from '../../../shared/domain/correction/registers'
import type { Correction } from '../../../shared/domain/correction/types'
import type { Correctable, CorrectableField, FieldValue } from '../../../shared/domain/register/correctable'
import { formatPhone } from '../../../shared/util/contact'
import { formatDateTime, formatDay, type Locale, translateKey } from '../../ui'

/** One line of a 更正单 in words. */
export interface WordedChange {
  path: string
  /** Part of the record in which the field stands: 受理. */
  part: string
  label: string
  before: string
  after: string
}

/** Everything of a record that could be corrected; nothing of a record that is not here. */
export function fieldsOfTarget(table: string, record: object | null | undefined): CorrectableField[] {
  if (!record || !isCorrectableTable(table)) return []
  // The record was read from this table.
  const correctable = correctableOf(table) as unknown as Correctable<CorrectableRows[CorrectableTable]>
  return correctable.fields(record as CorrectableRows[CorrectableTable])
}

/**
 * The changes of a 更正单 in words. `target`: the record it corrects; of one that is not on this machine the fields are
 * named as they are stored. `lng`: of a form or a file, whose language is the office's.
 */
export function wordedChanges(
  { target: { table }, changes }: Pick<Correction, 'target' | 'changes'>,
  target: object | null | undefined,
  lng?: Locale,
): WordedChange[] {
  const fields = new Map(fieldsOfTarget(table, target).map((field) => [field.path, field]))
  return changes.map(({ path, before, after }) => {
    const field = fields.get(path)
    if (!field)
      return { path, part: '', label: path, before: String(before ?? ''), after: String(after ?? '') }
    return {
      path,
      part: inLanguage(field.part, lng),
      label: labelOf(field, lng),
      before: valueWords(field, before, lng),
      after: valueWords(field, after, lng),
    }
  })
}

/** The label of a field; of several of a kind with its place: 回访结果 2. */
export function labelOf({ path, label }: CorrectableField, lng?: Locale): string {
  const place = path.split('.').find((key) => /^\d+$/.test(key))
  const word = inLanguage(label, lng)
  return place === undefined || place === '0' ? word : `${word} ${Number(place) + 1}`
}

/** What a field says, as a reader writes it; '' where it says nothing. */
export function valueWords(field: CorrectableField, value: FieldValue, lng?: Locale): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return inLanguage(`record:timeline.${value ? 'yes' : 'no'}`, lng)
  if (field.kind === 'choice') return inLanguage(`${field.words}.${value}`, lng)
  if (field.kind === 'fen') return yuanWords(Number(value) / 100, lng)
  if (field.kind === 'yuan') return yuanWords(Number(value), lng)
  if (typeof value === 'number') return String(value)
  if (field.kind === 'instant') return formatDateTime(value)
  if (field.kind === 'day') return formatDay(value)
  return field.kind === 'phone' ? formatPhone(value) : value
}

function yuanWords(yuan: number, lng: Locale | undefined): string {
  return `${yuan.toFixed(2)} ${inLanguage('corrections:yuan', lng)}`
}

function inLanguage(key: string, lng: Locale | undefined): string {
  return translateKey(key, lng ? { lng } : undefined)
}

/** 2026年10月 */
export function monthWords(month: string, lng?: Locale): string {
  const [year, number] = month.split('-').map(Number)
  return translateKey('monthReviews:month', { year, month: number, ...(lng ? { lng } : {}) })
}
