// What the sign-in and 今日 say, and what stands around every screen: the other words come after the first screen.

import {
  duty as complaintDuty,
  state as complaintState,
} from '../../../resources/locales/zh-CN/complaints.json'
import {
  duty as correctionDuty,
  state as correctionState,
} from '../../../resources/locales/zh-CN/corrections.json'
import {
  kind as disputeKind,
  state as disputeState,
  duty as disputeDuty,
} from '../../../resources/locales/zh-CN/disputes.json'
import {
  duty as incidentDuty,
  kind as incidentKind,
  restricted as incidentRestricted,
  state as incidentState,
} from '../../../resources/locales/zh-CN/incidents.json'
import { duty as itemDuty, state as itemState } from '../../../resources/locales/zh-CN/lostItems.json'
import { duty as reportDuty, state as reportState } from '../../../resources/locales/zh-CN/lostReports.json'
import { duty as reviewDuty, state as reviewState } from '../../../resources/locales/zh-CN/monthReviews.json'
import { duty as roundDuty, state as roundState } from '../../../resources/locales/zh-CN/returnVisits.json'
import { fillIn } from '../../../resources/locales/zh-CN/paper.json'
import { kind as requestKind } from '../../../resources/locales/zh-CN/privacy.json'
import { first, lock, signIn } from '../../../resources/locales/zh-CN/start.json'
import { table } from '../../../resources/locales/zh-CN/sync.json'
import { duty as monthDuty, state as monthState } from '../../../resources/locales/zh-CN/visitMonths.json'
import {
  duty as visitDuty,
  state as visitState,
  way as visitWay,
} from '../../../resources/locales/zh-CN/visits.json'

export { default as backup } from '../../../resources/locales/zh-CN/backup.json'
export { default as common } from '../../../resources/locales/zh-CN/common.json'
export { default as demo } from '../../../resources/locales/zh-CN/demo.json'
export { default as pace } from '../../../resources/locales/zh-CN/pace.json'
export { default as personRequests } from '../../../resources/locales/zh-CN/personRequests.json'
export { default as shell } from '../../../resources/locales/zh-CN/shell.json'
export { default as today } from '../../../resources/locales/zh-CN/today.json'
export { default as trouble } from '../../../resources/locales/zh-CN/trouble.json'
export { default as ui } from '../../../resources/locales/zh-CN/ui.json'

// Of a register 今日 says how far a record is, what is due, and in a word what it is about.
export const complaints = { state: complaintState, duty: complaintDuty }
export const corrections = { state: correctionState, duty: correctionDuty }
export const disputes = { kind: disputeKind, state: disputeState, duty: disputeDuty }
export const incidents = {
  state: incidentState,
  duty: incidentDuty,
  kind: incidentKind,
  restricted: incidentRestricted,
}
export const lostItems = { state: itemState, duty: itemDuty }
export const lostReports = { state: reportState, duty: reportDuty }
export const monthReviews = { state: reviewState, duty: reviewDuty }
export const paper = { fillIn }
export const privacy = { kind: requestKind }
export const returnVisits = { state: roundState, duty: roundDuty }
export const start = { first, lock, signIn }
export const sync = { table }
export const visitMonths = { state: monthState, duty: monthDuty }
export const visits = { state: visitState, duty: visitDuty, way: visitWay }
