import { describe, it, vi } from 'vitest'
import { complaintLedgerForm } from '../../shared/documents/complaintLedger/form'
import type { ComplaintLedgerInput } from '../../shared/documents/complaintLedger/input'
import {
  blankLedger,
  longestLedger,
  shortLedger,
  typicalLedger,
} from '../../shared/documents/samples/ledgers'
import { coverage } from './fonts/coverage'
import { expectPictures } from './testing/pictures'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, ComplaintLedgerInput, number][] = [
  ['short', shortLedger(coverage), 1],
  ['typical', typicalLedger(coverage), 4],
  ['longest', longestLedger(coverage), 3],
  ['blank', blankLedger(coverage), 1],
]

describe.each(samples)('《投诉登记台账》, %s', (name, input, count) => {
  it('looks as it did', async () => {
    await expectPictures(await print(complaintLedgerForm(input)), `complaint-ledger-${name}`, count)
  })
})

it('marks every page of a 演示 office', async () => {
  const input = shortLedger(coverage)
  input.sheet.office.demo = true
  await expectPictures(await print(complaintLedgerForm(input)), 'complaint-ledger-demo', 1)
})
