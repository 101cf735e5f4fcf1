import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CheckLine, Finding } from '../../../../shared/domain/month/check'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { openedFrom } from '../../../register/screen/origin'
import { EmptyState, VirtualList } from '../../../ui'
import { useMonth } from '../shell/month'
import { FindingDetail } from './FindingDetail'
import { useFindingColumns } from './findingColumns'
import { LineHead } from './LineHead'
import { type ChecklistPlace, routeOf } from './place'
import { recordRoute } from './recordRoute'

interface FindingsProps {
  line: CheckLine
  reasons: readonly LineReason[]
  place: ChecklistPlace
  go: (next: ChecklistPlace) => void
  onBack: () => void
}

const nothing = () => undefined
const keyOf = ({ table, id }: Finding) => `${table}/${id}`

/** The records behind a line, each one key from itself; below them what is known of the chosen one. */
export function Findings({ line, reasons, place, go, onBack }: FindingsProps) {
  const { t } = useTranslation('checklist')
  const { findings } = line
  const chosen = chosenOf(line, place.at)
  const columns = useFindingColumns(line, reasons)
  const open = useOpen(line)
  const back = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' || event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return
    event.preventDefault()
    onBack()
  }
  return (
    <Box
      component="section"
      aria-label={t('behind')}
      sx={{ flex: 1, minWidth: 0, minHeight: 0, height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <LineHead line={line} reasons={reasons} place={place} go={go} onBack={onBack} />
      {findings.length === 0 ? (
        <EmptyState title={t(line.figure?.reached === false ? 'figureOnly' : 'allGood')} />
      ) : (
        <Box
          onKeyDown={(event) => {
            if ((event.target as Element).closest('[role=grid]')) back(event)
          }}
          sx={{ flex: 1, minHeight: 120, display: 'flex', flexDirection: 'column' }}
        >
          <VirtualList
            label={t('recordsBehind')}
            rows={findings}
            rowKey={keyOf}
            columns={columns}
            selectedKey={chosen ? keyOf(chosen) : null}
            onSelect={({ id }) => go({ line: line.key, at: id, why: null })}
            onOpen={open}
            hasMore={false}
            loadMore={nothing}
            empty={null}
          />
        </Box>
      )}
      {chosen && (
        <FindingDetail
          key={keyOf(chosen)}
          line={line}
          finding={chosen}
          reasons={reasons}
          writing={place.why === 'record'}
          onWrite={(writing) => go({ line: line.key, at: chosen.id, why: writing ? 'record' : null })}
          actions={
            recordRoute(chosen) && (
              <Button title="Enter" onClick={() => open(chosen)}>
                {t('open')}
              </Button>
            )
          }
        />
      )}
    </Box>
  )
}

// Where in a line the record stood that was opened last, by the line's key.
const leftAt = new Map<string, number>()

/** The record under the cursor. One that was mended has left the line: whoever comes back goes on with the next. */
export function chosenOf({ key, findings }: CheckLine, at: string | null): Finding | undefined {
  const known = findings.find(({ id }) => id === at)
  if (known || !at) return known ?? findings[0]
  return findings[Math.min(leftAt.get(key) ?? 0, findings.length - 1)]
}

/** Opens exactly the record, which leads back to its line and place. */
function useOpen(line: CheckLine): (finding: Finding) => void {
  const { t } = useTranslation('monthReviews')
  const { month } = useMonth()
  const navigate = useNavigate()
  return useMemo(
    () => (finding) => {
      const to = recordRoute(finding)
      const here = routeOf(month, { line: line.key, at: finding.id, why: null })
      if (!to) return
      leftAt.set(line.key, line.findings.indexOf(finding))
      // What Alt+← leads back to is this record of this line, also where nobody moved the cursor before.
      void navigate(here, { replace: true })
      void navigate(to, { state: openedFrom({ to: here, label: t('title') }) })
    },
    [line, month, navigate, t],
  )
}
