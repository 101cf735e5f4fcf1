import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Complaint, ProposalConsent } from '../../../../shared/domain/complaint/types'
import { formatPhone } from '../../../../shared/util/contact'
import { CopyButton, type Fact, formatDateTime } from '../../../ui'

type PartWithFacts = 'intake' | 'judgement' | 'handling' | 'closing'

/** What each part of the record says, in the order in which people talk. */
export function useFacts(record: Complaint): Record<PartWithFacts, Fact[]> {
  const { t } = useTranslation(['complaints', 'record'])
  const byAt = (by: string, at: string | null) =>
    by ? t('record:byAt', { by, at: formatDateTime(at) }) : formatDateTime(at)
  return {
    intake: useIntakeFacts(record),
    judgement: record.judgement
      ? [
          { label: t('field.nature'), value: t(`natureFull.${record.judgement.nature}`) },
          { label: t('field.severity'), value: t(`severity.${record.judgement.severity}`) },
          { label: t('field.cause'), value: t(`cause.${record.judgement.cause}`) },
          { label: t('field.judged'), value: byAt(record.judgement.judgedBy, record.judgement.judgedAt) },
          {
            label: t('field.escalated'),
            value: record.escalatedBecause && t(`because.${record.escalatedBecause}`),
          },
        ]
      : [],
    handling: useHandlingFacts(record),
    closing: [
      {
        label: t('field.verified'),
        value: record.verification && byAt(record.verification.verifiedBy, record.verification.verifiedAt),
      },
      { label: t('field.verifyWords'), value: record.verification?.words, large: true },
      { label: t('field.summary'), value: record.summary, large: true },
      { label: t('field.correctiveActionRef'), value: record.correctiveActionRef },
      { label: t('field.headOfficeReportedAt'), value: formatDateTime(record.headOfficeReportedAt) },
      { label: t('field.closed'), value: record.closedAt && byAt(record.closedBy ?? '', record.closedAt) },
    ],
  }
}

function useIntakeFacts({ intake, receivedBy }: Complaint): Fact[] {
  const { t } = useTranslation(['complaints', 'record'])
  const { anonymous, name, phone, unitCode } = intake.complainant
  return [
    {
      label: t('field.complainant'),
      value: anonymous ? t('field.anonymous') : name,
    },
    {
      label: t('field.phone'),
      value: phone && (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', height: 21 }}>
          {formatPhone(phone)}
          <CopyButton text={phone} what={t('record.copyPhone')} />
        </Box>
      ),
    },
    { label: t('field.unitCode'), value: unitCode },
    { label: t('field.channel'), value: t(`channel.${intake.channel}`) },
    { label: t('field.content'), value: intake.content, large: true },
    { label: t('field.remedy'), value: intake.remedy, large: true },
    { label: t('field.lossOrInjury'), value: intake.lossOrInjury ? t('record:timeline.yes') : '' },
    { label: t('field.subject'), value: intake.subject },
    { label: t('field.place'), value: intake.place },
    { label: t('field.occurredAt'), value: formatDateTime(intake.occurredAt) },
    { label: t('field.registeredAt'), value: formatDateTime(intake.registeredAt) },
    { label: t('field.receivedBy'), value: receivedBy },
  ]
}

/** What the person said to the proposals: `同意：尽快换（电话，2026-11-21 09:30，小林记）`. */
function useConsent(consent: ProposalConsent | null): string | null {
  const { t } = useTranslation(['complaints', 'branches'])
  if (!consent) return null
  const said = consent.agreed ? t('branches:consent.agreed') : t('branches:consent.refused')
  const words = {
    said,
    words: consent.words,
    way: t(`way.${consent.way}`),
    at: formatDateTime(consent.at),
    by: consent.notedBy,
  }
  return consent.words ? t('branches:consent.saidWords', words) : t('branches:consent.said', words)
}

function useHandlingFacts({ handling }: Complaint): Fact[] {
  const { t } = useTranslation(['complaints', 'record'])
  const consent = useConsent(handling?.consent ?? null)
  if (!handling) return []
  const proposals = handling.proposals.map(
    (text, index) => `${index + 1}. ${text}${index === handling.chosenProposal ? t('record.chosen') : ''}`,
  )
  const moves = handling.promiseMoves.map((move) =>
    t('record.moved', {
      from: formatDateTime(move.from),
      to: formatDateTime(move.to),
      reason: move.reason,
      toldAt: formatDateTime(move.toldAt),
      by: move.movedBy,
    }),
  )
  return [
    { label: t('field.department'), value: handling.department },
    { label: t('field.responsible'), value: handling.responsible },
    { label: t('field.promisedAt'), value: formatDateTime(handling.promisedAt) },
    { label: t('field.completedAt'), value: formatDateTime(handling.completedAt) },
    {
      label: t('field.assigned'),
      value: t('record:byAt', { by: handling.assignedBy, at: formatDateTime(handling.assignedAt) }),
    },
    { label: t('field.promiseMoves'), value: moves.join('\n'), large: true },
    { label: t('field.investigation'), value: handling.investigation, large: true },
    { label: t('field.causeAnalysis'), value: handling.causeAnalysis, large: true },
    { label: t('field.proposals'), value: proposals.join('\n'), large: true },
    { label: t('field.consent'), value: consent },
    { label: t('field.measures'), value: handling.measures, large: true },
  ]
}
