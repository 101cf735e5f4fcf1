import Box from '@mui/material/Box'
import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isOnBehalf, openClaim } from '../../../../shared/domain/lostItem'
import type { CheckOutcome, Claim, ClaimRelation, LostItem } from '../../../../shared/domain/lostItem/types'
import { reportOf } from '../../../../shared/domain/lostReport'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { normalizePhone } from '../../../../shared/util/contact'
import {
  claimLostItemCommand,
  getRecords,
  stateClaimCommand,
  useData,
  useQuery,
  useUser,
} from '../../../data'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import {
  DateTimeField,
  FormGrid,
  formatDateTime,
  NoticeBar,
  PhoneField,
  SelectField,
  TextArea,
  TextField,
  ToggleChoice,
} from '../../../ui'
import { useReportsFor } from '../match/useMatches'
import { ItemStepForm, type StepProps } from './ItemStepForm'
import { useChoices } from './words'

interface StateValues {
  name: string
  phone: string
  relation: ClaimRelation
  statedFeatures: string
  statedAt: string | null
}

/** 登记认领: who claims it, and the features they state before the item is shown (domain 6). */
export function StateClaimStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  const choices = useChoices()
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="stateClaim"
      title={t('step.stateClaim')}
      basis={record.claims}
      spec={stateClaimCommand}
      defaults={(): StateValues => ({
        name: '',
        phone: '',
        relation: 'self',
        statedFeatures: '',
        statedAt: ports.now(),
      })}
      toInput={({ statedAt, phone, ...values }: StateValues) => ({
        ...values,
        phone: normalizePhone(phone),
        statedAt: statedAt ?? ports.now(),
      })}
    >
      {() => (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <NoticeBar tone="soon">{t('step.statedFirst')}</NoticeBar>
          <FormGrid>
            <TextField<StateValues> name="name" label={t('field.claimant')} required maxLength={50} />
            <PhoneField<StateValues> name="phone" label={t('field.claimantPhone')} required />
            <TextArea<StateValues>
              name="statedFeatures"
              label={t('field.statedFeatures')}
              required
              large
              wide
              minRows={3}
              maxLength={20_000}
            />
            <ToggleChoice<StateValues>
              name="relation"
              label={t('field.relation')}
              options={choices.relations}
              required
              wide
            />
            <DateTimeField<StateValues> name="statedAt" label={t('field.statedAt')} required />
          </FormGrid>
        </Box>
      )}
    </ItemStepForm>
  )
}

interface CheckValues {
  shownAt: string | null
  outcome: CheckOutcome | ''
  words: string
  idLast4: string
  claimedAt: string | null
  handledBy: string
  authorization: StoredFile[]
  reportId: string
}

/** 核对并认领: the item is shown, compared with what was stated, and given out where it agrees. */
export function ClaimStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  const user = useUser()
  const stated = openClaim(record)
  const linked = record.links.find(({ table }) => table === 'lostReports')?.id ?? ''
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="claim"
      title={t('step.claim')}
      basis={record.claims}
      spec={claimLostItemCommand}
      defaults={(): CheckValues => ({
        shownAt: ports.now(),
        outcome: '',
        words: '',
        idLast4: '',
        claimedAt: null,
        handledBy: user.name,
        authorization: [],
        reportId: linked,
      })}
      toInput={(values: CheckValues) => {
        const agrees = values.outcome === 'matches'
        return {
          claimId: stated?.id ?? '',
          shownAt: values.shownAt ?? ports.now(),
          outcome: agrees ? ('matches' as const) : ('differs' as const),
          words: values.words,
          idLast4: agrees ? values.idLast4.trim() : '',
          claimedAt: agrees ? (values.claimedAt ?? ports.now()) : null,
          handledBy: values.handledBy,
          authorization: agrees ? values.authorization : [],
          reportId: agrees && values.reportId ? values.reportId : null,
        }
      }}
    >
      {(form) => stated && <CheckFields form={form} record={record} stated={stated} />}
    </ItemStepForm>
  )
}

