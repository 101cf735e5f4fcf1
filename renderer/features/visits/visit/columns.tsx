import type { TFunction } from 'i18next'
import type { Visit } from '../../../../shared/domain/visit/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { ListColumn } from '../../../register/list/definition'
import { dueColumn, numberColumn, personWords, stateColumn } from '../../../register/list/recordColumns'
import { formatDateTime } from '../../../ui'
import { firstWords, VISIT_TONES } from './words'

type T = TFunction<'visits'>
type Column = ListColumn<Visit>

/** One line a visit (ui.md, "List"). `english`: states and deadlines take more letters. */
export function visitColumns(t: T, english: boolean): Column[] {
  return [...firstColumns(t, english), ...moreColumns(t)]
}

function firstColumns(t: T, english: boolean): Column[] {
  return [
    numberColumn(t),
    stateColumn(t, {
      tones: VISIT_TONES,
      width: english ? '110px' : '96px',
      narrow: english ? '90px' : '70px',
    }),
    {
      key: 'who',
      header: t('list.columns.who'),
      width: 'minmax(72px, 0.9fr)',
      from: 'middle',
      render: (record) => personWords(record.plan.person),
    },
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 2.4fr)',
      from: 'narrow',
      render: (record, room) =>
        [room === 'narrow' ? personWords(record.plan.person, room) : '', firstWords(record, t)]
          .filter(Boolean)
          .join(' '),
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
    dueColumn(t, 'visits'),
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
