import { awaits } from '../register/paper'
import type { Incident } from './types'

/** 《事故报告》. Its blank sheets bear reserved numbers. */
export const INCIDENT_FORM = 'incidentReport'

/** 《客户事故报告》, 内部限阅: where a person was hurt or fell ill. The only paper with 伤情. */
export const CUSTOMER_FORM = 'customerIncident'

/**
 * 待签: the newest 《事故报告》 was printed and is neither signed nor refused (domain 10, 11). A void record waits for
 * nobody, and a blank sheet waits to be filled in first.
 */
export function awaitingSignature({ state, prints }: Pick<Incident, 'state' | 'prints'>): boolean {
  return state !== 'void' && state !== 'reserved' && awaits(prints[INCIDENT_FORM])
}

/** Whether nothing was ever written on its sheet: a reserved number, or one that was voided unused. */
export function isBlankSheet({ reportedBy }: Pick<Incident, 'reportedBy'>): boolean {
  return reportedBy === ''
}
