import { z } from 'zod'

/** What lines may no longer say (domain 13). */
export interface Redaction {
  /** Rows, and the line before which what was written of each goes. */
  rows: readonly { table: string; id: string; before: number }[]
  /** Operations whose details go. */
  details: readonly string[]
}

const entry = z.looseObject({
  audit: z.looseObject({ seq: z.number(), opId: z.string() }),
  detail: z.unknown(),
  writes: z.array(z.looseObject({ table: z.string(), put: z.record(z.string(), z.unknown()).optional() })),
})
type Written = z.infer<typeof entry>['writes'][number]

/**
 * What a line of the journal says from now on: the detail of an operation that was erased is null, a writing of an erased row says
 * only which. A journal that was written anew carries details as rows: they go too. Digests stay: the chain holds details by
 * their digest and writings not at all.
 */
export function redacting({ rows, details }: Redaction): (line: { body: string }) => string {
  const before = new Map(rows.map(({ table, id, before: seq }) => [`${table}|${id}`, seq]))
  const gone = new Set(details)
  const isGone = ({ table, put }: Written, seq: number): boolean => {
    if (!put) return false
    if (table === 'auditDetails') return gone.has(String(put['opId']))
    return seq < (before.get(`${table}|${String(put['id'])}`) ?? 0)
  }
  return ({ body }) => {
    const read = entry.safeParse(JSON.parse(body))
    if (!read.success) return body
    const { audit, writes, detail } = read.data
    const drops = detail !== null && gone.has(audit.opId)
    if (!drops && !writes.some((write) => isGone(write, audit.seq))) return body
    return JSON.stringify({
      ...read.data,
      detail: drops ? null : detail,
      writes: writes.map((write) => (isGone(write, audit.seq) ? withoutWords(write) : write)),
    })
  }
}

function withoutWords({ table, put = {} }: Written): Written {
  return { table, erased: String(put[table === 'auditDetails' ? 'opId' : 'id']) }
}
