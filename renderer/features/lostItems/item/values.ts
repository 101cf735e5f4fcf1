import type { LostItemIntake } from '../../../../shared/domain/lostItem/types'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { formatPhone, normalizePhone } from '../../../../shared/util/contact'

/** What the intake form holds: the intake with fields that may be empty while it is filled in. */
export interface ItemValues
  extends Omit<LostItemIntake, 'category' | 'quantity' | 'estimate' | 'handedInAt'> {
  category: LostItemIntake['category'] | ''
  quantity: number | null
  /** 估价 in 元 as people say it; the record keeps fen. */
  yuan: number | null
  band: LostItemIntake['estimate']['band']
  handedInAt: string | null
  /** Files that are on disk already; none while an existing record is corrected. */
  attachments: StoredFile[]
}

/** An empty form: handed in now, received by who is signed in. */
export function blankItem(now: string, receivedBy: string): ItemValues {
  return {
    name: '',
    category: '',
    quantity: 1,
    features: '',
    yuan: null,
    band: 'upTo100',
    foundAt: null,
    foundPlace: '',
    finder: { name: '', role: '', phone: '' },
    handedInAt: now,
    receivedBy,
    countedBy: '',
    storedAt: '',
    clues: '',
    remarks: '',
    attachments: [],
  }
}

/** The form of a record that is corrected. */
export function itemValues({ estimate, finder, ...intake }: LostItemIntake): ItemValues {
  return {
    ...intake,
    yuan: estimate.fen === null ? null : estimate.fen / 100,
    band: estimate.band,
    finder: { ...finder, phone: formatPhone(finder.phone) },
    attachments: [],
  }
}

/** What the command takes. `now` where the time of handing in was emptied. */
export function itemIntake(values: ItemValues, now: string): LostItemIntake {
  const { yuan, band, attachments: _files, category, quantity, handedInAt, finder, ...rest } = values
  return {
    ...rest,
    category: category || 'other',
    quantity: quantity ?? 0,
    estimate: { fen: yuan === null ? null : Math.round(yuan * 100), band },
    handedInAt: handedInAt ?? now,
    finder: { ...finder, phone: normalizePhone(finder.phone) },
  }
}

/** What the list of drafts calls an intake. */
export function draftWords({ name, foundPlace }: ItemValues): string {
  return [name, foundPlace].filter(Boolean).join(' ')
}
