import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { NoticeBar } from '../../ui'
import type { Correcting } from './useCorrecting'

/**
 * What a signed month means for a record (domain 12): its 更正单, each with the way there, and where the month is locked
 * what can still be done with the record, with the way out.
 */
export function CorrectionBands({ number, correcting }: { number: string; correcting: Correcting }) {
  const { t } = useTranslation('corrections')
  const navigate = useNavigate()
  const { locking, month, whole, begin } = correcting
  return (
    <>
      {locking.corrections.map(({ id, state, number: called }) =>
        state === 'rejected' || state === 'void' ? null : (
          <NoticeBar
            key={id}
            tone={state === 'applied' ? 'plain' : 'soon'}
            action={
              <Button
                variant="text"
                onClick={() => void navigate(`/corrections/${id}`, { state: correcting.from(number) })}
              >
                {t('bands.show')}
              </Button>
            }
          >
            {state === 'applied'
              ? t('bands.applied', { number: called })
              : t('bands.open', { number: called, state: t(`state.${state}`) })}
          </NoticeBar>
        ),
      )}
      {month && (
        <NoticeBar
          tone="plain"
          action={
            begin && (
              <Button onClick={begin} title="F2" sx={{ flexShrink: 0 }}>
                {t('bands.begin')}
              </Button>
            )
          }
        >
          {whole ? t('bands.locked', { month }) : t('bands.begunLocked', { month })}
        </NoticeBar>
      )}
    </>
  )
}
