import { z } from 'zod'

const nothing = z.object({}).strict()
const done = z.object({}).strict()
const typed = z.object({ password: z.string().max(200) }).strict()

/** What stands on the 《恢复单》: the password as it is printed, and the short name of the sheet. */
const sheet = z.object({ password: z.string(), sheetId: z.string(), createdAt: z.string() })

/**
 * `none`: no sheet was ever made, nothing is sealed. `locked`: the key store of this machine does not hold the secrets
 * (another machine, another user, a new system): the sheet is needed. `damaged`: neither file nor key store opens it.
 */
export const VAULT_KINDS = ['none', 'open', 'locked', 'damaged'] as const

const vaultState = z.object({
  kind: z.enum(VAULT_KINDS),
  /** False: the system has no key store that keeps its key apart from the data. */
  keyStoreIsSafe: z.boolean(),
  sheet: z.object({ id: z.string(), createdAt: z.string(), printedAt: z.string().nullable() }).nullable(),
})
export type VaultState = z.infer<typeof vaultState>

/** The office's secrets (issue "At rest"): made once, kept by the system's key store, opened by the 《恢复单》. */
export const vaultChannels = {
  'vault.state': { writes: false, input: nothing, output: vaultState },
  /** Draws the secrets. Refuses vault.exists. */
  'vault.create': { writes: true, input: nothing, output: sheet },
  /** Opens it on this machine with what stands on the sheet. Refuses vault.wrongPassword, vault.none. */
  'vault.unlock': { writes: true, input: typed, output: done },
  /** Whether it is the password of the sheet in force: for the director who forgot a PIN. */
  'vault.matches': { writes: false, input: typed, output: z.object({ matches: z.boolean() }) },
  /** The sheet in force, to print it. Refuses vault.none, vault.locked. */
  'vault.sheet': { writes: false, input: nothing, output: sheet },
  'vault.markPrinted': { writes: true, input: nothing, output: done },
  /** Another password and another sheet. Refuses vault.none, vault.locked. */
  'vault.renew': { writes: true, input: nothing, output: sheet },
  /** 32 bytes that seal the page's own rows; null while there is no vault. Refuses vault.locked. */
  'vault.fieldKey': {
    writes: false,
    input: nothing,
    output: z.object({ key: z.instanceof(Uint8Array).nullable() }),
  },
} as const
