import { useTranslation } from 'react-i18next'
import type { BlacklistEntry } from '../../../../shared/domain/household/types'
import { saveBlacklistCommand } from '../../../data'
import { DateField, FormGrid, TextArea, TextField } from '../../../ui'
import { EntryForm } from '../form/EntryForm'
import { type BlacklistValues, blacklistForm } from '../form/schemas'
import { useSaveEntry } from '../saving'

interface BlacklistFormProps {
  entry: BlacklistEntry | null
  today: string
  onClose: () => void
}

function valuesOf({ name, description, reason, incidentDate, until }: BlacklistEntry): BlacklistValues {
  return { name, description, reason, incidentDate, until }
}

/** Who broke the rules, what they did, when, and until when they may not enter (domain 4). */
export function BlacklistForm({ entry, today, onClose }: BlacklistFormProps) {
  const { t } = useTranslation('households')
  const save = useSaveEntry()
  const empty: BlacklistValues = { name: '', description: '', reason: '', incidentDate: today, until: null }
  return (
    <EntryForm
      kind={`household.blacklist:${entry?.id ?? 'new'}`}
      targetId="blacklist"
      label={t('form.blacklist')}
      values={entry ? valuesOf(entry) : empty}
      schema={blacklistForm}
      draftTitle={({ name }) => `${t('blacklist.title')} ${name}`}
      onSave={async (values, draftId) => {
        const incidentDate = values.incidentDate ?? today
        const input = { id: entry?.id ?? null, ...values, incidentDate }
        return (await save(saveBlacklistCommand, input, values.name, { draftId })).refusal
      }}
      onClose={onClose}
    >
      <FormGrid>
        <TextField<BlacklistValues>
          name="name"
          label={t('field.blacklistName')}
          required
          autoFocus
          maxLength={60}
        />
        <TextField<BlacklistValues>
          name="description"
          label={t('field.description')}
          hint={t('hint.description')}
          maxLength={2000}
        />
        <TextArea<BlacklistValues> name="reason" label={t('field.reason')} required maxLength={2000} wide />
        <DateField<BlacklistValues> name="incidentDate" label={t('field.incidentDate')} required />
        <DateField<BlacklistValues>
          name="until"
          label={t('field.banUntil')}
          hint={t('hint.expiresOn')}
          lean="future"
        />
      </FormGrid>
    </EntryForm>
  )
}
