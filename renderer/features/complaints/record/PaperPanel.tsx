import { useTranslation } from 'react-i18next'
import {
  changedAfterPrint,
  COMPLAINT_COMMANDS,
  type CommandRule,
  RECEIPT_FORM,
} from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { fileScanCommand, recordSignatureCommand, useRole } from '../../../data'
import { PaperCard } from '../../../register/paper/PaperCard'
import type { PaperCommands, PaperForm } from '../../../register/paper/paperForm'
import { SectionPanel } from '../../../ui'
import { COMPLAINT_FORMS, type ComplaintForm, isComplaintForm } from '../print/form'
import { useComplaintWords } from '../vocabulary'

const COMMANDS: PaperCommands = { sign: recordSignatureCommand, file: fileScanCommand }

interface PaperPanelProps {
  record: Complaint
  onPrint: (form: ComplaintForm) => void
}

/** 打印与签字: every form of the record, how far its paper is (domain 10), and whether it still says what the record says. */
export function PaperPanel({ record, onPrint }: PaperPanelProps) {
  const { t } = useTranslation('paper')
  const words = useComplaintWords()
  const role = useRole()
  const allowed = (command: 'markPrinted' | 'recordSignature' | 'fileScan'): boolean => {
    const rule: CommandRule = COMPLAINT_COMMANDS[command]
    return rule.from.includes(record.state) && may(role, rule.permission)
  }
  const rights = {
    print: allowed('markPrinted'),
    sign: allowed('recordSignature'),
    file: allowed('fileScan'),
  }
  return (
    <SectionPanel id="complaints.paper" title={t('title')}>
      <div style={{ display: 'grid', gap: 8 }}>
        {COMPLAINT_FORMS.map((form) => (
          <PaperCard
            key={form}
            record={record}
            paper={paperOf(record, form, t(`form.${form}`))}
            commands={COMMANDS}
            rights={rights}
            words={words}
            onPrint={(asked) => isComplaintForm(asked) && onPrint(asked)}
          />
        ))}
      </div>
    </SectionPanel>
  )
}

function paperOf(record: Complaint, form: ComplaintForm, title: string): PaperForm {
  const { anonymous, name } = record.intake.complainant
  const print = record.prints[form]
  // The receipt is signed by who took the complaint in, the record by the person.
  const signer = form === RECEIPT_FORM ? record.receivedBy : anonymous ? '' : name
  return { form, title, print, changed: changedAfterPrint(record, form), signer }
}
