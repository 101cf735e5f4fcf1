import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { AnswerInput } from '../../../shared/domain/privacy/requests'
import { type PersonRequest, REFUSAL_GROUNDS, type RefusalGround } from '../../../shared/domain/privacy/types'
import { answerRequestCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import {
  AskDialog,
  choicesOf,
  Facts,
  FormGrid,
  formatDateTime,
  SelectField,
  TextArea,
  useAppForm,
} from '../../ui'

type AnswerValues = Omit<AnswerInput, 'ground'> & { ground: RefusalGround | '' }

/** 答复: what was done, and what was refused on which ground. */
export function AnswerDialog({ request, onClose }: { request: PersonRequest; onClose: () => void }) {
  const { t } = useTranslation('privacy')
  const save = useSaveSaying()
  const form = useAppForm<AnswerValues>({ defaultValues: { done: '', ground: '', refused: '' } })
  const { id, rev, name } = request
  const keep = ({ done, ground, refused }: AnswerValues) =>
    save(answerRequestCommand, { id, rev, done, refused, ground: ground || null }, t('requests.answerSaved'))
  return (
    <AskDialog
      title={t('requests.answerTitle', { name })}
      form={form}
      confirm={t('requests.answer')}
      onSave={keep}
      onClose={onClose}
    >
      <Box sx={{ mb: 3 }}>
        <Facts
          items={[
            { label: t('requests.kindLabel'), value: t(`kind.${request.kind}`) },
            { label: t('requests.who'), value: [name, request.phone].filter(Boolean).join(' ') },
            { label: t('requests.words'), value: request.words },
            { label: t('requests.identifiedBy'), value: request.identifiedBy },
            {
              label: t('requests.received'),
              value: `${formatDateTime(request.receivedAt)} ${request.receivedBy}`,
            },
            { label: t('requests.due'), value: request.dueOn },
          ]}
        />
      </Box>
      <FormGrid>
        <TextArea<AnswerValues> name="done" label={t('requests.done')} wide autoFocus />
        <SelectField<AnswerValues>
          name="ground"
          label={t('requests.ground')}
          options={choicesOf(REFUSAL_GROUNDS, (one) => t(`ground.${one}`))}
          emptyLabel={t('requests.nothing')}
        />
        <TextArea<AnswerValues> name="refused" label={t('requests.refused')} wide />
      </FormGrid>
    </AskDialog>
  )
}
