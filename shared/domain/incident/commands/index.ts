import { rules } from './lifecycle'

/**
 * The commands of an incident (domain 7): pure deciders `(record, input, ctx) → Result<Incident>`. Each checks role,
 * state and reader, appends a step, raises `rev`, and renews `updatedAt` and `duty`; a refusal changes nothing.
 *
 * intake    register(input, ctx) · reserve (留号) · fillIn (补录)
 * writing   amend · setDetails
 * people    setParties · setInjuries · setWitnesses
 * dealings  setLosses · setNotifications · setCalls · setCompensations · setInsurance
 * timeline  note (记一笔) · strike (划去) · mark · unmark (checklist)
 * review    submit · verify · approve · returnForRevision · restrict · supplement · archive · missingForSubmission
 * rules     markPrinted · recordSignature · fileScan · attach · link · unlink · voidRecord · undo · objectionToUndo
 */
export * from './dealings'
export * from './intake'
export type { Written } from './items'
export { lifecycle } from './lifecycle'
export * from './people'
export * from './review'
export * from './timeline'
export * from './writing'

export const {
  markPrinted,
  recordSignature,
  fileScan,
  attach,
  link,
  unlink,
  voidRecord,
  undo,
  objectionToUndo,
} = rules
export { rules }
