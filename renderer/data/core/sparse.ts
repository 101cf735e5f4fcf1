import { cmp, type IndexableType, type Table } from 'dexie'

/** For fewer of them the question whether there are any costs as much as they do. */
const FEW = 8

/**
 * Rows by their keys, in the order of the keys, as `bulkGet` answers them. What comes from another machine is mostly not
 * here yet, and what goes there lies side by side, for ids tell the time: one question over the stretch between the first
 * key and the last says how it is, where each key by itself would be one.
 */
export async function getStretch<T>(
  table: Table<T, IndexableType>,
  keys: readonly IndexableType[],
): Promise<(T | undefined)[]> {
  if (keys.length < FEW) return table.bulkGet([...keys])
  const sorted = keys.toSorted(cmp)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const stretch = () => table.where(':id').between(first, last, true, true)
  const most = 2 * keys.length
  const held = await stretch().limit(most).primaryKeys()
  if (held.length === 0) return keys.map(() => undefined)
  // Many others stand between them.
  if (held.length === most) return table.bulkGet([...keys])
  const names = new Set(held.map(nameOf))
  const here = keys.filter((key) => names.has(nameOf(key)))
  const rows = 2 * here.length < held.length ? await table.bulkGet(here) : await stretch().toArray()
  const keyIn = keyReader(table)
  const found = new Map(
    rows.flatMap((row) => (row === undefined ? [] : [[nameOf(keyIn(row)), row] as const])),
  )
  return keys.map((key) => found.get(nameOf(key)))
}

function nameOf(key: unknown): string {
  return typeof key === 'string' ? key : JSON.stringify(key)
}

function keyReader<T>({ schema }: Table<T, IndexableType>): (row: T) => unknown {
  const { keyPath } = schema.primKey
  const field = (row: T, name: string): unknown => Reflect.get(row as object, name)
  if (typeof keyPath === 'string') return (row) => field(row, keyPath)
  return (row) => (keyPath ?? []).map((name) => field(row, name))
}
