import {
  buildPackage,
  type Harmless,
  type Leak,
  leaksIn,
  type MonthPackage,
  type PackageSource,
  type PackageTable,
  packageTables,
  type PersonalWords,
} from '../../../../../shared/domain/monthPackage'
import type { MonthTable } from '../../../../../shared/domain/month/view'
import { sha256Hex } from '../../../../../shared/util/digest'
import type { Span } from '../../../../../shared/util/months'
import { readBack } from './readBack'
import { type Bundles, vocabularyOf, wordsIn } from './words'
import { zipPackage } from './zipPackage'

/** What a package is made of, as it may be sent to a worker. */
export interface PackageOrder extends Omit<PackageSource, 'view'> {
  span: Span
  rows: Partial<Record<MonthTable, readonly unknown[]>>
  /** The office's language. */
  bundles: Bundles
}

/** A finished package: its bytes, what people read of it, and what the check says of the bytes. */
export interface MadePackage {
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
  /** Everything that would leave, for the preview. */
  tables: PackageTable[]
  /** What is left of people; it may leave only where this is empty. */
  leaks: Leak[]
  records: number
  /** Free texts in it. */
  texts: number
  /** Texts that were looked through, and words that were looked for. */
  checked: { fields: number; words: number }
}

/** Makes the package, then reads its finished bytes again and checks every text in them (domain 12, 13). */
export function makePackage({ span, rows, bundles, ...source }: PackageOrder): MadePackage {
  const words = wordsIn(bundles)
  const rowsOf = ((table: MonthTable) => rows[table] ?? []) as PackageSource['view']['rowsOf']
  const { content, personal } = buildPackage({ ...source, view: { span, rowsOf } })
  const bytes = zipPackage(content, words)
  const {
    content: finished,
    leaks,
    fields,
  } = checkPackage(bytes, personal, harmlessOf(bundles, source.office))
  if (!finished) throw new Error('the package has not its shape')
  const all = finished.registers.flatMap((register) => register.rows)
  return {
    bytes,
    sha256: sha256Hex(bytes),
    tables: packageTables(finished, words),
    leaks,
    records: all.length,
    texts: all.reduce((sum, { texts }) => sum + Object.keys(texts).length, finished.suggestions.length),
    checked: {
      fields,
      words: personal.names.size + personal.phones.size + personal.plates.size + personal.doors.size,
    },
  }
}

/** What may stand in a package whatever people are called: the app's own words, and whose office it is. */
export function harmlessOf(bundles: Bundles, office: PackageSource['office']): Harmless {
  const words = vocabularyOf(bundles)
  for (const word of [office.estateName, office.officeName, 'front-desk.month']) words.add(word)
  return { words, numberPrefix: office.numberPrefix }
}

/** Reads finished bytes and looks through every text in them; `content` is null where they have not their shape. */
export function checkPackage(
  bytes: Uint8Array,
  personal: PersonalWords,
  harmless: Harmless,
): { content: MonthPackage | null; leaks: Leak[]; fields: number } {
  const { content, fields } = readBack(bytes)
  return { content, leaks: leaksIn(fields, personal, harmless), fields: fields.length }
}
