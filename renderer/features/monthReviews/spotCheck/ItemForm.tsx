import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type RefObject, useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  type MonthReview,
  SPOT_OUTCOMES,
  type SpotItem,
  type SpotOutcome,
} from '../../../../shared/domain/monthReview/types'
import { checkItemCommand } from '../../../data'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { useTakeBack } from '../../../register/record/useTakeBack'
import { RecordForm, type SaveAnswer } from '../../../register/saving/RecordForm'
import { useSave } from '../../../register/saving/saving'
import { ToggleChoice } from '../../../ui'
import { MONTH_REVIEW } from '../shell/kind'
import { type EarlyKey, takeEarlyKey } from './earlyKey'

interface Values {
  outcome: SpotOutcome | ''
  comment: string
}

interface ItemFormProps {
  review: MonthReview
  item: SpotItem
  route: string
  frame: RefObject<HTMLElement | null>
  early: RefObject<EarlyKey | null>
  onNext: () => void
}

/** 合格 or 有问题, and a comment. */
export function ItemForm({ review, item, route, frame, early, onNext }: ItemFormProps) {
  const { t } = useTranslation(['monthReviews', 'record'])
  const save = useSave()
  const takeBack = useTakeBack(MONTH_REVIEW)
  const check = async ({ outcome, comment }: Values, draftId: string): Promise<SaveAnswer> => {
    if (outcome === '') return { refusal: { key: 'monthReview.outcomeRequired', field: 'outcome' } }
    const input = { id: review.id, rev: review.rev, table: item.table, recordId: item.id, outcome, comment }
    const say = () => t('spot.saved', { number: item.number, outcome: t(`outcome.${outcome}`) })
    const back = (saved: { id: string; rev: number }) => () => void takeBack(saved)
    const { refusal } = await save(checkItemCommand, input, { draftId }, say, back)
    return refusal ? { refusal } : { refusal: null, after: onNext }
  }
  return (
    <RecordForm<Values>
      kind="monthReview.checkItem"
      targetId={route.replace('/monthReviews/', '')}
      label={t('spot.form', { number: item.number })}
      defaults={() => ({ outcome: item.outcome ?? '', comment: item.comment })}
      draftTitle={() => t('spot.form', { number: item.number })}
      onSave={check}
      footer={
        <>
          <Button type="submit" variant="contained" title="Ctrl+S">
            {t('record:save')}
          </Button>
          <Button title="Enter" onClick={onNext}>
            {t('spot.next')}
          </Button>
        </>
      }
    >
      {(form) => (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <OutcomeKeys form={form} frame={frame} early={early} onNext={onNext} />
          <ToggleChoice<Values>
            name="outcome"
            label={t('field.outcome')}
            options={SPOT_OUTCOMES.map((value, index) => ({
              value,
              label: `${t(`outcome.${value}`)} ${index + 1}`,
            }))}
            required
          />
          <PhrasedArea<Values>
            name="comment"
            phrases="monthReview.spotComment"
            label={t('field.comment')}
            hint={t('spot.commentHint')}
            minRows={2}
            maxLength={2000}
          />
        </Box>
      )}
    </RecordForm>
  )
}

interface OutcomeKeysProps {
  form: UseFormReturn<Values>
  frame: RefObject<HTMLElement | null>
  early: RefObject<EarlyKey | null>
  onNext: () => void
}

/** 1 合格 saves at once; 2 有问题 asks for what is wrong; Enter goes on. Only while nothing is being typed. */
function OutcomeKeys({ form, frame, early, onNext }: OutcomeKeysProps) {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const place = frame.current
    if (!place) return undefined
    const choose = (outcome: SpotOutcome): void => {
      form.setValue('outcome', outcome, { shouldDirty: true })
      const element = here.current?.closest('form')
      if (outcome === 'fault' && form.getValues('comment').trim() === '') form.setFocus('comment')
      else element?.requestSubmit()
    }
    const listen = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return
      const { target } = event
      if (!(target instanceof HTMLElement) || target.closest('input, textarea')) return
      if (event.key === '1') choose('good')
      else if (event.key === '2') choose('fault')
      else if (event.key === 'Enter' && target.closest('[role=listbox]')) onNext()
      else return
      event.preventDefault()
    }
    place.addEventListener('keydown', listen)
    const pressed = takeEarlyKey(early)
    if (pressed) choose(pressed === '1' ? 'good' : 'fault')
    return () => place.removeEventListener('keydown', listen)
  }, [form, frame, early, onNext])
  return <span ref={here} hidden />
}
