import type { TFunction } from 'i18next'
import type { Visit } from '../../../../shared/domain/visit/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { ListColumn, Room } from '../../../register/list/definition'
import { DueText, formatDateTime, StatusChip, translateKey } from '../../../ui'
import { firstWords, VISIT_TONES } from './words'

type T = TFunction<'visits'>
type Column = ListColumn<Visit>

function who({ plan: { person } }: Visit, room: Room): string {
  const parts = [person.unitCode, person.name].filter(Boolean)
  return room === 'narrow' ? (parts[0] ?? '') : parts.join(' ')
}

/** What a duty is called; of one that a newer release knows, its name. */
export function dutyWord(kind: string): string {
  return translateKey(`visits:duty.${kind}`, undefined, kind)
}

/** One line a visit (ui.md, "List"). `english`: states and deadlines take more letters. */
export function visitColumns(t: T, english: boolean): Column[] {
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
      width: english ? '110px' : '96px',
      narrow: english ? '90px' : '70px',
      from: 'narrow',
      render: ({ state }, room) => (
        <StatusChip tone={VISIT_TONES[state]} label={t(`state.${state}`)} plain={room === 'narrow'} />
      ),
    },
    {
      key: 'who',
      header: t('list.columns.who'),
      width: 'minmax(72px, 0.9fr)',
      from: 'middle',
      render: (record) => who(record, 'wide'),
    },
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 2.4fr)',
      from: 'narrow',
      render: (record, room) =>
        [room === 'narrow' ? who(record, room) : '', firstWords(record, t)].filter(Boolean).join(' '),
    },
    {
      key: 'way',
      header: t('field.way'),
      width: english ? '104px' : '64px',
      from: 'middle',
      render: ({ plan, state }) => (state === 'reserved' ? '' : t(`way.${plan.way}`)),
    },
    {
      key: 'when',
      header: t('list.columns.when'),
      width: '124px',
      from: 'wide',
      render: ({ findings, plan }) => formatDateTime(findings?.visitedAt ?? plan.appointmentAt),
    },
    {
      key: 'due',
      header: t('list.columns.due'),
      width: english ? '198px' : '176px',
      ...(english ? {} : { narrow: '160px' }),
      from: 'narrow',
      render: ({ duty }) => duty && <DueText dueAt={duty.dueAt} what={dutyWord(duty.kind)} />,
    },
  ]
}

function moreColumns(t: T): Column[] {
  return [
    { key: 'visitor', header: t('field.visitor'), width: '72px', render: ({ plan }) => plan.visitor },
    {
      key: 'phone',
      header: t('field.phone'),
      width: '116px',
      render: ({ plan }) => formatPhone(plan.person.phone),
    },
    {
      key: 'appointmentAt',
      header: t('field.appointmentAt'),
      width: '124px',
      render: ({ plan }) => formatDateTime(plan.appointmentAt),
    },
    {
      key: 'opinion',
      header: t('field.opinion'),
      width: 'minmax(80px, 1fr)',
      render: ({ opinion }) => opinion?.text.slice(0, 80),
    },
  ]
}
