import type { SyncOutcome, SyncTestResult, SyncTrouble } from '../../../shared/ipc/syncChannels'
import type { Place } from './address'
import { Calls } from './calls'
import { type Account, exchange, type Network, outcomeOfError } from './exchange'

/** What is tried: a server that need not be remembered. */
export interface Tried extends Network {
  place: Place
  account: Account
  /** Null where there is no office yet to compare with. */
  officeId: string | null
  clock: () => Date
}

/** Each question is answered by then or the server counts as busy, ms. */
const PATIENCE_MS = 20_000
/** Beyond this a clock is called wrong, ms (issue "Conflicts"). */
const CLOCK_MS = 10 * 60_000

/**
 * Tells apart what may be wrong with a connection (issue "Set-up"). The password is shown once: the first answer that
 * does not know it ends the test, as five wrong tries lock the account.
 */
export async function testConnection(tried: Tried): Promise<SyncTestResult> {
  return new ConnectionTest(tried).run()
}

class ConnectionTest {
  private readonly calls = new Calls()
  private version = ''
  private aheadMs: number | null = null

  constructor(private readonly tried: Tried) {}

  async run(): Promise<SyncTestResult> {
    const { place, account, officeId } = this.tried
    const greeting = await this.ask(`${place.server}/`, null)
    // A server may greet its own people only.
    const isShy = greeting.kind === 'trouble' && greeting.trouble === 'wrongPassword'
    if (!isShy && !this.isCouch(greeting)) return this.failed(greeting, 'notCouch')
    const database = await this.ask(place.database, account)
    if (database.kind !== 'reply' || database.reply.status !== 200) return this.failed(database, 'refused')
    if (isShy && !this.isCouch(await this.ask(`${place.server}/`, account)))
      return this.failed(greeting, 'notCouch')
    const design = await this.ask(`${place.database}/_design/front-desk`, account)
    if (design.kind !== 'reply') return this.failed(design, 'refused')
    if (design.reply.status !== 200) return this.ended('notPrepared', design.reply.status)
    const first = await this.ask(`${place.database}/${FIRST_DOCUMENT}`, account)
    if (first.kind !== 'reply') return this.failed(first, 'refused')
    const other = officeOf(first.reply.body)
    if (officeId !== null && other !== null && other !== officeId) return this.ended('otherOffice', null)
    return this.ended(Math.abs(this.aheadMs ?? 0) > CLOCK_MS ? 'clock' : null, null)
  }

  private async ask(url: string, account: Account | null): Promise<SyncOutcome> {
    const before = this.tried.clock().getTime()
    const outcome = await this.calls
      .run('test', PATIENCE_MS, (call) =>
        exchange(this.tried, { url, method: 'GET', body: null, account }, call),
      )
      .catch((error: unknown) => outcomeOfError(this.tried, error))
    if (outcome.kind === 'reply') this.compareClocks(before, outcome.reply.serverDate)
    return outcome
  }

  /** The server's clock tells whole seconds, of some moment between question and answer. */
  private compareClocks(before: number, serverDate: string | null): void {
    if (serverDate === null) return
    const middle = (before + this.tried.clock().getTime()) / 2
    this.aheadMs = Math.round(middle - (Date.parse(serverDate) + 500))
  }

  private isCouch(outcome: SyncOutcome): boolean {
    const greeting = outcome.kind === 'reply' ? objectIn(outcome.reply.body) : null
    if (greeting?.['couchdb'] !== 'Welcome') return false
    const { version } = greeting
    this.version = typeof version === 'string' ? version.slice(0, 40) : ''
    return true
  }

  private failed(outcome: SyncOutcome, otherwise: SyncTrouble): SyncTestResult {
    if (outcome.kind === 'trouble') return this.ended(outcome.trouble, outcome.status)
    return this.ended(otherwise, outcome.kind === 'reply' ? outcome.reply.status : null)
  }

  private ended(trouble: SyncTrouble | null, status: number | null): SyncTestResult {
    return { trouble, status, version: this.version, aheadMs: this.aheadMs }
  }
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

/** Asks a database for the first of its documents; design documents come before. */
export const FIRST_DOCUMENT = '_all_docs?include_docs=true&limit=1&startkey=%22a%22'

/** Whose documents a database holds, by the answer to `FIRST_DOCUMENT`; null where it has none yet. */
export function officeOf(body: string): string | null {
  const rows: unknown = objectIn(body)?.['rows']
  const row: unknown = Array.isArray(rows) ? rows[0] : null
  const doc: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'doc') : null
  const office: unknown = typeof doc === 'object' && doc !== null ? Reflect.get(doc, 'office') : null
  return typeof office === 'string' ? office : null
}