interface CheckFieldsProps {
  form: UseFormReturn<CheckValues>
  record: LostItem
  stated: Claim
}

function CheckFields({ form, record, stated }: CheckFieldsProps) {
  const { t } = useTranslation('lostItems')
  const choices = useChoices()
  const outcome = useWatch({ control: form.control, name: 'outcome' })
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <strong>
          {stated.name} · {t(`relation.${stated.relation}`)} · {formatDateTime(stated.statedAt)}
        </strong>
        <Box
          aria-label={t('step.showNow')}
          role="note"
          sx={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {stated.statedFeatures}
        </Box>
      </Box>
      <FormGrid>
        <ToggleChoice<CheckValues>
          name="outcome"
          label={t('field.outcome')}
          options={choices.outcomes}
          required
        />
        <DateTimeField<CheckValues> name="shownAt" label={t('field.shownAt')} required />
        <TextArea<CheckValues>
          name="words"
          label={t('field.checkWords')}
          required={outcome === 'differs'}
          wide
          minRows={1}
          maxLength={5_000}
        />
      </FormGrid>
      {outcome === 'differs' && <NoticeBar tone="soon">{t('step.differsNote')}</NoticeBar>}
      {outcome === 'matches' && <GivingFields form={form} record={record} stated={stated} />}
    </Box>
  )
}

/** What is asked only where it is given out. */
function GivingFields({ form, record, stated }: CheckFieldsProps) {
  const { t } = useTranslation('lostItems')
  const reports = useAnswerable(record)
  const own = useOwnReport(form, stated, reports)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <FormGrid>
        <TextField<CheckValues> name="idLast4" label={t('field.idLast4')} required maxLength={4} />
        <DateTimeField<CheckValues> name="claimedAt" label={t('field.claimedAt')} />
        <TextField<CheckValues> name="handledBy" label={t('field.handledBy')} maxLength={50} />
        {reports.length > 0 && (
          <SelectField<CheckValues>
            name="reportId"
            label={t('field.report')}
            options={reports.map(({ id, number, intake }) => ({
              value: id,
              label: `${number} ${intake.owner.name} ${intake.item}`,
            }))}
            emptyLabel={t('step.noReport')}
            {...(own && { hint: t('step.ownReport', { number: own.number }) })}
          />
        )}
      </FormGrid>
      {isOnBehalf(stated) && (
        <Box role="group" aria-label={t('field.authorization')} sx={{ display: 'grid', gap: 1 }}>
          <NoticeBar tone="soon">{t('step.authorizationNeeded')}</NoticeBar>
          <AttachmentsField<CheckValues> name="authorization" />
        </Box>
      )}
    </Box>
  )
}

/** Open lost reports that it may answer: those linked by hand, then those that match. */
function useAnswerable(record: LostItem): LostReport[] {
  const ids = record.links.filter(({ table }) => table === 'lostReports').map(({ id }) => id)
  const linked = useQuery((db) => getRecords(db, 'lostReports', ids), [ids.join(' ')]) ?? []
  const matching = useReportsFor({ intake: record.intake }).map((match) => match.record)
  const reports = new Map([...linked, ...matching].map((report) => [report.id, report]))
  return [...reports.values()].filter(({ state }) => state === 'open')
}

/**
 * The report of the claimant, chosen as soon as it is known unless one is chosen already: a clerk need not remember that
 * it was registered. Whoever takes it out again is left alone.
 */
function useOwnReport(
  form: UseFormReturn<CheckValues>,
  stated: Claim,
  reports: readonly LostReport[],
): LostReport | null {
  const own = reportOf(stated, reports)
  const id = own?.id
  useEffect(() => {
    if (id && form.getValues('reportId') === '') form.setValue('reportId', id)
  }, [form, id])
  return own
}
