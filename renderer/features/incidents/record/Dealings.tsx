import { useTranslation } from 'react-i18next'
import { sumOf } from '../../../../shared/domain/incident/money'
import type { Incident } from '../../../../shared/domain/incident/types'
import { amountText } from '../../../../shared/util/amount'
import { formatDateTime } from '../../../ui'
import { Rows } from './Rows'

function yuan(amount: number | null): string {
  return amount === null ? '' : amountText(amount)
}

/** 通知: who was told, when, by whom. */
export function Notifications({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  return (
    <Rows
      label={t('field.notifications')}
      heads={[t('field.told'), t('field.toldAt'), t('field.toldBy'), t('field.toldWords')]}
      rows={record.notifications.map(({ id, told, toldAt, toldBy, words }) => ({
        id,
        cells: [told, formatDateTime(toldAt), toldBy, words],
      }))}
    />
  )
}

/** 报警/急救: time and receipt. */
export function Calls({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const heads = ['service', 'calledAt', 'calledBy', 'arrivedAt', 'receipt'] as const
  return (
    <Rows
      label={t('field.calls')}
      heads={heads.map((key) => t(`field.${key}`))}
      rows={record.calls.map(({ id, service, calledAt, calledBy, arrivedAt, receipt }) => ({
        id,
        cells: [
          t(`service.${service}`),
          formatDateTime(calledAt),
          calledBy,
          formatDateTime(arrivedAt),
          receipt,
        ],
      }))}
    />
  )
}

/** 财产损失 with their sum. */
export function Losses({ record: { losses } }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  return (
    <Rows
      label={t('field.losses')}
      heads={[t('field.item'), t('field.lossAmount'), t('field.lossOwner')]}
      rows={losses.map(({ id, item, amount, owner }) => ({ id, cells: [item, yuan(amount), owner] }))}
      foot={losses.length > 0 && t('record.lossSum', { sum: yuan(sumOf(losses)) })}
    />
  )
}

/** 赔偿: amount, agreed by, signed or disputed. */
export function Compensations({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const heads = [
    'compensationOutcome',
    'compensationAmount',
    'paidBy',
    'agreedBy',
    'settledAt',
    'note',
  ] as const
  return (
    <Rows
      label={t('field.compensations')}
      heads={heads.map((key) => t(`field.${key}`))}
      rows={record.compensations.map(({ id, outcome, amount, paidBy, agreedBy, settledAt, note }) => ({
        id,
        cells: [t(`outcome.${outcome}`), yuan(amount), paidBy, agreedBy, formatDateTime(settledAt), note],
      }))}
    />
  )
}
