import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import type { Incident } from '../../../../shared/domain/incident/types'
import { sumOf } from '../../../../shared/domain/incident/money'
import { amountText } from '../../../../shared/util/amount'
import type { ListColumn, Room } from '../../../register/list/definition'
import { dueColumn, inOneLine, numberColumn, stateColumn } from '../../../register/list/recordColumns'
import { formatDateTime, StatusChip, translateKey } from '../../../ui'
import { SEVERITY_TONES, STATE_TONES } from '../words'

type T = TFunction<'incidents'>
type Column = ListColumn<Incident>

const MOMENT = '124px'

/** Type and the first words; of a blank sheet that it is to be filled in, of a withheld one that it is 限阅. */
export function incidentWords({ report, state, restricted }: Incident, t: T): string {
  if (state === 'reserved') return translateKey('paper:fillIn.waiting')
  const said = report.course || report.origin
  if (restricted && said === '' && report.place === '') return t('list.withheld')
  return inOneLine(said)
}

/** One line a record (ui.md, "List"). `english`: states and deadlines take more letters. */
export function incidentColumns(t: T, english: boolean): Column[] {
  return [...firstColumns(t, english), ...moreColumns(t)]
}

function firstColumns(t: T, english: boolean): Column[] {
  return [
    numberColumn(t),
    stateColumn(t, {
      tones: STATE_TONES,
      width: english ? '136px' : '96px',
      narrow: english ? '90px' : '76px',
    }),
    {
      key: 'kind',
      header: t('field.kind'),
      width: english ? '128px' : '104px',
      from: 'middle',
      render: (record) => kindOf(record, t),
    },
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 3fr)',
      from: 'narrow',
      render: (record, room) => <What record={record} room={room} t={t} />,
    },
    {
      key: 'where',
      header: t('field.place'),
      width: 'minmax(96px, 1.2fr)',
      from: 'middle',
      render: ({ report }) => report.place,
    },
    dueColumn(t, 'incidents'),
  ]
}

function moreColumns(t: T): Column[] {
  return [
    {
      key: 'occurredAt',
      header: t('field.occurredAt'),
      width: MOMENT,
      from: 'wide',
      render: (record) => (hasEvent(record) ? formatDateTime(record.report.occurredAt) : ''),
    },
    {
      key: 'severity',
      header: t('field.severity'),
      width: '72px',
      render: ({ report: { severity } }) =>
        severity && <StatusChip tone={SEVERITY_TONES[severity]} label={t(`severity.${severity}`)} plain />,
    },
    {
      key: 'parties',
      header: t('field.parties'),
      width: 'minmax(96px, 1fr)',
      render: ({ parties }) => parties.map(({ person, note }) => person.name || note).join('、'),
    },
    {
      key: 'loss',
      header: t('field.lossSum'),
      width: '96px',
      align: 'right',
      render: ({ losses }) => (losses.length > 0 ? amountText(sumOf(losses)) : ''),
    },
    {
      key: 'reportedBy',
      header: t('field.reportedBy'),
      width: 'minmax(64px, 0.6fr)',
      render: ({ reportedBy }) => reportedBy,
    },
  ]
}

/** A blank sheet, and what a reader may not see, has no time of its own. */
export function hasEvent({ state, report }: Incident): boolean {
  return state !== 'reserved' && report.place !== ''
}

function kindOf({ state, report }: Incident, t: T): string {
  return state === 'reserved' ? '' : t(`kind.${report.kind}`)
}

function What({ record, room, t }: { record: Incident; room: Room; t: T }) {
  const first = room === 'narrow' ? kindOf(record, t) : ''
  return (
    <span title={record.report.course.slice(0, 300)}>
      {first && (
        <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
          {first}
        </Box>
      )}
      {incidentWords(record, t) || (room === 'narrow' ? record.report.place : '')}
    </span>
  )
}
