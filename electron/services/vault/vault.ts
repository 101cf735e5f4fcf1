import { readFile } from 'node:fs/promises'
import { identityToRecipient } from 'age-encryption'
import type { VaultState } from '../../../shared/ipc/vaultChannels'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { writeFileAtomic } from '../atomicFile'
import { makeQueue } from '../queue'
import { errorCode } from '../systemRefusal'
import { newPassword, readPassword } from './password'
import {
  newSecrets,
  openSecrets,
  type Secrets,
  sealSecrets,
  sheetIdOf,
  type VaultFile,
  vaultFileSchema,
} from './sealed'
import { type KeyStore, readSlot, writeSlot } from './slot'

/** Where a vault lives: its file beside the ledger, its slot inside the profile of this machine's user. */
export interface VaultOptions {
  vaultPath: string
  slotPath: string
  keyStore: KeyStore
  clock: () => Date
  /** Called when this machine has the secrets that it had not: made, adopted, or opened with the sheet. */
  onKept?: () => void
}

/** What stands on the 《恢复单》. */
export interface Sheet {
  password: string
  sheetId: string
  createdAt: string
}

/** The secrets of one office on this machine (issue "At rest"). Calls run one after another. */
export interface Vault {
  state(): Promise<VaultState>
  /** Draws the secrets. Refuses `vault.exists`. Throws the system's error; then there is none. */
  create(): Promise<Result<Sheet>>
  /** Takes over the vault of a backup, for a dataset that is being restored. Refuses `vault.exists`. */
  adopt(secrets: Secrets): Promise<Result<Sheet>>
  /**
   * Opens it with the password of the sheet, for this start and the next. Refuses `vault.wrongPassword`, `vault.none`,
   * `vault.damaged`.
   */
  unlock(typed: string): Promise<Result<Record<string, never>>>
  /** Whether the typed text is the password of the sheet in force. */
  matches(typed: string): Promise<boolean>
  /** The sheet in force, to print it (again). Refuses `vault.none`, `vault.locked`. */
  sheet(): Promise<Result<Sheet>>
  /** Somebody has printed or saved the sheet. */
  markPrinted(): Promise<Result<Record<string, never>>>
  /** Another password, and so another sheet: new backups ask for it, old ones for the old. Refuses as `sheet`. */
  renew(): Promise<Result<Sheet>>
  /** The secrets, while the vault is open; else null. */
  secrets(): Promise<Secrets | null>
  /** Whom files are sealed for; null without a vault. */
  recipient(): Promise<string | null>
}

/** Opens the vault lazily: the first call reads its files. */
export function openVault(options: VaultOptions): Vault {
  return new FileVault(options)
}

interface Known {
  file: VaultFile | null
  secrets: Secrets | null
  /** There is a file, but no vault in it. */
  damaged?: boolean
}

class FileVault implements Vault {
  private readonly queue = makeQueue()
  private known: Known | null = null

  constructor(private readonly options: VaultOptions) {}

  state(): Promise<VaultState> {
    return this.queue(async () => {
      const { file, secrets, damaged } = await this.load()
      const sheet = file && { id: file.sheetId, createdAt: file.createdAt, printedAt: file.printedAt }
      const kind = damaged ? 'damaged' : !file ? 'none' : secrets ? 'open' : 'locked'
      return { kind, keyStoreIsSafe: this.options.keyStore.isSafe(), sheet }
    })
  }

  create(): Promise<Result<Sheet>> {
    return this.queue(async () => this.begin(await newSecrets(newPassword())))
  }

  adopt(secrets: Secrets): Promise<Result<Sheet>> {
    return this.queue(() => this.begin(secrets))
  }

  unlock(typed: string): Promise<Result<Record<string, never>>> {
    return this.queue(async () => {
      const { file } = await this.load()
      if (!file) return refuse('vault.none')
      const secrets = await openSecrets(file, readPassword(typed)).catch(() => 'damaged' as const)
      if (secrets === 'damaged') return refuse('vault.damaged')
      if (!secrets) return refuse('vault.wrongPassword', 'password')
      await this.keep(file, secrets)
      return accept({})
    })
  }

