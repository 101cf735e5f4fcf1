import type { DBCore, DBCoreCursor, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie'
import { openRow, sealRow } from './seal'
import { SEALED_FIELDS } from './sealedFields'

type Row = Record<string, unknown>

/** Below Dexie's own caches and observers (-1 … 2): whatever stands above sees rows as the rules know them. */
const NEAREST_TO_THE_STORE = -10

/**
 * Seals `SEALED_FIELDS` on their way into the database and opens them on their way out, so that no query, command,
 * migration or recovery knows of it. Without a key rows are stored as they are; plain rows are always read.
 */
export function sealing(keyOf: () => Uint8Array | null): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'sealing',
    level: NEAREST_TO_THE_STORE,
    create: (down) => ({
      table: (name) => {
        const fields = SEALED_FIELDS.get(name)
        const table = down.table(name)
        return fields ? sealedTable(table, fields, keyOf) : table
      },
    }),
  }
}

function sealedTable(
  down: DBCoreTable,
  fields: readonly string[],
  keyOf: () => Uint8Array | null,
): DBCoreTable {
  const { name, schema } = down
  const keyIn = (row: Row): unknown => schema.primaryKey.extractKey?.(row)
  const open = <T>(row: T): T =>
    row ? (openRow(row as Row, { table: name, key: keyIn(row as Row) }, keyOf()) as T) : row
  const seal = (row: Row): Row => {
    const key = keyOf()
    return key ? sealRow(row, fields, { table: name, key: keyIn(row) }, key) : row
  }
  return {
    ...down,
    mutate: (req) => down.mutate(withValues(req, seal)),
    get: (req) => down.get(req).then(open),
    getMany: (req) => down.getMany(req).then((rows) => rows.map(open)),
    query: (req) =>
      down
        .query(req)
        .then((answer) => (req.values ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: (req) =>
      down.openCursor(req).then((cursor) => (cursor && req.values ? opened(cursor, open) : cursor)),
  }
}

function withValues(req: DBCoreMutateRequest, seal: (row: Row) => Row): DBCoreMutateRequest {
  return req.type === 'add' || req.type === 'put' ? { ...req, values: req.values.map(seal) } : req
}

/** The cursor itself is the store's: only its value is read through. Getters of the store's cursor want it as `this`. */
function opened(cursor: DBCoreCursor, open: <T>(row: T) => T): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => open(cursor.value) },
  }) as DBCoreCursor
}
