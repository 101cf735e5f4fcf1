import type { z } from 'zod'
import type { SyncOutcome, SyncRequest, SyncTrouble } from '../../../shared/ipc/syncChannels'
import type { SyncWay } from '../ports'
import {
  type ChangesPage,
  changesSchema,
  databaseInfoSchema,
  manySchema,
  rowResultsSchema,
  type RowResult,
  serverInfoSchema,
} from './answers'

/** The server could not be asked, or its answer is none of CouchDB's. */
export class ServerTrouble extends Error {
  override name = 'ServerTrouble'

  constructor(
    readonly trouble: SyncTrouble,
    readonly status: number | null = null,
  ) {
    super(`${trouble} ${status ?? ''}`.trim())
  }
}

/** The request was given up by ourselves. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

const TIMEOUT_MS = 60_000
/** A long poll is answered by the server before the request is given up. */
const POLL_MS = 50_000

/** Reads CouchDB's words for what the desk must not try again by itself. */
const TROUBLE_BY_STATUS: Readonly<Record<number, SyncTrouble>> = {
  401: 'wrongPassword',
  413: 'tooLarge',
}

/**
 * The office's database, as far as replication needs it. Every answer is checked for its shape before anything is taken
 * from it: a server may be hostile, or a proxy in its place. Throws `ServerTrouble`, `Cancelled`.
 */
export class Couch {
  private asked = 0
  private readonly open = new Set<string>()
  /** By how much this machine is ahead, ms; of the last answer. */
  aheadMs: number | null = null

  constructor(
    private readonly way: SyncWay,
    private readonly now: () => string,
    private readonly name = 'sync',
  ) {}

  /** Gives up every request under way. */
  cancelAll(): void {
    for (const id of this.open) this.way.cancel(id)
  }

  async server() {
    return this.json(serverInfoSchema, { method: 'GET', path: '/' })
  }

  async database() {
    return this.json(databaseInfoSchema, { method: 'GET', path: '' })
  }

  /** What changed behind `since`, oldest first by the server's order; waits for news where `wait`. */
  async changes(since: string, limit: number, wait: boolean): Promise<ChangesPage> {
    const options = new URLSearchParams({
      since,
      limit: String(limit),
      include_docs: 'true',
      conflicts: 'true',
      ...(wait ? { feed: 'longpoll', timeout: String(POLL_MS) } : {}),
    })
    return this.json(changesSchema, { method: 'GET', path: `_changes?${options}` }, POLL_MS + TIMEOUT_MS)
  }

  /** Writes documents; one answer a document, in their order. */
  async write(docs: readonly object[]): Promise<RowResult[]> {
    if (docs.length === 0) return []
    const rows = await this.json(rowResultsSchema, { method: 'POST', path: '_bulk_docs', body: { docs } })
    if (rows.length !== docs.length) throw new ServerTrouble('notCouch')
    return rows
  }

  /** Documents by id, in their order; null where there is none, with the reason. */
  async many(ids: readonly string[]): Promise<({ doc: unknown } | { gone: 'missing' | 'deleted' })[]> {
    if (ids.length === 0) return []
    const path = '_all_docs?include_docs=true&conflicts=true'
    const { rows } = await this.json(manySchema, { method: 'POST', path, body: { keys: ids } })
    if (rows.length !== ids.length) throw new ServerTrouble('notCouch')
    return rows.map((row) =>
      row.doc ? { doc: row.doc } : { gone: row.value?.deleted ? 'deleted' : 'missing' },
    )
  }

  /** Revisions by id, in their order; null where the server has none. */
  async revisions(ids: readonly string[]): Promise<(string | null)[]> {
    if (ids.length === 0) return []
    const { rows } = await this.json(manySchema, { method: 'POST', path: '_all_docs', body: { keys: ids } })
    if (rows.length !== ids.length) throw new ServerTrouble('notCouch')
    return rows.map(({ value }) => (value && !value.deleted ? value.rev : null))
  }

  /** Every document whose id begins with `prefix`; for kinds of which there are few. */
  async beginningWith(prefix: string): Promise<unknown[]> {
    const keys = `startkey=${encodeURIComponent(JSON.stringify(prefix))}&endkey=${encodeURIComponent(JSON.stringify(`${prefix}\ufff0`))}`
    const { rows } = await this.json(manySchema, {
      method: 'GET',
      path: `_all_docs?include_docs=true&${keys}`,
    })
    return rows.flatMap(({ doc }) => (doc ? [doc] : []))
  }

  /** One document, or one of its leaves; null where there is none. */
  async read<T>(schema: z.ZodType<T>, path: string): Promise<T | null> {
    const { status, value } = await this.ask({ method: 'GET', path }, TIMEOUT_MS)
    return status === 404 ? null : parsed(schema, value)
  }

  async put(path: string, body: object): Promise<{ conflict: boolean }> {
    const { status } = await this.ask({ method: 'PUT', path, body }, TIMEOUT_MS)
    return { conflict: status === 409 }
  }

  private async json<T>(schema: z.ZodType<T>, request: Asked, timeoutMs = TIMEOUT_MS): Promise<T> {
    const { status, value } = await this.ask(request, timeoutMs)
    if (status === 404) throw new ServerTrouble('noDatabase', status)
    return parsed(schema, value)
  }

  /** Answers of CouchDB that say yes, 404 or 409; all others are thrown. */
  private async ask(
    { body, ...request }: Asked,
    timeoutMs: number,
  ): Promise<{ status: number; value: unknown }> {
    const id = `${this.name}-${(this.asked += 1)}`
    const full: SyncRequest = { ...request, id, timeoutMs, body: body ? JSON.stringify(body) : null }
    this.open.add(id)
    const outcome = await this.way.request(full).finally(() => this.open.delete(id))
    const { status, text } = this.replyOf(outcome)
    const value = jsonOf(text)
    if (status === 404 || status === 409 || (status >= 200 && status < 300)) return { status, value }
    throw new ServerTrouble(troubleOf(status, value), status)
  }

  private replyOf(outcome: SyncOutcome): { status: number; text: string } {
    if (outcome.kind === 'cancelled') throw new Cancelled()
    if (outcome.kind === 'trouble') throw new ServerTrouble(outcome.trouble, outcome.status)
    const { status, body, serverDate } = outcome.reply
    if (serverDate) this.aheadMs = Date.parse(this.now()) - Date.parse(serverDate)
    return { status, text: body }
  }
}

type Asked = Pick<SyncRequest, 'method' | 'path'> & { body?: object }

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ServerTrouble('notCouch')
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value)
  if (!read.success) throw new ServerTrouble('notCouch')
  return read.data
}

function troubleOf(status: number, value: unknown): SyncTrouble {
  if (status === 403) return isLockedOut(value) ? 'lockedOut' : 'noRights'
  return TROUBLE_BY_STATUS[status] ?? (status >= 500 || status === 429 || status === 408 ? 'busy' : 'refused')
}

/** CouchDB's own words after five wrong passwords. */
function isLockedOut(value: unknown): boolean {
  const reason = typeof value === 'object' && value !== null && 'reason' in value ? String(value.reason) : ''
  return /lock/i.test(reason)
}
