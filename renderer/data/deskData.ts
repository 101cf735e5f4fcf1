import type { User } from '../../shared/domain/office/types'
import type { JournalStatus, Sentinel } from '../../shared/ipc/channels'
import type { ClearingOrder } from '../../shared/ipc/privacyChannels'
import type { VaultState } from '../../shared/ipc/vaultChannels'
import type { BackupReason } from '../../shared/schema/backup'
import type { Instant } from '../../shared/util/instant'
import { accept, type Result, refuse } from '../../shared/util/result'
import { recoverPin, tryPin } from './access'
import type { BackupPort } from './backup/makeBackup'
import { unsavedSince } from './backup/unsaved'
import { type CommandOptions, CommandRunner, type CommandSpec, type Saved } from './core/commandRunner'
import { DATABASE_NAME, DeskDatabase } from './core/database'
import type { JournalLink } from './core/env'
import { SealBroken } from './core/seal'
import { markKey } from './core/sealMark'
import { Session } from './core/session'
import type { DemoOptions } from './demo/fillDemo'
import { SearchClient } from './search/searchClient'
import { SelfCheck } from './selfCheck/selfCheck'
import type { SelfCheckPorts } from './selfCheck/types'
import { catchUpJournal } from './startup/catchUpJournal'
import type { BackupSink } from './startup/migrateDatabase'
import { openDatabase, type StartState } from './startup/openDatabase'
import type { LedgerReader, RecoveryProgress } from './startup/recover'
import type { SealProgress } from './startup/sealOlder'
import { SentinelWriter } from './startup/sentinelWriter'
import { databaseLost, findHoles, newestOf, rowsDamaged, wholenessOf } from './startup/wholeness'

/** What the data layer needs of the system; `renderer/app` wires it to the bridge. */
export interface DataPorts {
  journal: JournalLink & {
    status: () => Promise<Result<JournalStatus>>
    read: LedgerReader['read']
  }
  setAsideLedger: () => Promise<Result<unknown>>
  writeSentinel: (sentinel: Sentinel) => Promise<unknown>
  /** Takes what was erased by law out of journal and attachments. */
  clearErased: (order: ClearingOrder) => Promise<Result<unknown>>
  verifyPin: (pin: string, hash: string) => Promise<boolean>
  /** Whether what was typed is the 备份密码 of the 《恢复单》 in force. */
  matchesSheet: (typed: string) => Promise<boolean>
  vaultState: () => Promise<Result<VaultState>>
  /** Draws the office's secrets; refuses vault.exists. */
  createVault: () => Promise<Result<unknown>>
  /** 32 bytes that seal rows; null without a vault. Refuses vault.locked. */
  fieldKey: () => Promise<Result<{ key: Uint8Array | null }>>
  backup: BackupSink
  /** Where sealed backups go. */
  archive?: BackupPort
  /** Writes codes and ids into the log. */
  note?: (code: string, ids: string[]) => void
  freeBytes: () => Promise<number | null>
  /** Has main throw away the files of databases that cannot be opened. */
  discardDatabases?: () => Promise<unknown>
  fileStates?: SelfCheckPorts['fileStates']
  now: () => string
  newId: () => string
}

/** The first screens are not to wait for it, ms. */
const SEAL_AFTER_MS = 5_000

/** The data of this office, as the screens see it. One a window, made by `renderer/app`. */
export class DeskData {
  readonly db: DeskDatabase
  readonly session = new Session()
  readonly search: SearchClient
  readonly runner: CommandRunner
  private readonly sentinel: SentinelWriter
  /** What the looks for holes found since the start: at the newest entries, and at all of them. */
  private newest: Promise<StartState | null> | null = null
  private looked: Promise<StartState | null> | null = null
  private hollow = false
  /** Whether the books agree with themselves, looked at beside the work. */
  readonly selfCheck: SelfCheck
  /** Other windows learn of a new vault at once: they could not read the rows that this one seals. */
  private readonly vaultNews =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('front-desk-vault')

  constructor(
    readonly ports: DataPorts,
    databaseName: string = DATABASE_NAME,
  ) {
    this.db = new DeskDatabase(databaseName)
    this.db.reader = () => {
      const { user } = this.session.snapshot()
      return user && { userId: user.id, role: user.role }
    }
    this.vaultNews?.addEventListener('message', () => void this.takeKey())
    this.search = new SearchClient(databaseName, ports.note)
    this.selfCheck = new SelfCheck(this.db, ports)
    this.sentinel = new SentinelWriter(this.db, ports.now, ports.writeSentinel)
    this.runner = new CommandRunner(
      {
        db: this.db,
        journal: ports.journal,
        now: ports.now,
        newId: ports.newId,
        freeBytes: ports.freeBytes,
        isWhole: async () => (await this.newestHoles()) === null && !this.hollow,
        onCommitted: (change) => {
          this.search.committed(change)
          this.sentinel.touch()
        },
      },
      this.session,
    )
  }

