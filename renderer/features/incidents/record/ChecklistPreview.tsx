import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { IncidentKind } from '../../../../shared/domain/incident/kinds'
import { SectionPanel } from '../../../ui'
import { useIncidentWords, wordIn } from '../catalogue'

/** What has to be done in an event of this type, before there is a record to tick it in. */
export function ChecklistPreview({ kind }: { kind: IncidentKind }) {
  const { t } = useTranslation('incidents')
  const words = useIncidentWords(kind)
  return (
    <SectionPanel id="incident.checks" title={t('record.sections.checks')}>
      <Box
        component="ol"
        sx={{ m: 0, pl: 5, display: 'grid', gap: 1, minHeight: 120, alignContent: 'start' }}
      >
        {words?.steps.map((step) => (
          <li key={step.id}>{wordIn(step)}</li>
        ))}
      </Box>
    </SectionPanel>
  )
}
