import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { type Control, type UseFormReturn, useFieldArray } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextArea, ToggleChoice } from '../../../ui'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { ConsentFields } from './ConsentFields'
import { chosenAfterRemoval, type HandlingValues } from './handlingValues'

const MOST_PROPOSALS = 20

interface HandlingFieldsProps {
  form: UseFormReturn<HandlingValues>
  /** 处理措施 is asked for once the work is reported as done. */
  measuresRequired: boolean
}

/** 调查经过, 原因分析, 处理方案 with the one the person chose and their consent, 处理措施. */
export function HandlingFields({ form, measuresRequired }: HandlingFieldsProps) {
  const { t } = useTranslation('complaints')
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <PhrasedArea<HandlingValues>
        name="investigation"
        phrases="complaint.handling.investigation"
        label={t('field.investigation')}
        maxLength={20_000}
      />
      <PhrasedArea<HandlingValues>
        name="causeAnalysis"
        phrases="complaint.handling.causeAnalysis"
        label={t('field.causeAnalysis')}
        minRows={1}
        maxLength={20_000}
      />
      <Proposals form={form} />
      <ConsentFields form={form} />
      <PhrasedArea<HandlingValues>
        name="measures"
        phrases="complaint.handling.measures"
        label={t('field.measures')}
        required={measuresRequired}
        maxLength={20_000}
      />
    </Box>
  )
}

function Proposals({ form }: { form: UseFormReturn<HandlingValues> }) {
  const { t } = useTranslation('complaints')
  const control: Control<HandlingValues> = form.control
  const { fields, append, remove } = useFieldArray({ control, name: 'proposals' })
  const several = fields.length > 1
  const drop = (index: number) => {
    const chosen = chosenAfterRemoval(form.getValues('chosenProposal'), index)
    form.setValue('chosenProposal', chosen, { shouldDirty: true })
    remove(index)
  }
  const names = fields.map((_, index) => ({
    value: String(index),
    label: t('step.proposalName', { n: index + 1 }),
  }))
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {fields.map((field, index) => (
        <Box key={field.id} sx={{ display: 'flex', gap: 1, alignItems: 'end' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <TextArea<HandlingValues>
              name={`proposals.${index}.text`}
              label={several ? t('field.proposal', { n: index + 1 }) : t('field.proposals')}
              minRows={1}
              maxLength={5_000}
            />
          </Box>
          {several && (
            <Tooltip title={t('step.removeProposal', { n: index + 1 })}>
              <IconButton aria-label={t('step.removeProposal', { n: index + 1 })} onClick={() => drop(index)}>
                <Close />
              </IconButton>
            </Tooltip>
          )}
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: '8px 16px', alignItems: 'end', flexWrap: 'wrap' }}>
        <ToggleChoice<HandlingValues>
          name="chosenProposal"
          label={t('field.chosenProposal')}
          options={[{ value: '', label: t('step.noneChosen') }, ...names]}
        />
        {fields.length < MOST_PROPOSALS && (
          <Button onClick={() => append({ text: '' })}>{t('step.addProposal')}</Button>
        )}
      </Box>
    </Box>
  )
}
