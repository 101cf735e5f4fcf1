import Box from '@mui/material/Box'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isSensitive, legalYearEnd, standingDecision } from '../../../../shared/domain/lostItem'
import { disposalWarning } from '../../../../shared/domain/lostItem/commands'
import type {
  DecisionOutcome,
  DisposalWay,
  HandOverTarget,
  LostItem,
} from '../../../../shared/domain/lostItem/types'
import { civilDayOf, instantFromMs } from '../../../../shared/util/civilTime'
import { decideLostItemCommand, disposeCommand, handOverCommand, useData } from '../../../data'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import {
  DateField,
  DateTimeField,
  FormGrid,
  NoticeBar,
  SelectField,
  SuggestField,
  TextArea,
  TextField,
  ToggleChoice,
  translateKey,
  useNow,
} from '../../../ui'
import { useRules } from '../useRules'
import { ItemStepForm, type StepProps } from './ItemStepForm'
import { useChoices } from './words'

interface HandOverValues {
  target: HandOverTarget
  office: string
  takenBy: string
  receipt: string
  at: string | null
  words: string
}

const officesOf = ({ handOver }: LostItem) => (handOver ? [handOver.office] : [])

/** 移交: to whom, with which receipt, when. */
export function HandOverStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  const choices = useChoices()
  const offices = useLastEntries('lostItems', officesOf)
  const issued = record.intake.category === 'bankCard'
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="handOver"
      title={t('step.handOver')}
      basis={{ handOver: record.handOver, decisions: record.decisions }}
      spec={handOverCommand}
      saveLabel={t('step.handOver')}
      defaults={(): HandOverValues => ({
        target: issued ? 'issuer' : 'police',
        office: '',
        takenBy: '',
        receipt: '',
        at: ports.now(),
        words: '',
      })}
      toInput={({ at, ...values }: HandOverValues) => ({ ...values, at: at ?? ports.now() })}
    >
      {() => (
        <FormGrid>
          <ToggleChoice<HandOverValues>
            name="target"
            label={t('field.target')}
            options={choices.targets}
            required
            wide
          />
          <SuggestField<HandOverValues>
            name="office"
            suggestions={offices}
            label={t('field.office')}
            required
            maxLength={100}
          />
          <TextField<HandOverValues> name="takenBy" label={t('field.takenBy')} maxLength={50} />
          <TextField<HandOverValues> name="receipt" label={t('field.receipt')} required maxLength={100} />
          <DateTimeField<HandOverValues> name="at" label={t('field.handedOverAt')} required />
          <TextArea<HandOverValues>
            name="words"
            label={t('field.handOverWords')}
            wide
            minRows={1}
            maxLength={5_000}
          />
        </FormGrid>
      )}
    </ItemStepForm>
  )
}

interface DecideValues {
  outcome: DecisionOutcome
  opinion: string
  keepUntil: string | null
  earlyReason: string
}

/** 主任意见 on an expired item; disposing while the legal year runs warns and asks for the reason (domain 6). */
export function DecideStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('lostItems')
  const rules = useRules()
  const legal = legalYearEnd(record, rules)
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="decide"
      title={t('step.decide')}
      basis={{ decisions: record.decisions, notices: record.notices }}
      spec={decideLostItemCommand}
      defaults={(): DecideValues => ({
        outcome: isSensitive(record) ? 'handOver' : 'keep',
        opinion: standingDecision(record)?.opinion ?? '',
        keepUntil: legal && civilDayOf(legal),
        earlyReason: standingDecision(record)?.earlyReason ?? '',
      })}
      toInput={({ keepUntil, earlyReason, ...values }: DecideValues) => ({
        ...values,
        keepUntil: values.outcome === 'keep' ? keepUntil : null,
        earlyReason: values.outcome === 'dispose' ? earlyReason : '',
      })}
    >
      {(form) => <DecideFields form={form} record={record} />}
    </ItemStepForm>
  )
}

function DecideFields({ form, record }: { form: UseFormReturn<DecideValues>; record: LostItem }) {
  const { t } = useTranslation('lostItems')
  const choices = useChoices()
  const rules = useRules()
  const now = instantFromMs(useNow())
  const outcome = useWatch({ control: form.control, name: 'outcome' })
  const warning = outcome === 'dispose' ? disposalWarning(record, rules, now) : null
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <FormGrid>
        <ToggleChoice<DecideValues>
          name="outcome"
          label={t('field.decision')}
          options={choices.decisions}
          required
        />
        {outcome === 'keep' && (
          <DateField<DecideValues> name="keepUntil" label={t('field.keepUntil')} required />
        )}
        <TextArea<DecideValues>
          name="opinion"
          label={t('field.opinion')}
          required
          large
          wide
          minRows={2}
          maxLength={5_000}
        />
      </FormGrid>
      {outcome === 'keep' && <Box sx={{ color: 'text.secondary' }}>{t('step.keepNote')}</Box>}
      {warning && (
        <>
          <NoticeBar tone="danger">{translateKey(`refusal:${warning.key}`, warning.params)}</NoticeBar>
          <TextArea<DecideValues>
            name="earlyReason"
            label={t('field.earlyReason')}
            required
            wide
            minRows={1}
            maxLength={5_000}
          />
        </>
      )}
    </Box>
  )
}

interface DisposeValues {
  way: DisposalWay | ''
  words: string
  at: string | null
  witness: string
}

/** 处置, as the director decided. */
export function DisposeStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  const choices = useChoices()
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="dispose"
      title={t('step.dispose')}
      basis={record.decisions}
      spec={disposeCommand}
      saveLabel={t('step.dispose')}
      defaults={(): DisposeValues => ({ way: '', words: '', at: ports.now(), witness: '' })}
      toInput={({ at, way, ...values }: DisposeValues) => ({
        ...values,
        way: way || 'other',
        at: at ?? ports.now(),
      })}
    >
      {() => (
        <FormGrid>
          <SelectField<DisposeValues>
            name="way"
            label={t('field.way')}
            options={choices.ways}
            emptyLabel=""
            required
          />
          <DateTimeField<DisposeValues> name="at" label={t('field.disposedAt')} required />
          <TextArea<DisposeValues>
            name="words"
            label={t('field.disposalWords')}
            required
            wide
            minRows={2}
            maxLength={5_000}
          />
          <TextField<DisposeValues> name="witness" label={t('field.witness')} required maxLength={50} />
        </FormGrid>
      )}
    </ItemStepForm>
  )
}
