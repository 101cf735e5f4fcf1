import { objectionToUndo } from '../../../../shared/domain/incident/commands'
import { INCIDENT_COMMANDS } from '../../../../shared/domain/incident/states'
import type { Incident } from '../../../../shared/domain/incident/types'
import { incidentPaper, undoIncidentCommand, voidIncidentCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { vocabulary } from '../vocabulary'
import { STATE_TONES } from '../words'

/** What all incidents have in common. */
export const INCIDENT: RecordKind<Incident> = {
  table: 'incidents',
  noun: 'incident',
  vocabulary,
  tones: STATE_TONES,
  commands: INCIDENT_COMMANDS,
  undo: { command: undoIncidentCommand, objection: objectionToUndo },
  void: voidIncidentCommand,
  paper: incidentPaper,
}
