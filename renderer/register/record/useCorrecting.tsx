import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { Refusal } from '../../../shared/util/result'
import { type Locking, lockingOf, useQuery, useRole } from '../../data'
import { openedFrom } from '../screen/origin'
import type { RecordKind } from './kind'

/** What a signed month means for the record on the screen, and the way to its 更正单. */
export interface Correcting {
  locking: Locking
  /** 2026年10月 where a locked month holds the record; null else. */
  month: string | null
  /** Held whole, not only what came in. */
  whole: boolean
  /** 开更正单; null where it cannot be asked for now, or not by this role. */
  begin: (() => void) | null
  /** The same as a button beside the refusal of a step that the lock does not let through. */
  wayOut: (refusal: Refusal) => ReactNode
  /** State of a navigation to a 更正单 that leads back here. */
  from: (label: string) => object
}

const FREE: Locking = { held: null, corrections: [] }

/** Of a record of any register; see `Correcting`. */
export function useCorrecting<R extends LivingRecord>({ table }: RecordKind<R>, record: R): Correcting {
  const { t } = useTranslation(['monthReviews', 'corrections'])
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const mayAsk = may(useRole(), 'record.process')
  const { id, rev } = record
  const locking = useQuery((db) => lockingOf(db, table, id), [table, id, rev]) ?? FREE
  const { held, corrections } = locking
  const waits = corrections.some(({ state }) => state === 'requested' || state === 'verified')
  const [year, month] = (held?.month ?? '').split('-').map(Number)
  const free = held && mayAsk && !waits && record.state !== 'void' && !record.erased
  const start = () => void navigate('/corrections/new', { state: { intake: { of: { table, id } } } })
  return {
    locking,
    month: held && t('month', { year, month }),
    whole: held?.holds('') === true,
    begin: free ? start : null,
    wayOut: ({ key }) =>
      key === 'month.locked' && free ? (
        <Button onClick={start} sx={{ flexShrink: 0 }}>
          {t('corrections:bands.begin')}
        </Button>
      ) : null,
    from: (label) => openedFrom({ to: pathname, label }),
  }
}
