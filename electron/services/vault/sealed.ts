import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/**
 * What a work factor of 2^15 costs is a tenth of a second and 32 MB; the password is drawn by lot and as long as a key,
 * so that more would not make it safer.
 */
export const SCRYPT_LOG_N = 15

/** All that opens the office's sealed data. Never leaves main but for `fieldKey`, which the page's own rows need. */
export const secretsSchema = z.strictObject({
  /** 备份密码 as printed on the 《恢复单》. */
  password: z.string().min(16),
  /** age identity (`AGE-SECRET-KEY-1…`) of sealed files. */
  identity: z.string().startsWith('AGE-SECRET-KEY-1'),
  /** 32 bytes in base64: sealed fields and journal lines. */
  fieldKey: z.base64(),
})
export type Secrets = z.infer<typeof secretsSchema>

/** `vault.json`: holds nothing that opens anything without the password. */
export const vaultFileSchema = z.strictObject({
  version: z.literal(1),
  /** Printed on the sheet, so that it is known which sheet a file asks for. */
  sheetId: z.string(),
  createdAt: z.string(),
  /** null until somebody printed or saved the sheet. */
  printedAt: z.string().nullable(),
  /** age recipient (`age1…`) that files are sealed for. */
  recipient: z.string().startsWith('age1'),
  /** The secrets in an armored age file under the password. */
  secrets: z.string(),
})
export type VaultFile = z.infer<typeof vaultFileSchema>

/** New secrets under a password. */
export async function newSecrets(password: string): Promise<Secrets> {
  const identity = await generateX25519Identity()
  return { password, identity, fieldKey: randomBytes(32).toString('base64') }
}

/** The short name of a sheet, the same for the same password: 24 of its 116 bits are given away by it. */
export function sheetIdOf(password: string): string {
  return createHash('sha256').update(`sheet ${password}`).digest('hex').slice(0, 6).toUpperCase()
}

/** The file that keeps the secrets under their password. `now` is an ISO instant. */
export async function sealSecrets(secrets: Secrets, now: string): Promise<VaultFile> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(secrets.password)
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N)
  return {
    version: 1,
    sheetId: sheetIdOf(secrets.password),
    createdAt: now,
    printedAt: null,
    recipient: await identityToRecipient(secrets.identity),
    secrets: armor.encode(await encrypter.encrypt(JSON.stringify(secrets))),
  }
}

/** The secrets of a vault file; null when the password is another one. Throws where the file is damaged. */
export async function openSecrets(file: VaultFile, password: string): Promise<Secrets | null> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(password)
  const sealed = armor.decode(file.secrets)
  try {
    return secretsSchema.parse(JSON.parse(await decrypter.decrypt(sealed, 'text')))
  } catch (error) {
    // The words for a header that the password does not open; damage has others.
    if (error instanceof Error && error.message.startsWith('no identity matched')) return null
    throw error
  }
}
