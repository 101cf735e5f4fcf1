import { type Result, refuse } from '../../../util/result'
import { allObjections, requireText } from '../../register/objections'
import { objectionToPhone, tidyPerson } from '../../register/person'
import type { RuleContext } from '../../register/types'
import { mayReadInjuries } from '../reading'
import type { Incident, Injury, Party, Witness } from '../types'
import { objectionToParties } from './intake'
import { identified, saved, type Written, written } from './items'
import { objectionTo } from './lifecycle'

/** 当事人. Refusals: `incident.partyEmpty`, `person.phoneInvalid`, beside `parties.<n>.…`. */
export function setParties(
  record: Incident,
  input: { parties: readonly Written<Party>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = objectionTo('setParties', record, ctx) ?? objectionToParties(input.parties)
  if (objection) return objection
  const parties = input.parties.map((party) => ({
    ...identified(party, ctx),
    person: tidyPerson(party.person),
    note: party.note.trim(),
  }))
  return saved(record, 'setParties', { parties }, ctx)
}

/**
 * 伤情: sensitive. Refusals: `incident.injuriesWithheld` for whoever may not see them, `incident.conditionRequired`.
 */
export function setInjuries(
  record: Incident,
  input: { injuries: readonly Written<Injury>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = allObjections(
    objectionTo('setInjuries', record, ctx),
    mayReadInjuries(record, ctx.actor) ? null : refuse('incident.injuriesWithheld'),
    ...input.injuries.map(({ condition }, index) =>
      requireText(condition, 'incident.conditionRequired', `injuries.${index}.condition`),
    ),
  )
  return objection ?? saved(record, 'setInjuries', { injuries: written(input.injuries, ctx) }, ctx)
}

/** 证人. Refusals: `person.nameRequired`, `person.phoneInvalid`, beside `witnesses.<n>.…`. */
export function setWitnesses(
  record: Incident,
  input: { witnesses: readonly Written<Witness>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = allObjections(
    objectionTo('setWitnesses', record, ctx),
    ...input.witnesses.flatMap(({ person }, index) => [
      requireText(person.name, 'person.nameRequired', `witnesses.${index}.name`),
      objectionToPhone(person, `witnesses.${index}`),
    ]),
  )
  if (objection) return objection
  const witnesses = input.witnesses.map((witness) => ({
    ...identified(witness, ctx),
    person: tidyPerson(witness.person),
    statement: witness.statement.trim(),
  }))
  return saved(record, 'setWitnesses', { witnesses }, ctx)
}
