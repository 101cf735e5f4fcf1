import {
  CLAIM_FORM,
  contentDigest,
  expectedSigner,
  isBlankSheet,
  isKept,
  LABEL_FORM,
  mayBeAnnounced,
  NOTICE_FORM,
} from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { lostItemPaper, lostReportPaper, reserveLostItemsCommand } from '../../../data'
import type { ListForm, RecordForm, RegisterPrinting } from '../../../register/print/definition'

/** 《失物认领单》, which the finder signs first and the claimant later. */
const claim: RecordForm<LostItem> = {
  form: CLAIM_FORM,
  draw: async (record, sheet) => (await import('./draw')).drawClaim(record, sheet),
  digest: (record) => contentDigest(record, CLAIM_FORM),
  signer: (record) => expectedSigner(record).name,
  signerRole: (record) => expectedSigner(record).role,
}

/** 失物标签, for what lies on the shelf. */
const label: RecordForm<LostItem> = {
  form: LABEL_FORM,
  draw: async (record, sheet) => (await import('./draw')).drawLabel(record, sheet),
  digest: (record) => contentDigest(record, LABEL_FORM),
  signer: () => '',
  applies: isKept,
}

const labels: ListForm<LostItem> = {
  form: 'lostLabels',
  action: (t) => t('list.lostLabels'),
  most: 1_000,
  draw: async (rows, printing) => (await import('./draw')).drawLabels(rows.filter(isKept), printing),
}

/** 《招领公告》: what has left, and what may not hang outside, is not on it. */
const notice: ListForm<LostItem> = {
  form: NOTICE_FORM,
  action: (t) => t('list.lostNotice'),
  most: 500,
  draw: async (rows, printing) => (await import('./draw')).drawNotice(rows.filter(mayBeAnnounced), printing),
}

/** What 失物 prints. */
export const ITEM_PRINTING: RegisterPrinting<'lostItems'> = {
  table: 'lostItems',
  forms: [claim, label],
  lists: [notice, labels],
  blank: { form: CLAIM_FORM, reserve: reserveLostItemsCommand },
  isBlank: isBlankSheet,
  commands: lostItemPaper,
}

/** 寻物 prints nothing of its own. */
export const REPORT_PRINTING: RegisterPrinting<'lostReports'> = {
  table: 'lostReports',
  forms: [],
  lists: [],
  blank: null,
  isBlank: () => false,
  commands: lostReportPaper,
}
