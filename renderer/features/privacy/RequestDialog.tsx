import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { answerDueOn, type RequestInput } from '../../../shared/domain/privacy/requests'
import { DEFAULT_ANSWER_WORKDAYS, REQUEST_KINDS } from '../../../shared/domain/privacy/types'
import { getRecord, receiveRequestCommand, useData, useQuery } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import {
  AskDialog,
  choicesOf,
  FormGrid,
  PhoneField,
  SelectField,
  TextArea,
  TextField,
  useAppForm,
} from '../../ui'

const NOTHING: RequestInput = { kind: 'copy', name: '', phone: '', identifiedBy: '', words: '' }

/** 登记请求: who asks for what, and how they were recognised. */
export function RequestDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('privacy')
  const { ports } = useData()
  const save = useSaveSaying()
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const form = useAppForm<RequestInput>({ defaultValues: NOTHING })
  const due = answerDueOn(
    ports.now(),
    settings?.requestAnswerWorkdays ?? DEFAULT_ANSWER_WORKDAYS,
    settings?.workdayOverrides ?? {},
  )
  return (
    <AskDialog
      title={t('requests.add')}
      form={form}
      confirm={t('requests.add')}
      onSave={(values) => save(receiveRequestCommand, values, t('requests.saved', { due }))}
      onClose={onClose}
    >
      <FormGrid>
        <SelectField<RequestInput>
          name="kind"
          label={t('requests.kindLabel')}
          options={choicesOf(REQUEST_KINDS, (one) => t(`kind.${one}`))}
          required
          autoFocus
        />
        <TextField<RequestInput> name="name" label={t('requests.who')} required />
        <PhoneField<RequestInput> name="phone" label={t('rights.phone')} />
        <TextField<RequestInput>
          name="identifiedBy"
          label={t('requests.identifiedBy')}
          hint={t('requests.identifiedHint')}
          required
        />
        <TextArea<RequestInput> name="words" label={t('requests.words')} wide />
      </FormGrid>
      <Box sx={{ mt: 3 }}>{t('requests.dueBefore', { due })}</Box>
    </AskDialog>
  )
}
