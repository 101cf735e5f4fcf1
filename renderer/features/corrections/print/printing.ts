import { contentDigest, CORRECTION_FORM } from '../../../../shared/domain/correction/paper'
import { correctionPaper } from '../../../data'
import type { RegisterPrinting } from '../../../register/print/definition'

/** What a 更正单 prints: 《更正单》. */
export const CORRECTION_PRINTING: RegisterPrinting<'corrections'> = {
  table: 'corrections',
  forms: [
    {
      form: CORRECTION_FORM,
      draw: async (record, sheet, { db }) => (await import('./draw')).drawCorrection(record, sheet, db),
      digest: contentDigest,
      signer: ({ requestedBy }) => requestedBy,
    },
  ],
  lists: [],
  blank: null,
  isBlank: () => false,
  commands: correctionPaper,
}
