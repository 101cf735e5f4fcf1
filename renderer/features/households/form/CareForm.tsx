import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { CareFlag, Unit } from '../../../../shared/domain/household/types'
import { saveCareFlagCommand } from '../../../data'
import { CheckField, DateField, FormGrid, TextArea, ToggleChoice } from '../../../ui'
import { useSaveEntry } from '../saving'
import { useChoices } from '../words'
import { EntryForm } from './EntryForm'
import { type CareValues, careForm } from './schemas'

interface CareFormProps {
  unit: Unit
  flag: CareFlag | null
  onClose: () => void
}

// The director sees every flag, so that there is nothing to choose.
const LIMITED = ['clerk', 'supervisor', 'viewer'] as const

const EMPTY: CareValues = {
  kind: 'livesAlone',
  note: '',
  expiresOn: null,
  visible: { clerk: false, supervisor: false, viewer: false },
}

function valuesOf({ kind, note, expiresOn, visibleTo }: CareFlag): CareValues {
  const sees = (role: string) => visibleTo.includes(role)
  const visible = { clerk: sees('clerk'), supervisor: sees('supervisor'), viewer: sees('viewer') }
  return { kind, note, expiresOn, visible }
}

/** 重点关注 with a note, an expiry and role limits (domain 4). */
export function CareForm({ unit, flag, onClose }: CareFormProps) {
  const { t } = useTranslation('households')
  const { t: common } = useTranslation('common')
  const choices = useChoices()
  const save = useSaveEntry()
  return (
    <EntryForm
      kind={`household.care:${flag?.id ?? 'new'}`}
      targetId={unit.id}
      label={t('form.care')}
      values={flag ? valuesOf(flag) : EMPTY}
      schema={careForm}
      draftTitle={({ kind }) => `${unit.code} ${t(`care.${kind}`)}`}
      onSave={async ({ visible, ...values }, draftId) => {
        const limited = LIMITED.filter((role) => visible[role])
        // The director is named too: an empty list would open the flag to everybody.
        const visibleTo = limited.length > 0 ? [...limited, 'director' as const] : []
        const input = { id: flag?.id ?? null, unitId: unit.id, visibleTo, ...values }
        return (await save(saveCareFlagCommand, input, t(`care.${values.kind}`), { draftId })).refusal
      }}
      onClose={onClose}
    >
      <FormGrid>
        <ToggleChoice<CareValues> name="kind" label={t('field.kind')} options={choices.cares} wide />
        <TextArea<CareValues> name="note" label={t('field.note')} maxLength={2000} wide />
        <DateField<CareValues>
          name="expiresOn"
          label={t('field.expiresOn')}
          hint={t('hint.expiresOn')}
          lean="future"
        />
        <Box role="group" aria-label={t('field.visibleTo')}>
          <Box sx={{ fontSize: 13, fontWeight: 600, color: 'text.secondary' }}>{t('field.visibleTo')}</Box>
          <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
            {LIMITED.map((role) => (
              <CheckField<CareValues> key={role} name={`visible.${role}`} label={common(`role.${role}`)} />
            ))}
          </Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('hint.visibleTo')}</Box>
        </Box>
      </FormGrid>
    </EntryForm>
  )
}
