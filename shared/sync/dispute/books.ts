import { mergedBook } from '../merge/books'
import { MERGE_PLANS } from '../merge/plans'
import type { SyncTable } from '../travel'
import type { Row } from '../wire'

/** The row with what keeps books beside it in both versions: steps, links, 附件 and prints of the waiting one are not lost. */
export function withBooks(table: SyncTable, row: Row, waiting: Row): Row {
  const { fields } = MERGE_PLANS[table]
  const lists = Object.keys(fields).filter((path) => fields[path] === 'union' && !path.includes('.'))
  const merged = lists
    .filter((key) => Array.isArray(row[key]) || Array.isArray(waiting[key]))
    .map((key) => [key, book('union', waiting[key], row[key])])
  const prints = fields['prints.*'] === 'paper' ? { prints: printsOf(row['prints'], waiting['prints']) } : {}
  return { ...row, ...Object.fromEntries(merged), ...prints }
}

function printsOf(row: unknown, waiting: unknown): Row {
  const [stands, waits] = [formsOf(row), formsOf(waiting)]
  const forms = [...new Set([...Object.keys(stands), ...Object.keys(waits)])]
  return Object.fromEntries(forms.map((form) => [form, book('paper', waits[form], stands[form])]))
}

function formsOf(prints: unknown): Row {
  return typeof prints === 'object' && prints !== null ? { ...prints } : {}
}

function book(way: 'union' | 'paper', ours: unknown, server: unknown): unknown {
  return mergedBook(way, { base: null, ours, server, oursIsNewer: null })
}
