import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { civilDay, instant } from '../../../shared/schema/basics'
import { TABLE_SCHEMAS } from '../../../shared/schema/tables'
import { type FieldRule, isListRule, ruleAt } from '../../../shared/sync/merge/plan'
import { MERGE_PLANS } from '../../../shared/sync/merge/plans'
import { SYNC_TABLES, type SyncTable } from '../../../shared/sync/travel'

/** A field of a table's schema, `*` for an item of a list or a key. */
interface Field {
  path: string
  schema: z.ZodType
  kind: 'list' | 'object' | 'value'
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? bare(schema.unwrap() as z.ZodType)
    : schema
}

function fieldsIn(schema: z.ZodType, path: string): Field[] {
  const inner = bare(schema)
  const at = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (inner instanceof z.ZodObject) {
    const fields = Object.entries(inner.shape).flatMap(([key, field]) =>
      fieldsIn(field as z.ZodType, at(key)),
    )
    return path === '' ? fields : [{ path, schema: inner, kind: 'object' }, ...fields]
  }
  if (inner instanceof z.ZodRecord)
    return [{ path, schema: inner, kind: 'object' }, ...fieldsIn(inner.valueType as z.ZodType, at('*'))]
  if (inner instanceof z.ZodArray)
    return [{ path, schema: inner, kind: 'list' }, ...fieldsIn(inner.element as z.ZodType, at('*'))]
  return [{ path, schema: inner, kind: 'value' }]
}

/** Whether a field is a part of one that is merged as one value. */
function isWithin(table: SyncTable, path: string): boolean {
  const keys = path.split('.')
  return keys.some((key, length) => {
    const above = keys.slice(0, length).join('.')
    if (length === 0) return false
    const rule = ruleAt(MERGE_PLANS[table], above)
    if (isListRule(rule)) return false
    // The items of a list that is no list of items, and whatever keeps books or goes together as a whole.
    if (rule === 'paper') return !Object.hasOwn(MERGE_PLANS[table].fields, path)
    return key === '*' && isList(table, above) ? true : rule !== 'plain'
  })
}

const lists = new Map<string, boolean>()
function isList(table: SyncTable, path: string): boolean {
  const known = lists.get(`${table} ${path}`)
  if (known !== undefined) return known
  for (const field of fieldsIn(TABLE_SCHEMAS[table], ''))
    lists.set(`${table} ${field.path}`, field.kind === 'list')
  return lists.get(`${table} ${path}`) ?? false
}

function said(rule: FieldRule): string {
  if (!isListRule(rule)) return rule
  const { unit, by, at, sorted, numbered } = rule
  return [`items by ${by}`, unit, at && `at ${at}`, sorted && 'sorted', numbered && 'numbered']
    .filter(Boolean)
    .join(', ')
}

/** Every unit of merging that a table has. */
function unitsOf(table: SyncTable): [Field, FieldRule][] {
  return fieldsIn(TABLE_SCHEMAS[table], '')
    .filter(({ path }) => !isWithin(table, path))
    .map((field) => [field, ruleAt(MERGE_PLANS[table], field.path)] as [Field, FieldRule])
    .filter(([{ kind }, rule]) => kind !== 'object' || rule !== 'plain')
}

describe('how each field is merged (issue "Conflicts")', () => {
  it('is as it was looked at: a field that is added stands here, to be looked at', async () => {
    const text = SYNC_TABLES.map((table) =>
      [table, ...unitsOf(table).map(([{ path }, rule]) => `  ${path}: ${said(rule)}`)].join('\n'),
    ).join('\n\n')
    await expect(`${text}\n`).toMatchFileSnapshot('mergeUnits.txt')
  })

  it.each(SYNC_TABLES)('of %s: no moment and no day is merged by itself', (table) => {
    const moments = unitsOf(table).filter(([{ schema }]) => schema === instant || schema === civilDay)
    expect(moments.filter(([, rule]) => rule === 'plain').map(([{ path }]) => path)).toEqual([])
  })

  it.each(SYNC_TABLES)('of %s: the plan names no field that is none', (table) => {
    const paths = new Set(fieldsIn(TABLE_SCHEMAS[table], '').map(({ path }) => path))
    expect(Object.keys(MERGE_PLANS[table].fields).filter((path) => !paths.has(path))).toEqual([])
    const { voidAt } = MERGE_PLANS[table]
    if (voidAt !== null) expect(paths).toContain(voidAt)
  })

  it.each(SYNC_TABLES)(
    'of %s: lists of things with an id are merged thing by thing, or as one that asks',
    (table) => {
      const loose = fieldsIn(TABLE_SCHEMAS[table], '').filter(({ path, schema, kind }) => {
        const element = schema instanceof z.ZodArray ? bare(schema.element as z.ZodType) : null
        const hasId = element instanceof z.ZodObject && 'id' in element.shape
        return (
          kind === 'list' && hasId && !isWithin(table, path) && ruleAt(MERGE_PLANS[table], path) === 'plain'
        )
      })
      expect(loose.map(({ path }) => path)).toEqual([])
    },
  )

  it.each(SYNC_TABLES)('of %s: what keeps books is named', (table) => {
    const { shape } = TABLE_SCHEMAS[table]
    for (const name of ['rev', 'duty', 'steps', 'links', 'attachmentIds'])
      if (name in shape) expect(MERGE_PLANS[table].fields[name], name).toBeDefined()
    if ('updatedAt' in shape) expect(['max', 'newer']).toContain(MERGE_PLANS[table].fields['updatedAt'])
  })
})
