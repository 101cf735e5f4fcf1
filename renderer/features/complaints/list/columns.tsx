import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { formatPhone } from '../../../../shared/util/contact'
import { formatDateTime, StatusChip, translateKey } from '../../../ui'
import type { ListColumn, Room } from '../../../register/list/definition'
import {
  dueColumn,
  inOneLine,
  numberColumn,
  personWords,
  stateColumn,
} from '../../../register/list/recordColumns'
import { SEVERITY_TONES, STATE_TONES } from '../words'

type T = TFunction<'complaints'>
type Column = ListColumn<Complaint>

/** A moment in a list: `2026-11-21 09:30`. */
const MOMENT = '124px'
/** A name. */
const NAME = 'minmax(64px, 0.6fr)'

/** The first words of what was complained of, in one line; of a blank sheet, that it is to be filled in. */
function firstWords({ intake, state }: Complaint): string {
  if (state === 'reserved') return translateKey('paper:fillIn.waiting')
  return inOneLine(intake.content)
}

/** 房号 and name, as far as the person wants to be known; the first of them where there is little room. */
function who({ intake: { complainant } }: Complaint, room: Room, t: T): string {
  return complainant.anonymous ? t('list.anonymous') : personWords(complainant, room)
}

/** What a 匿名 person left is shown in the record alone. */
function known({ intake: { complainant } }: Complaint, part: 'name' | 'phone' | 'unitCode'): string {
  return complainant.anonymous ? '' : complainant[part]
}

/** One line a record (ui.md, "List"). `english`: states and deadlines take more letters. */
export function complaintColumns(t: T, english: boolean): Column[] {
  return [...firstColumns(t, english), ...personColumns(t), ...moreColumns(t)]
}

function firstColumns(t: T, english: boolean): Column[] {
  return [
    numberColumn(t),
    stateColumn(t, {
      tones: STATE_TONES,
      width: english ? '136px' : '96px',
      narrow: english ? '90px' : '70px',
    }),
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 3fr)',
      from: 'narrow',
      render: (record, room) => <What record={record} who={room === 'narrow' ? who(record, room, t) : ''} />,
    },
    {
      key: 'where',
      header: t('list.columns.where'),
      width: 'minmax(80px, 1fr)',
      from: 'wide',
      render: ({ intake }) => intake.place,
    },
    {
      key: 'who',
      header: t('list.columns.who'),
      width: 'minmax(96px, 1fr)',
      from: 'middle',
      render: (record) => who(record, 'wide', t),
    },
    dueColumn(t, 'complaints'),
  ]
}

function personColumns(t: T): Column[] {
  return [
    {
      key: 'unitCode',
      header: t('field.unitCode'),
      width: 'minmax(72px, 0.6fr)',
      render: (record) => known(record, 'unitCode'),
    },
    {
      key: 'phone',
      header: t('field.phone'),
      width: '116px',
      render: (record) => formatPhone(known(record, 'phone')),
    },
    {
      key: 'receivedBy',
      header: t('field.receivedBy'),
      width: NAME,
      render: ({ receivedBy }) => receivedBy,
    },
    {
      key: 'department',
      header: t('field.department'),
      width: 'minmax(72px, 0.8fr)',
      render: ({ handling }) => handling?.department,
    },
    {
      key: 'responsible',
      header: t('field.responsible'),
      width: NAME,
      render: ({ handling }) => handling?.responsible,
    },
  ]
}

function moreColumns(t: T): Column[] {
  return [
    {
      key: 'registeredAt',
      header: t('field.registeredAt'),
      width: MOMENT,
      render: ({ intake }) => formatDateTime(intake.registeredAt),
    },
    {
      key: 'channel',
      header: t('field.channel'),
      width: '84px',
      render: ({ intake }) => t(`channel.${intake.channel}`),
    },
    {
      key: 'severity',
      header: t('field.severity'),
      width: '72px',
      render: ({ judgement }) =>
        judgement && (
          <StatusChip
            tone={SEVERITY_TONES[judgement.severity]}
            label={t(`severity.${judgement.severity}`)}
            plain
          />
        ),
    },
    {
      key: 'nature',
      header: t('field.nature'),
      width: '84px',
      render: ({ judgement }) => judgement && t(`nature.${judgement.nature}`),
    },
    {
      key: 'cause',
      header: t('field.cause'),
      width: 'minmax(88px, 0.8fr)',
      render: ({ judgement }) => judgement && t(`cause.${judgement.cause}`),
    },
    {
      key: 'promisedAt',
      header: t('field.promisedAt'),
      width: MOMENT,
      render: ({ handling }) => formatDateTime(handling?.promisedAt),
    },
    {
      key: 'completedAt',
      header: t('field.completedAt'),
      width: MOMENT,
      render: ({ handling }) => formatDateTime(handling?.completedAt),
    },
  ]
}

function What({ record, who: first }: { record: Complaint; who: string }) {
  return (
    <span title={record.intake.content.slice(0, 300)}>
      {first && (
        <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
          {first}
        </Box>
      )}
      {firstWords(record)}
    </span>
  )
}
