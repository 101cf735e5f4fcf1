import type { PrintDefinition } from '../../../shared/documents/definition'
import type { Printing } from '../../../shared/documents/layout/frame'
import type { MissingText } from '../../../shared/documents/missing'
import { asStored } from '../../../shared/documents/personCopy/asStored'
import { type CopyFact, copyEntry, isCopied } from '../../../shared/documents/personCopy/facts'
import { personCopyForm, personCopyMissing } from '../../../shared/documents/personCopy/form'
import { personalWords } from '../../../shared/domain/monthPackage/personal'
import { scrubber } from '../../../shared/domain/monthPackage/scrub'
import type { WhoAsks } from '../../../shared/domain/privacy/person'
import { normalizePhone } from '../../../shared/util/contact'
import { foldText } from '../../../shared/util/textFold'
import { attachmentsOf, type DeskData, getRecord, knownPeople, type PersonHit } from '../../data'

/** The copy as it was drawn, and of how many records it tells. */
export interface DrawnCopy {
  definition: PrintDefinition
  missing: MissingText[]
  count: number
}

/** 《个人信息副本》 of what was found; in free texts everybody else whom the office knows is taken out. */
export async function drawCopy(
  db: DeskData['db'],
  printing: Printing,
  who: WhoAsks,
  hits: readonly PersonHit[],
): Promise<DrawnCopy> {
  const known = await knownPeople(db)
  const [own, phone] = [foldText(who.name), normalizePhone(who.phone)]
  const others = {
    ...known,
    names: known.names.filter((name) => foldText(name) !== own),
    phones: known.phones.filter((one) => normalizePhone(one) !== phone),
  }
  const clean = asStored(scrubber(personalWords(others, [])))
  const entries = []
  for (const { table, id } of hits) {
    if (!isCopied(table)) continue
    const row = await getRecord(db, table, id)
    const entry = row && !row.erased ? copyEntry(table, row as never, who, clean) : null
    if (entry) entries.push({ ...entry, facts: [...entry.facts, ...(await filesOf(db, table, id, clean))] })
  }
  const input = { printing, name: who.name, entries }
  return { definition: personCopyForm(input), missing: personCopyMissing(input), count: entries.length }
}

/** Names of what is attached to a record: the files themselves are given beside the paper. */
async function filesOf(
  db: DeskData['db'],
  table: string,
  id: string,
  clean: (text: string) => string,
): Promise<CopyFact[]> {
  const attached = await attachmentsOf(db, id, table)
  return attached.map(({ name }): CopyFact => ['附件', clean(name)])
}
