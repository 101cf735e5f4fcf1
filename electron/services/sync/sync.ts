import type {
  SyncOutcome,
  SyncRequest,
  SyncServer,
  SyncState,
  SyncTestResult,
} from '../../../shared/ipc/syncChannels'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { AttachmentStore } from '../attachments/store'
import { makeQueue } from '../queue'
import type { KeyStore } from '../vault/slot'
import { isSameAccount, type Place, placeOf } from './address'
import { Calls } from './calls'
import { type Account, exchange, type Network, outcomeOfError, trouble } from './exchange'
import { type Fetched, FileExchange } from './files'
import { urlOf } from './path'
import { type Remembered, readServer, removeServer, writeServer } from './serverFile'
import { testConnection } from './connection'

type Done = Result<Record<string, never>>

/** What an office's way to head office is made of. */
export interface SyncOptions extends Network {
  /** Where address and password lie: in the profile of this machine's user. */
  path: string
  keyStore: KeyStore
  attachments: AttachmentStore
  freeBytes: () => Promise<number>
  clock: () => Date
}

/** A server that is typed. `password` null: the one that is kept. */
export interface Typed extends SyncServer {
  password: string | null
}

/** Replication's way out, of one office on this machine (issue "Engine"): to the server that is set up and nowhere else. */
export interface Sync {
  state(): Promise<SyncState>
  /** Remembers a server, not paused. Refuses as the channel says. Throws the system's error. */
  setUp(typed: Typed): Promise<Done>
  forget(): Promise<Done>
  /** Refuses sync.notSetUp. */
  pause(paused: boolean): Promise<Done>
  /** Refuses as `setUp`. */
  test(typed: Typed, officeId: string | null): Promise<Result<SyncTestResult>>
  /** Refuses sync.notSetUp, and ipc.badInput where the request is none of replication's. */
  request(asked: SyncRequest): Promise<Result<SyncOutcome>>
  cancel(id: string): void
  /** Refuses sync.notSetUp, attachment.missing, vault.locked. */
  sendFile(id: string, sha256: string, officeId: string): Promise<Result<SyncOutcome>>
  /** Refuses sync.notSetUp, system.diskFull, vault.locked. Throws the system's error. */
  fetchFile(id: string, sha256: string): Promise<Result<Fetched>>
  /** Calls off what is under way. */
  close(): void
}

/** Opens it; the first call reads what is remembered. */
export function openSync(options: SyncOptions): Sync {
  return new OfficeSync(options)
}

/** A server as it is asked. */
interface Ready {
  place: Place
  account: Account
}

class OfficeSync implements Sync {
  private readonly queue = makeQueue()
  private readonly calls = new Calls()
  private readonly files: FileExchange
  private known: { of: Remembered | null } | null = null

  constructor(private readonly options: SyncOptions) {
    this.files = new FileExchange(options, this.calls)
  }

  async state(): Promise<SyncState> {
    const remembered = await this.remembered()
    return {
      server: remembered?.server ?? null,
      hasPassword: typeof remembered?.password === 'string',
      paused: remembered?.paused ?? false,
      keyStoreIsSafe: this.options.keyStore.isSafe(),
    }
  }

  async setUp(typed: Typed): Promise<Done> {
    const checked = await this.checked(typed)
    if (!checked.ok) return checked
    const { server, account } = checked.value
    await this.keep({ server, password: account.password, paused: false })
    return accept({})
  }

  async forget(): Promise<Done> {
    this.calls.cancelAll()
    await this.keep(null)
    return accept({})
  }

  async pause(paused: boolean): Promise<Done> {
    const remembered = await this.remembered()
    if (!remembered) return refuse('sync.notSetUp')
    await this.keep({ ...remembered, paused })
    return accept({})
  }

  async test(typed: Typed, officeId: string | null): Promise<Result<SyncTestResult>> {
    const checked = await this.checked(typed)
    if (!checked.ok) return checked
    return accept(await testConnection({ ...this.options, ...checked.value, officeId }))
  }

  async request({ id, method, path, body, timeoutMs }: SyncRequest): Promise<Result<SyncOutcome>> {
    const ready = await this.ready()
    if (!ready.ok) return ready
    if (!ready.value) return accept(trouble('wrongPassword', null))
    const { place, account } = ready.value
    const url = urlOf(place, method, path)
    if (url === null || (body !== null && (method === 'GET' || method === 'HEAD')))
      return refuse('ipc.badInput')
    const asked = { url, method, body, account }
    return accept(
      await this.calls
        .run(id, timeoutMs, (call) => exchange(this.options, asked, call))
        .catch((error: unknown) => outcomeOfError(this.options, error)),
    )
  }

  cancel(id: string): void {
    this.calls.cancel(id)
  }

  async sendFile(id: string, sha256: string, officeId: string): Promise<Result<SyncOutcome>> {
    const ready = await this.ready()
    if (!ready.ok) return ready
    if (!ready.value) return accept(trouble('wrongPassword', null))
    return this.files.send(id, ready.value, sha256, officeId)
  }

  async fetchFile(id: string, sha256: string): Promise<Result<Fetched>> {
    const ready = await this.ready()
    if (!ready.ok) return ready
    if (!ready.value) return accept({ got: 'missing', outcome: trouble('wrongPassword', null) })
    return this.files.fetch(id, ready.value, sha256)
  }

  close(): void {
    this.calls.cancelAll()
  }

  /** The server that is set up; null where its password is no longer to be had. */
  private async ready(): Promise<Result<Ready | null>> {
    const remembered = await this.remembered()
    if (!remembered) return refuse('sync.notSetUp')
    const place = placeOf(remembered.server)
    if (!place.ok) return place
    const { password, server } = remembered
    return accept(password === null ? null : { place: place.value, account: { user: server.user, password } })
  }

  private async checked(typed: Typed): Promise<Result<Ready & { server: SyncServer }>> {
    const server = {
      address: typed.address.trim(),
      database: typed.database.trim(),
      user: typed.user.trim(),
    }
    const place = placeOf(server)
    if (!place.ok) return place
    // A colon ends the name in what goes over the wire.
    if (!server.user || /[:\p{Cc}]/u.test(server.user)) return refuse('sync.userRequired', 'user')
    const password = typed.password ?? (await this.keptFor(server))
    if (!password) return refuse('sync.passwordRequired', 'password')
    return accept({ server, place: place.value, account: { user: server.user, password } })
  }

  /** The password that is kept, for the account it was typed for only: a page must not have it sent elsewhere. */
  private async keptFor(server: SyncServer): Promise<string | null> {
    const remembered = await this.remembered()
    return remembered && isSameAccount(remembered.server, server) ? remembered.password : null
  }

  private remembered(): Promise<Remembered | null> {
    return this.queue(async () => {
      this.known ??= { of: await readServer(this.options.path, this.options.keyStore) }
      return this.known.of
    })
  }

  private keep(remembered: Remembered | null): Promise<void> {
    return this.queue(async () => {
      const { path, keyStore } = this.options
      this.known = null
      if (remembered) await writeServer(path, keyStore, remembered)
      else await removeServer(path)
      this.known = { of: remembered }
    })
  }
}