  /**
   * Opens the database and decides the first screen; brings the journal up to date where it lags behind. Without the
   * key of a sealed office nothing is opened.
   */
  async start(): Promise<Result<StartState>> {
    this.newest = null
    this.looked = null
    this.hollow = false
    const vault = await this.ports.vaultState()
    if (!vault.ok) return vault
    const { kind, sheet } = vault.value
    if (kind === 'locked' || kind === 'damaged') {
      return accept({ kind: 'vaultLocked', damaged: kind === 'damaged', sheetId: sheet?.id ?? null })
    }
    const key = await this.takeKey()
    if (!key.ok) return key
    const ledger = await this.ports.journal.status()
    if (!ledger.ok) return ledger
    const state = await openDatabase(this.db, ledger.value, () => this.ports.journal.status())
    if (state.kind !== 'ready') return accept(state)
    await this.beginSealing()
    try {
      const caughtUp = await catchUpJournal(this.runner.env, ledger.value.lastSeq)
      void this.clearErased().catch(() => this.ports.note?.('privacy.clearStopped', []))
      return caughtUp.ok ? accept(state) : caughtUp
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
      // A line that waited for the journal is damaged: what was confirmed stands in the journal.
      const { lastSeq, sentinel, problems } = ledger.value
      const known = { lastSeq, sentinel, problems: problems.length }
      return accept({ kind: 'recovery', why: 'unreadable', databaseSeq: 0, ledger: known })
    }
  }

  /** From now on rows are sealed with the vault's key: at start, and when an office is given its vault. */
  async takeKey(): Promise<Result<null>> {
    const answer = await this.ports.fieldKey()
    if (!answer.ok) return answer
    this.db.fieldKey = answer.value.key
    if (this.db.isOpen()) await this.beginSealing()
    return accept(null)
  }

  /** Remembers the key; what was written before it is sealed once the desk has had time to settle. */
  private async beginSealing(): Promise<void> {
    await markKey(this.db)
    setTimeout(async () => {
      const onTable = (done: SealProgress) => {
        if (done.sealed > 0) this.ports.note?.('seal.rows', [done.table, String(done.sealed)])
      }
      // Closed, or thrown away by a recovery, in the middle of it: the next start goes on.
      await import('./startup/sealOlder')
        .then(({ sealOlder }) => sealOlder(this.db, { onTable }))
        .catch(() => this.ports.note?.('seal.rowsStopped', []))
    }, SEAL_AFTER_MS)
  }

  /** Gives the office its vault where it has none, and takes the key. Throws nothing: what failed is refused. */
  async makeVault(): Promise<Result<null>> {
    const made = await this.ports.createVault()
    if (!made.ok && made.refusal.key !== 'vault.exists') return made
    const taken = await this.takeKey()
    this.vaultNews?.postMessage('made')
    return taken
  }

  /**
   * What the start could not see in time: null where the chain is whole, else what the recovery screen is to say. Looked
   * for once a start, after the first screen. No command waits for all of it: what is saved meanwhile stands in the
   * journal, and is brought back by the recovery with the rest.
   */
  holes(): Promise<StartState | null> {
    this.looked ??= this.lookAtAll()
    return this.looked
  }

  private async lookAtAll(): Promise<StartState | null> {
    const { status } = this.ports.journal
    const found = (await this.newestHoles()) ?? (await findHoles(this.db, status, wholenessOf))
    this.hollow = found !== null
    return found
  }

  /** The part of it that the first command waits for; costs the same however long the chain is. */
  private newestHoles(): Promise<StartState | null> {
    this.newest ??= findHoles(this.db, this.ports.journal.status, newestOf)
    return this.newest
  }

  /** What the recovery screen is to say where rows are damaged; see `rowsDamaged`. */
  damagedRows(): Promise<Result<StartState>> {
    return rowsDamaged(this.db, this.ports.journal.status)
  }

  /** What the recovery screen is to say where the database was lost while the desk was open; see `databaseLost`. */
  lostDatabase(): Promise<Result<StartState>> {
    return databaseLost(this.ports.journal.status)
  }

  /** Runs a command; see `CommandRunner.run`. */
  run<I, O>(spec: CommandSpec<I, O>, input: I, options?: CommandOptions): Promise<Result<Saved<O>>> {
    return this.runner.run(spec, input, options)
  }

  /**
   * Signs in, or unlocks. Refusals: office.locked `{ minutes }`, office.pinWrong `{ left }` (tries before the lock).
   */
  async signIn(userId: string, pin: string): Promise<Result<User>> {
    const answer = await tryPin(this, userId, pin)
    if (answer.ok) this.session.signedIn(answer.value)
    return answer
  }

