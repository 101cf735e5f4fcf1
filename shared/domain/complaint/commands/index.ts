/**
 * The commands of a complaint (domain 5): pure deciders `(record, input, ctx) → Result<Complaint>`. Each checks role
 * and state, appends a step, raises `rev`, and renews `updatedAt` and `duty`; a refusal changes nothing.
 *
 * intake    register(input, ctx) · amendIntake
 * judging   judge · assign (派工) · escalate (重大 by hand)
 * handling  recordHandling · complete · suspend · resume(record, ctx) · movePromise (延期告知)
 * contact   answer · recordReturnVisit → { complaint, followUp }: register the follow-up in the same transaction ·
 *           giveUpVisit (无法回访)
 * closing   verify (核实) · prepareClosing · close · voidComplaint · escalateIfDue(record, ctx) → Complaint | null
 * attach    attach (附件)
 * paper     markPrinted · recordSignature · fileScan · nextPrintVersion
 * people    addComplainant · removeComplainant (其他投诉人)
 * joining   join (并案) → { ended, into }
 * linking   link · unlink (关联), one side each
 * reserving reserve (留号, a number for a blank form) · fillIn (补录)
 * undo      undo(record, previous, ctx) · objectionToUndo · lastStep
 * requirements  missingForClosing(record): what still keeps it from closing · missingAttempts · wasReached
 */
export * from './closing'
export * from './contact'
export * from './handling'
export * from './intake'
export * from './joining'
export * from './judging'
export * from './paper'
export * from './people'
export * from './reserving'
export {
  type ClosingInput,
  type Missing,
  missingAttempts,
  missingForClosing,
  wasReached,
} from './requirements'
