import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { SEED_MOST } from '../../../../shared/domain/monthReview/spotCheck'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { drawSampleCommand } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { Form, NumberField, useAppForm } from '../../../ui'

interface Values {
  seed: number | null
}

/** Draws the sample: with a seed that somebody names, or with one that the app gives. */
export function DrawForm({ review, onDone }: { review: MonthReview; onDone?: () => void }) {
  const { t } = useTranslation('monthReviews')
  const save = useSave()
  const form = useAppForm<Values>({ defaultValues: { seed: null } })
  const draw = async ({ seed }: Values) => {
    const input = { id: review.id, rev: review.rev, seed }
    const { refusal } = await save(drawSampleCommand, input, undefined, () => t('spot.drawn'))
    if (!refusal) onDone?.()
    return refusal
  }
  return (
    <Form<Values> form={form} label={t('spot.draw')} onSave={draw}>
      <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
        <Box sx={{ color: 'text.secondary' }}>{t('spot.explain')}</Box>
        <Box sx={{ width: 280 }}>
          <NumberField<Values>
            name="seed"
            label={t('field.seed')}
            hint={t('spot.seedHint', { most: SEED_MOST })}
            min={0}
            max={SEED_MOST}
            autoFocus
          />
        </Box>
        <Button type="submit" variant="contained" title="Ctrl+S">
          {t(review.sample ? 'spot.drawAgain' : 'spot.draw')}
        </Button>
      </Box>
    </Form>
  )
}