  /** Asks whoever is signed in for the PIN again, before something that must not be left to a desk left open. */
  async confirmPin(pin: string): Promise<Result<User>> {
    const { user } = this.session.snapshot()
    return user ? tryPin(this, user.id, pin) : refuse('session.none')
  }

  /**
   * A director who forgot the PIN gets a new one with the 备份密码, and is signed in. Refusals: office.notAllowed,
   * office.locked `{ minutes }`, office.sheetWrong `{ left }` (tries before the lock).
   */
  async recoverPin(userId: string, password: string, pinHash: string): Promise<Result<User>> {
    const answer = await recoverPin(this, { userId, password, pinHash })
    if (answer.ok) this.session.signedIn(answer.value)
    return answer
  }

  /**
   * Has main take what was erased out of journal and files (domain 13). What a crash or a full disk interrupted is done
   * again at the next start. Refusals: the system's.
   */
  async clearErased(): Promise<Result<null>> {
    const due = await this.db.of('meta').get('clearErased')
    if (!due) return accept(null)
    await this.search.forget()
    const { clearingOrder } = await import('./privacy/clearing')
    const cleared = await this.ports.clearErased(await clearingOrder(this.db))
    if (!cleared.ok) return cleared
    await this.db.of('meta').delete('clearErased')
    return accept(null)
  }

  /** Rebuilds the database from the ledger, after asking; `fromScratch` drops what is left of it first. */
  async recover(
    total: number,
    fromScratch: boolean,
    onProgress: (progress: RecoveryProgress) => void,
  ): Promise<Result<{ lastSeq: number }>> {
    const { emptyDatabase, recoverFromLedger } = await import('./startup/recover')
    if (fromScratch) await emptyDatabase(this.db, this.ports.discardDatabases)
    const recovered = await recoverFromLedger(this.db, this.ports.journal, total, onProgress)
    // What is left of it would not be believed.
    await this.search.forget().catch(() => undefined)
    this.search.restart()
    if (recovered.ok) this.runner.lost.tell(false)
    if (recovered.ok) await this.sentinel.flush()
    return recovered
  }

  /**
   * Fills an empty database with the demo office; what a broken-off filling left is thrown away first. What writes it
   * is fetched for that only.
   */
  async fillDemo(options: DemoOptions): Promise<void> {
    const office = await this.db.of('office').toCollection().first()
    if (office && !office.demo) throw new Error('this folder holds a real office')
    const { emptyDatabase } = await import('./startup/recover')
    await emptyDatabase(this.db)
    const aside = await this.ports.setAsideLedger()
    if (!aside.ok) throw new Error(aside.refusal.key)
    const vault = await this.makeVault()
    if (!vault.ok) throw new Error(vault.refusal.key)
    const { fillDemo } = await import('./demo/fillDemo')
    await fillDemo(this.ports, this.db, options)
    // What is left of it would not be believed.
    await this.search.forget().catch(() => undefined)
    this.search.restart()
    await this.sentinel.flush()
  }

  /** Before the window closes: what is to be remembered outside the profile is written. */
  settle(): Promise<void> {
    return this.sentinel.settle()
  }

  /** Writes a lost ledger anew from the database; what is left of the old one is set aside, never deleted. */
  async rebuildLedger(onProgress: (progress: RecoveryProgress) => void): Promise<Result<null>> {
    const aside = await this.ports.setAsideLedger()
    if (!aside.ok) return aside
    const { rebuildLedger } = await import('./startup/rebuildLedger')
    const rebuilt = await rebuildLedger(this.runner.env, onProgress)
    if (rebuilt.ok) await this.sentinel.flush()
    return rebuilt
  }

  /** Backs up and migrates an older database. */
  async migrate(stored: number, supported: number): Promise<Result<{ backup: string }>> {
    const world = { now: this.ports.now(), newId: this.ports.newId }
    // With a vault nothing of the office is copied in the open.
    const made = this.db.fieldKey && this.ports.archive ? await this.makeBackup('migration') : null
    if (made && !made.ok) return made
    const sink = made ? { made: made.value.name } : this.ports.backup
    const { migrateDatabase } = await import('./startup/migrateDatabase')
    return migrateDatabase(this.db, sink, { stored, current: supported }, world)
  }

  /** Makes a backup while the desk goes on. Refuses as `makeBackup`; vault.none where backups cannot be sealed. */
  async makeBackup(reason: BackupReason): Promise<Result<{ name: string; bytes: number }>> {
    const { archive, now } = this.ports
    if (!archive) return refuse('vault.none')
    const { makeBackup } = await import('./backup/makeBackup')
    return makeBackup(this.db, archive, reason, { now, flushJournal: () => this.runner.feeder.flush() })
  }

  /** When the oldest work was done that no backup holds; `lastSeq`: where the chain ends in the newest. */
  unsavedSince(lastSeq: number | null): Promise<Instant | null> {
    return unsavedSince(this.db, lastSeq)
  }
}
