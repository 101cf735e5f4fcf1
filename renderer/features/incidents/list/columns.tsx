import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import type { Incident } from '../../../../shared/domain/incident/types'
import { sumOf } from '../../../../shared/domain/incident/money'
import type { ListColumn, Room } from '../../../register/list/definition'
import { DueText, formatDateTime, formatNumber, StatusChip, translateKey } from '../../../ui'
import { SEVERITY_TONES, STATE_TONES } from '../words'

type T = TFunction<'incidents'>
type Column = ListColumn<Incident>

const MOMENT = '124px'

/** Type and the first words; of a blank sheet that it is to be filled in, of a withheld one that it is 限阅. */
export function incidentWords({ report, state, restricted }: Incident, t: T): string {
  if (state === 'reserved') return translateKey('paper:fillIn.waiting')
  const said = report.course || report.origin
  if (restricted && said === '' && report.place === '') return t('list.withheld')
  return said.slice(0, 120).replaceAll(/\s+/g, ' ')
}

/** What is due, in the word of the screen. */
export function dutyWord(kind: string, t: T): string {
  return t(`duty.${kind as 'verify'}`, { defaultValue: kind })
}

/** One line a record (ui.md, "List"). `english`: states and deadlines take more letters. */
export function incidentColumns(t: T, english: boolean): Column[] {
  return [...firstColumns(t, english), ...moreColumns(t)]
}

function firstColumns(t: T, english: boolean): Column[] {
  return [
    {
      key: 'number',
      header: t('field.number'),
      width: '134px',
      from: 'narrow',
      fixed: true,
      render: ({ number }) => number,
    },
    {
      key: 'state',
      header: t('field.state'),
      width: english ? '136px' : '96px',
      narrow: english ? '90px' : '76px',
      from: 'narrow',
      render: ({ state }, room) => (
        <StatusChip tone={STATE_TONES[state]} label={t(`state.${state}`)} plain={room === 'narrow'} />
      ),
    },
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
    {
      key: 'due',
      header: t('list.columns.due'),
      width: english ? '198px' : '168px',
      ...(english ? {} : { narrow: '160px' }),
      from: 'narrow',
      render: ({ duty }) => duty && <DueText dueAt={duty.dueAt} what={dutyWord(duty.kind, t)} />,
    },
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
      render: ({ losses }) => (losses.length > 0 ? formatNumber(sumOf(losses)) : ''),
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
