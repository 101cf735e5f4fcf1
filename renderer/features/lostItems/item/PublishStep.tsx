import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { PublishInput } from '../../../../shared/domain/lostItem/commands'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { publishLostItemCommand, useData } from '../../../data'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import { DateTimeField, FormGrid, SuggestField } from '../../../ui'
import { ItemStepForm, type StepProps } from './ItemStepForm'

export interface PublishValues extends Omit<PublishInput, 'postedAt'> {
  postedAt: string | null
}

const placesOf = ({ notices }: LostItem) => notices.map(({ place }) => place)

/** When and where it was posted: of one item, or of many at once. */
export function PublishFields() {
  const { t } = useTranslation('lostItems')
  const places = useLastEntries('lostItems', placesOf)
  return (
    <>
      <FormGrid>
        <SuggestField<PublishValues>
          name="place"
          suggestions={places}
          label={t('field.noticePlace')}
          required
          maxLength={200}
        />
        <DateTimeField<PublishValues> name="postedAt" label={t('field.postedAt')} required />
      </FormGrid>
      <Box sx={{ color: 'text.secondary' }}>{t('step.legalYearNote')}</Box>
    </>
  )
}

/** 发布招领公告 of this item. */
export function PublishStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="publish"
      title={t('step.publish')}
      basis={record.notices}
      spec={publishLostItemCommand}
      defaults={(): PublishValues => ({ place: '', postedAt: ports.now() })}
      toInput={({ place, postedAt }: PublishValues) => ({ place, postedAt: postedAt ?? ports.now() })}
    >
      {() => <PublishFields />}
    </ItemStepForm>
  )
}
