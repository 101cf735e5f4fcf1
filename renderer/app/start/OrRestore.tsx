import Button from '@mui/material/Button'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Erasure } from '../../../shared/domain/privacy/types'
import type { LedgerReader } from '../../data'
import { dataPorts } from '../dataPorts'
import { lazyScreen } from '../../ui'
import { Ready } from './Ready'

const RestoreScreen = lazyScreen(() => import('../../features/restore/RestoreScreen'))

interface OrRestoreProps {
  /** What a backup lacks may stand in the ledger that is still there. */
  withLedger?: boolean
  /** There is no office on this machine yet: what a restore replaces is nothing. */
  unused?: boolean
  /** The screen; `aside` is its way to a backup, `begin` the same for a button of its own. */
  children: (aside: ReactNode, begin: () => void) => ReactNode
}

/** A screen of the start that 从备份恢复 can take the place of. */
export function OrRestore({ withLedger = false, unused = false, children }: OrRestoreProps) {
  const { t } = useTranslation('restore')
  const [restoring, setRestoring] = useState(false)
  const begin = () => setRestoring(true)
  if (!restoring) return children(<Button onClick={begin}>{t('aside')}</Button>, begin)
  return (
    <Suspense fallback={null}>
      <RestoreScreen
        replaces={null}
        unused={unused}
        ledger={withLedger ? dataPorts.journal : null}
        erasures={() => (withLedger ? erasuresIn(dataPorts.journal) : Promise.resolve([]))}
        onLeave={() => setRestoring(false)}
      />
      <Ready screen="restore" />
    </Suspense>
  )
}

/** What a ledger says was erased by law: a backup from before must not bring it back (domain 13). */
async function erasuresIn(ledger: LedgerReader): Promise<Erasure[]> {
  const found: Erasure[] = []
  for (let after = 0; ; ) {
    const portion = await ledger.read(after)
    if (!portion.ok) return found
    const { lines, done } = portion.value
    for (const { body } of lines) if (body.includes('"erasures"')) found.push(...erasuresOf(body))
    after = lines.at(-1)?.seq ?? after
    if (done || lines.length === 0) return found
  }
}

function erasuresOf(body: string): Erasure[] {
  const { writes } = JSON.parse(body) as { writes: { table: string; put?: Erasure }[] }
  return writes.flatMap(({ table, put }) => (table === 'erasures' && put ? [put] : []))
}
