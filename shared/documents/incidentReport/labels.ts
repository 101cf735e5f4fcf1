import type {
  CheckMark,
  CompensationOutcome,
  EmergencyService,
  IncidentSeverity,
  PartyRole,
} from '../../domain/incident/types'

// A printed form is Chinese whatever the screen speaks: its words are part of the form, not of the locale.

export const INCIDENT_SEVERITY_WORDS: Record<IncidentSeverity, string> = {
  minor: '轻微',
  important: '重要',
  major: '重大',
}

export const PARTY_ROLE_WORDS: Record<PartyRole, string> = {
  victim: '受害人',
  causer: '肇事人',
  informant: '报案人',
  patient: '伤病者',
  household: '住户',
  companion: '陪同人',
  staff: '在场员工',
  other: '其他',
}

export const SERVICE_WORDS: Record<EmergencyService, string> = {
  police: '公安110',
  ambulance: '急救120',
  fireBrigade: '消防119',
  other: '其他',
}

export const COMPENSATION_WORDS: Record<CompensationOutcome, string> = {
  open: '协商中',
  signed: '已签',
  disputed: '有争议',
}

export const CHECK_WORDS: Record<CheckMark['outcome'], string> = { done: '已做', notApplicable: '不适用' }
