import { objectionToUndo } from '../../../../shared/domain/incident/commands'
import { INCIDENT_KINDS, type IncidentKind } from '../../../../shared/domain/incident/kinds'
import { INCIDENT_COMMANDS } from '../../../../shared/domain/incident/states'
import type { Incident } from '../../../../shared/domain/incident/types'
import { incidentPaper, undoIncidentCommand, voidIncidentCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { vocabularyOf } from '../vocabulary'
import { STATE_TONES } from '../words'

/** What all incidents have in common. */
const COMMON: Omit<RecordKind<Incident>, 'vocabulary'> = {
  table: 'incidents',
  noun: 'incident',
  tones: STATE_TONES,
  commands: INCIDENT_COMMANDS,
  undo: { command: undoIncidentCommand, objection: objectionToUndo },
  void: voidIncidentCommand,
  paper: incidentPaper,
}

// Constants, as the frame asks: one a type, because each words its own fields.
const KINDS = new Map(INCIDENT_KINDS.map((kind) => [kind, { ...COMMON, vocabulary: vocabularyOf(kind) }]))

/** What the records of a type have in common. */
export function recordKindOf({ report: { kind } }: { report: { kind: IncidentKind } }): RecordKind<Incident> {
  return KINDS.get(kind) ?? { ...COMMON, vocabulary: vocabularyOf(kind) }
}
