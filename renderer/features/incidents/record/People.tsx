import { useTranslation } from 'react-i18next'
import { mayReadInjuries } from '../../../../shared/domain/incident/reading'
import type { Incident } from '../../../../shared/domain/incident/types'
import { formatPhone } from '../../../../shared/util/contact'
import { useReader } from '../words'
import { Rows } from './Rows'

/** 当事人, each with what they had to do with it. */
export function Parties({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  return (
    <Rows
      label={t('field.parties')}
      heads={[t('field.partyRole'), t('field.party'), t('field.unitCode'), t('field.phone'), t('field.note')]}
      rows={record.parties.map(({ id, role, person, note }) => ({
        id,
        cells: [t(`role.${role}`), person.name, person.unitCode, formatPhone(person.phone), note],
      }))}
    />
  )
}

/** 证人, each with what they saw. */
export function Witnesses({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  return (
    <Rows
      label={t('field.witnesses')}
      heads={[t('field.witness'), t('field.unitCode'), t('field.phone'), t('field.statement')]}
      rows={record.witnesses.map(({ id, person, statement }) => ({
        id,
        cells: [person.name, person.unitCode, formatPhone(person.phone), statement],
      }))}
    />
  )
}

/** 伤情 for whoever may see it; for others only that it is not theirs to see. */
export function Injuries({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const reader = useReader()
  if (!mayReadInjuries(record, reader)) return record.report.personHurt && <div>{t('injuries.withheld')}</div>
  return (
    <Rows
      label={t('field.injuries')}
      heads={[t('field.who'), t('field.condition'), t('field.treatment')]}
      rows={record.injuries.map(({ id, who, condition, treatment }) => ({
        id,
        cells: [who, condition, treatment],
      }))}
    />
  )
}
