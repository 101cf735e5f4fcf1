import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Fact, Facts } from '../../ui'
import { isBlocked, type Offer } from './offers'

interface RecordSectionProps<S extends string> {
  title: string
  facts: readonly Fact[]
  /** Steps that belong here, but the one of the main button. */
  offers: readonly Offer<S>[]
  name: (offer: Offer<S>) => string
  onStep: (step: S) => void
  /** The form of the step that is open here. */
  form: ReactNode
  children?: ReactNode
}

/** A part of the record: what is known, what can be done, and the step's form in place. */
export function RecordSection<S extends string>(props: RecordSectionProps<S>) {
  const { title, facts, offers, name, onStep, form, children } = props
  const { t } = useTranslation('record')
  const empty = facts.every(({ value }) => value === null || value === undefined || value === '')
  if (empty && !form && !children && offers.length === 0) return null
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ bgcolor: 'background.paper', border: '1px solid', borderColor: 'divider', borderRadius: '4px' }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          flexWrap: 'wrap',
          minHeight: 40,
          px: 3,
          py: 0.5,
        }}
      >
        <Box component="h2" sx={{ m: 0, flex: 1, fontSize: 14, fontWeight: 600, whiteSpace: 'nowrap' }}>
          {title}
        </Box>
        {offers.map((offer) => (
          <Button
            key={offer.step}
            variant="text"
            data-step={offer.step}
            disabled={isBlocked(offer)}
            onClick={() => onStep(offer.step)}
          >
            {name(offer)}
          </Button>
        ))}
      </Box>
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {form}
        {empty && !children && !form && <Box sx={{ color: 'text.secondary' }}>{t('notYet')}</Box>}
        {!empty && <Facts items={facts} columns={2} />}
        {children}
      </Box>
    </Box>
  )
}
