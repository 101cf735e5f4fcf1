import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Incident, TimelineEntry } from '../../../../shared/domain/incident/types'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import {
  CheckField,
  DateTimeField,
  FormGrid,
  SelectField,
  SuggestField,
  TextArea,
  ToggleChoice,
} from '../../../ui'
import type { ReportValues } from '../intake/intakeValues'
import { useChoices } from '../words'
import { CourseLines } from './CourseLines'

const placesOf = ({ report }: Incident) => [report.place]

/** The report, in the order of the form that is printed (domain 7). */
export function ReportFields({ timeline }: { timeline: readonly TimelineEntry[] }) {
  const { t } = useTranslation('incidents')
  const choices = useChoices()
  const owed = t('step.beforeSubmitting')
  const lines = timeline.filter(({ struck }) => !struck)
  const places = useLastEntries('incidents', placesOf)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <FormGrid>
        <SelectField<ReportValues> name="kind" label={t('field.kind')} options={choices.kinds} />
        <DateTimeField<ReportValues> name="occurredAt" label={t('field.occurredAt')} required />
        <SuggestField<ReportValues>
          name="place"
          suggestions={places}
          label={t('field.place')}
          required
          maxLength={200}
        />
        <ToggleChoice<ReportValues>
          name="severity"
          label={t('field.severity')}
          owed={owed}
          options={choices.severities}
          clearable
        />
      </FormGrid>
      <CheckField<ReportValues> name="personHurt" label={t('field.personHurt')} />
      <TextArea<ReportValues> name="origin" label={t('field.origin')} wide minRows={2} maxLength={20_000} />
      {lines.length > 0 && <CourseLines lines={lines} />}
      <TextArea<ReportValues>
        name="course"
        label={t('field.course')}
        owed={owed}
        {...(lines.length > 0 && { hint: t('step.courseHint') })}
        wide
        large
        minRows={4}
        maxLength={20_000}
      />
      <PhrasedArea<ReportValues>
        name="measures"
        phrases="incident.measures"
        label={t('field.measures')}
        wide
        minRows={2}
        maxLength={20_000}
      />
      <TextArea<ReportValues> name="result" label={t('field.result')} wide minRows={2} maxLength={20_000} />
      <PhrasedArea<ReportValues>
        name="prevention"
        phrases="incident.prevention"
        label={t('field.prevention')}
        owed={owed}
        wide
        minRows={2}
        maxLength={20_000}
      />
    </Box>
  )
}