  matches(typed: string): Promise<boolean> {
    return this.queue(async () => {
      const { file, secrets } = await this.load()
      const password = readPassword(typed)
      if (secrets) return secrets.password === password
      return file !== null && (await openSecrets(file, password)) !== null
    })
  }

  sheet(): Promise<Result<Sheet>> {
    return this.queue(() => this.opened(async (file, secrets) => sheetOf(file, secrets)))
  }

  markPrinted(): Promise<Result<Record<string, never>>> {
    return this.queue(() =>
      this.opened(async (file, secrets) => {
        await this.keep({ ...file, printedAt: this.now() }, secrets)
        return {}
      }),
    )
  }

  renew(): Promise<Result<Sheet>> {
    return this.queue(() =>
      this.opened(async (_file, secrets) => {
        const next = { ...secrets, password: newPassword() }
        const file = await sealSecrets(next, this.now())
        await this.keep(file, next)
        return sheetOf(file, next)
      }),
    )
  }

  secrets(): Promise<Secrets | null> {
    return this.queue(async () => (await this.load()).secrets)
  }

  recipient(): Promise<string | null> {
    return this.queue(async () => (await this.load()).file?.recipient ?? null)
  }

  private now(): string {
    return this.options.clock().toISOString()
  }

  private async begin(secrets: Secrets): Promise<Result<Sheet>> {
    const { file: former, damaged } = await this.load()
    if (former || damaged) return refuse('vault.exists')
    const file = await sealSecrets(secrets, this.now())
    await this.keep(file, secrets)
    return accept(sheetOf(file, secrets))
  }

  private async opened<T>(work: (file: VaultFile, secrets: Secrets) => Promise<T>): Promise<Result<T>> {
    const { file, secrets } = await this.load()
    if (!file) return refuse('vault.none')
    if (!secrets) return refuse('vault.locked')
    return accept(await work(file, secrets))
  }

  /**
   * The slot first: broken off in between, `load` makes the file from it. A file without its slot would be a vault whose
   * password nobody has ever seen.
   */
  private async keep(file: VaultFile, secrets: Secrets): Promise<void> {
    this.known = null
    await writeSlot(this.options.slotPath, this.options.keyStore, secrets)
    await writeFileAtomic(this.options.vaultPath, `${JSON.stringify(file, null, 2)}\n`)
    this.known = { file, secrets }
    this.options.onKept?.()
  }

  private async load(): Promise<Known> {
    if (this.known) return this.known
    const { vaultPath, slotPath, keyStore } = this.options
    const [read, secrets] = await Promise.all([readVaultFile(vaultPath), readSlot(slotPath, keyStore)])
    const { file, damaged } = read
    const own = file && secrets && (await isOf(file, secrets)) ? secrets : null
    // Lost, or left behind where a new password was written into the slot only.
    const stale = own ? file?.sheetId !== sheetIdOf(own.password) : !file
    if (secrets && stale) await this.keep(await sealSecrets(secrets, this.now()), secrets)
    else this.known = { file, secrets: own, damaged }
    return this.known ?? { file: null, secrets: null }
  }
}

function sheetOf({ sheetId, createdAt }: VaultFile, { password }: Secrets): Sheet {
  return { password, sheetId, createdAt }
}

/** The slot may be left from another office that used this profile. */
async function isOf(file: VaultFile, secrets: Secrets): Promise<boolean> {
  return file.recipient === (await identityToRecipient(secrets.identity))
}

async function readVaultFile(path: string): Promise<{ file: VaultFile | null; damaged: boolean }> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { file: null, damaged: false }
    throw error
  }
  const parsed = vaultFileSchema.safeParse(parsedJson(text))
  return parsed.success ? { file: parsed.data, damaged: false } : { file: null, damaged: true }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
