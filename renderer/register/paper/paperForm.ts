import type { ReactNode } from 'react'
import type { FormName } from '../../../shared/documents/registry'
import type { SignatureInput } from '../../../shared/domain/register/paper'
import type { ScreenSignatureInput } from '../../../shared/domain/register/screenSignature'
import type { PrintState } from '../../../shared/domain/register/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { CommandSpec, OnRecord, SavedRecord } from '../../data'

/** One form of a record, as its panel shows it. */
export interface PaperForm {
  /** Key of its prints: `complaintVisit`. */
  form: string
  /** 《投诉来访记录》 */
  title: string
  print: PrintState | undefined
  /** 打印后有改动 */
  changed: boolean
  /** Whose signature is expected; '' where nobody is known. */
  signer: string
  /** Roles that can sign on the screen, the likeliest first; none where the form has no such box. */
  screenRoles: readonly string[]
  /** Digest of what the form shows now. */
  digest: string
}

/** The commands of a register that keep its paper. */
export interface PaperCommands {
  sign: CommandSpec<OnRecord<{ form: string } & SignatureInput>, SavedRecord>
  signOnScreen: CommandSpec<OnRecord<{ form: string } & ScreenSignatureInput>, SavedRecord>
  file: CommandSpec<OnRecord<{ form: string; version: number; file: StoredFile }>, SavedRecord>
}

/** What role and state allow. */
export interface PaperRights {
  print: boolean
  sign: boolean
  file: boolean
}

/** The paper of one record: which forms it has, and what only its register knows of each. */
export interface RecordPaper {
  /** Keys of its prints, titled by `paper:form.*`; Ctrl+P prints the first. */
  forms: readonly FormName[]
  /** 打印后有改动 */
  changed: (form: FormName) => boolean
  /** Digest of what the form shows now. */
  digest: (form: FormName) => string
  /** Whose signature is expected; '' where nobody is known. */
  signer: (form: FormName) => string
  /** Whose box that is, where it is not always the form's first. */
  signerRole: (form: FormName) => string | undefined
  /** The dialog that prints it, fetched when it is first opened. */
  renderPrint: (form: FormName, onClose: () => void) => ReactNode
}
