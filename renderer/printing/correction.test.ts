import { expect, it, vi } from 'vitest'
import { correctionForm, correctionMissing, correctionTexts } from '../../shared/documents/correction/form'
import type { CorrectionInput } from '../../shared/documents/correction/input'
import { forms } from '../../shared/documents/registry'
import {
  longestCorrection,
  refusedCorrection,
  shortCorrection,
  typicalCorrection,
} from '../../shared/documents/samples/corrections'
import { coverage } from './fonts/coverage'
import { type CheckedSheet, checkSamples, checkSignatures } from './testing/formChecks'

vi.setConfig({ testTimeout: 120_000 })

const LABELS = '原记录 所属月份 申请人 更正原因 主管意见 主任意见 申请人签名 客服主管签名 主任签名'

function checked(input: CorrectionInput): CheckedSheet {
  return {
    form: correctionForm(input),
    meta: forms.correction,
    ...input.sheet,
    texts: correctionTexts(input),
    record: { ...input.correction, target: input.correction.target.number },
    labels: LABELS.split(' '),
  }
}

checkSamples('correction', [
  ['short', checked(shortCorrection(coverage)), 1],
  ['typical', checked(typicalCorrection(coverage)), 1],
  ['refused', checked(refusedCorrection(coverage)), 1],
  ['longest', checked(longestCorrection(coverage)), 9],
])

it('names the characters that no font has, by field', () => {
  const input = shortCorrection((codePoint) => (codePoint > 0xffff ? null : ''))
  const correction = { ...input.correction, reason: '𠮷女士' }
  expect(correctionMissing({ ...input, correction })).toEqual([{ field: '更正原因', characters: ['𠮷'] }])
})

it('keeps its signatures together with two lines of text', async () => {
  const formOf = (reason: string) => {
    const input = typicalCorrection(coverage)
    return correctionForm({ ...input, correction: { ...input.correction, reason } })
  }
  await checkSignatures(formOf, 3, ['主管意见', '主任意见'])
})
