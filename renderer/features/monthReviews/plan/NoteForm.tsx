import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { NotedDuty } from '../../../../shared/domain/month/servicePlan'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { civilDayOf, instantFromMs } from '../../../../shared/util/civilTime'
import type { CivilDay } from '../../../../shared/util/instant'
import { lastDayOf, type MonthId } from '../../../../shared/util/months'
import { tickDutyCommand } from '../../../data'
import { RecordForm, type SaveAnswer } from '../../../register/saving/RecordForm'
import { SaveOrFold } from '../../../register/saving/SaveButtons'
import { useSave } from '../../../register/saving/saving'
import { DateField, FormGrid, TextField, useMenuCommand, useNow } from '../../../ui'
import { dutyWord } from './words'

interface NoteFormProps {
  review: MonthReview
  month: MonthId
  duty: NotedDuty
  onDone: () => void
}

interface Values {
  doneOn: CivilDay | null
  note: string
}

/** 登记培训, 登记考核: the day and what it was about. */
export function NoteForm({ review, month, duty, onDone }: NoteFormProps) {
  const { t } = useTranslation('servicePlan')
  const save = useSave()
  const today = civilDayOf(instantFromMs(useNow()))
  useMenuCommand('escape', onDone)
  const run = async ({ doneOn, note }: Values, draftId: string): Promise<SaveAnswer> => {
    if (!doneOn) return { refusal: { key: 'office.required', field: 'doneOn' } }
    const input = { id: review.id, rev: review.rev, duty, doneOn, note }
    const say = () => t('note.saved', { duty: dutyWord(duty), day: doneOn })
    const { refusal } = await save(tickDutyCommand, input, { draftId }, say)
    return refusal ? { refusal } : { refusal: null, after: onDone }
  }
  return (
    <Box
      sx={{
        border: '1px solid',
        borderColor: 'primary.main',
        borderRadius: '4px',
        p: 3,
        pb: 0,
        bgcolor: 'background.paper',
      }}
    >
      <RecordForm<Values>
        kind="monthReview.tick"
        targetId={`${month}/plan?note=${duty}`}
        label={t(`note.${duty}`)}
        defaults={() => ({ doneOn: today < lastDayOf(month) ? today : lastDayOf(month), note: '' })}
        draftTitle={({ note }) => `${month} ${dutyWord(duty)} ${note}`}
        onSave={run}
        ground="background.paper"
        takesFocus
        footer={<SaveOrFold onFold={onDone} />}
      >
        {() => (
          <FormGrid>
            <DateField<Values> name="doneOn" label={t('note.doneOn')} required />
            <TextField<Values>
              name="note"
              label={t('note.about')}
              placeholder={t('note.aboutHint')}
              maxLength={500}
              wide
            />
          </FormGrid>
        )}
      </RecordForm>
    </Box>
  )
}
