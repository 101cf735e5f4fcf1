import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Correctable, CorrectableField } from '../../../../shared/domain/register/correctable'
import type { LivingRecord } from '../../../../shared/domain/register/lifecycle'
import {
  type CorrectableTable,
  correctableOf,
  isCorrectableTable,
} from '../../../../shared/domain/correction/registers'
import {
  getRecord,
  type Locking,
  listDrafts,
  lockingOf,
  requestCorrectionCommand,
  useData,
  useQuery,
  useUser,
} from '../../../data'
import { IntakeFrame } from '../../../register/record/IntakeFrame'
import { useBrought, useIntakeDraft } from '../../../register/record/useBrought'
import { type IntakeWays, useRegistering } from '../../../register/record/useRegistering'
import { EmptyState, refusalText, ScreenHead, useMenuCommand } from '../../../ui'
import { fieldsOfTarget } from '../wording'
import { ChangedSide } from './ChangedSide'
import { CorrectionFields } from './CorrectionFields'
import { changesIn, type CorrectionValues, nameOf, type Of, openedValues } from './values'

/** 开更正单: of the record that another screen brought, or that a draft was begun from. */
export function IntakeScreen(ways: IntakeWays) {
  const of = useOf()
  const target = useTarget(of)
  if (of === undefined || target === undefined) return null
  if (of === null || target === null) return <NoTarget key="corrections" onBack={ways.onBack} />
  return <OpenIntake key={of.id} {...ways} of={of} {...target} />
}

/** Which record is meant: null where nobody said so, undefined while a draft is looked up. */
function useOf(): Of | null | undefined {
  const brought = useBrought<CorrectionValues>()
  const draftId = useIntakeDraft()
  const { db } = useData()
  const { id: userId } = useUser()
  const left = useQuery(async () => {
    const drafts = await listDrafts(db, userId)
    const own = drafts.find(({ id, kind }) => kind === KIND && (draftId === null || id === draftId))
    return own ? ((own.values as Partial<CorrectionValues>).of ?? null) : null
  }, [db, userId, draftId])
  return brought.of ?? left
}

const KIND = 'correction.request'

interface Target {
  record: LivingRecord
  locking: Locking
}

function useTarget(of: Of | null | undefined): Target | null | undefined {
  return useQuery(
    async (db) => {
      if (!of || !isCorrectableTable(of.table)) return null
      const record = await getRecord(db, of.table, of.id)
      return record ? { record, locking: await lockingOf(db, of.table, of.id) } : null
    },
    [of?.table, of?.id],
  )
}

/** A 更正单 begins in its record: says so to whoever comes without one. */
function NoTarget({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['corrections', 'record'])
  useMenuCommand('escape', onBack)
  return (
    <>
      <ScreenHead title={t('intake.title')} />
      <EmptyState
        title={t('intake.noTarget')}
        text={t('intake.noTargetText')}
        action={<Button onClick={onBack}>{t('record:toList')}</Button>}
      />
    </>
  )
}

/** Why a 更正单 of this record would be refused, so that nobody types it in vain. */
function barOf(table: CorrectableTable, { record, locking: { held, corrections } }: Target): string | null {
  // The record was read from this table.
  const { bar } = correctableOf(table) as unknown as Correctable<LivingRecord>
  const barred = bar?.(record)
  const open = corrections.find(({ state }) => state === 'requested' || state === 'verified')
  if (record.state === 'void') return refusalText({ key: 'correction.recordVoid' })
  if (!held) return refusalText({ key: 'correction.monthOpen' })
  if (barred) return refusalText(barred.refusal)
  return open ? refusalText({ key: 'correction.alreadyAsked', params: { number: open.number } }) : null
}

function OpenIntake({ of, record, locking, ...ways }: IntakeWays & Target & { of: Of }) {
  const { t } = useTranslation(['corrections', 'record'])
  const register = useRegistering(ways)
  const { held } = locking
  const bar = barOf(of.table, { record, locking })
  if (bar || !held) {
    return (
      <EmptyState title={bar ?? ''} action={<Button onClick={ways.onBack}>{t('record:toList')}</Button>} />
    )
  }
  const fields: CorrectableField[] = fieldsOfTarget(of.table, record).filter(({ path }) => held.holds(path))
  const opened: CorrectionValues = {
    of,
    number: record.number,
    kind: fields.length === 0 ? 'void' : 'fields',
    values: openedValues(record, fields),
    reason: '',
  }
  const save = async ({ kind, values, reason }: CorrectionValues, draftId: string) => {
    const voids = kind === 'void'
    const changes = voids ? [] : changesIn(record, fields, values)
    const input = { table: of.table, id: of.id, rev: record.rev, changes, voids, reason }
    const answer = await register(requestCorrectionCommand, input, draftId)
    const { refusal } = answer
    // A refusal names its field within the intake or the report, or by its whole path.
    const beside = fields.find(({ path }) =>
      ['', 'intake.', 'report.'].some((head) => path === `${head}${refusal?.field}`),
    )
    return refusal && beside ? { refusal: { ...refusal, field: nameOf(beside.path) } } : answer
  }
  return (
    <IntakeFrame<CorrectionValues>
      title={t('intake.about', { number: record.number })}
      label={t('intake.form')}
      kind={KIND}
      permission="record.process"
      defaults={() => opened}
      draftTitle={({ number, reason }) => `${number} ${reason}`}
      onSave={save}
      onBack={ways.onBack}
      renderSide={(form) => (
        <ChangedSide form={form} table={of.table} record={record} fields={fields} month={held.month} />
      )}
    >
      {(form) => <CorrectionFields form={form} record={record} fields={fields} />}
    </IntakeFrame>
  )
}
