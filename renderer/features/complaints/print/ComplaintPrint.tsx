import { useState } from 'react'
import { complaintVisitForm } from '../../../../shared/documents/complaintVisit/form'
import type { ComplaintVisitInput } from '../../../../shared/documents/complaintVisit/input'
import { complaintMissing } from '../../../../shared/documents/complaintVisit/texts'
import { forms } from '../../../../shared/documents/registry'
import { contentDigest } from '../../../../shared/domain/complaint'
import { nextPrintVersion } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { markPrintedCommand, useData, useQuery, useUser } from '../../../data'
import { coverage, PrintDialog } from '../../../printing'
import { announce, refusalText } from '../../../ui'
import { useSave } from '../../../register/saving/saving'
import { PRINT_FORM } from './form'

interface ComplaintPrintProps {
  record: Complaint
  onClose: () => void
}

/** 《投诉来访记录》 of a record: the real PDF, then the next print version on the record (domain 10). */
export default function ComplaintPrint({ record, onClose }: ComplaintPrintProps) {
  // What was looked at is what is printed and marked, whatever is saved meanwhile.
  const [shown] = useState(record)
  const input = usePaper(shown)
  const [sheet, setSheet] = useState<ReturnType<typeof drawn> | null>(null)
  if (input && !sheet) setSheet(drawn(input))
  const save = useSave()
  const mark = async ({ copies }: { copies: number }): Promise<void> => {
    const digest = contentDigest(shown)
    const given = { id: shown.id, rev: record.rev, form: PRINT_FORM, digest, way: 'printer' as const, copies }
    const { refusal } = await save(markPrintedCommand, given)
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  return (
    <PrintDialog
      open
      form={forms[PRINT_FORM]}
      definition={sheet?.definition ?? null}
      missing={sheet?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={mark}
    />
  )
}

function drawn(input: ComplaintVisitInput) {
  return { definition: complaintVisitForm(input), missing: complaintMissing(input) }
}

/** What the form shows, once the office and the linked numbers are read. */
function usePaper(record: Complaint): ComplaintVisitInput | null {
  const { ports } = useData()
  const user = useUser()
  const [printedAt] = useState(() => ports.now())
  const facts = useQuery(
    async (db) => {
      return { office: await db.of('office').toCollection().first() }
    },
    [record],
  )
  if (!facts?.office) return null
  const { estateName, officeName } = facts.office
  return {
    sheet: {
      office: { estateName, officeName },
      number: record.number,
      version: nextPrintVersion(record, PRINT_FORM),
      printedAt,
      printedBy: user.name,
      coverage,
    },
    complaint: record,
    linkedNumbers: record.links.map(({ number }) => number),
  }
}
