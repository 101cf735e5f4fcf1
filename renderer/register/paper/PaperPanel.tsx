import { useTranslation } from 'react-i18next'
import { type FormName, forms } from '../../../shared/documents/registry'
import { may } from '../../../shared/domain/office/permissions'
import type { Role } from '../../../shared/domain/office/types'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { useRole } from '../../data'
import { SectionPanel, translateKey } from '../../ui'
import type { RecordKind } from '../record/kind'
import { useTimelineWords } from '../timeline/useTimelineWords'
import { PaperCard } from './PaperCard'
import type { PaperRights, RecordPaper } from './paperForm'
import { screenRoles } from './screenRoles'

interface PaperPanelProps<R extends LivingRecord> {
  kind: RecordKind<R>
  record: R
  paper: RecordPaper
  onPrint: (form: FormName) => void
}

/** 打印与签字: every form of the record, how far its paper is (domain 10), and whether it still says what the record says. */
export function PaperPanel<R extends LivingRecord>({ kind, record, paper, onPrint }: PaperPanelProps<R>) {
  const { t } = useTranslation('paper')
  const words = useTimelineWords(kind.vocabulary)
  const rights = paperRights(kind, record.state, useRole())
  if (!kind.paper || paper.forms.length === 0) return null
  const { recordSignature, signOnScreen, fileScan } = kind.paper
  const commands = { sign: recordSignature, signOnScreen, file: fileScan }
  return (
    <SectionPanel id={`${kind.table}.paper`} title={t('title')}>
      <div style={{ display: 'grid', gap: 8 }}>
        {paper.forms.map((form) => (
          <PaperCard
            key={form}
            record={record}
            paper={{
              form,
              title: formTitle(form),
              print: record.prints[form],
              changed: paper.changed(form),
              signer: paper.signer(form),
              screenRoles: screenRoles(forms[form], paper.signerRole(form)),
              digest: paper.digest(form),
            }}
            commands={commands}
            rights={rights}
            words={words}
            onPrint={() => onPrint(form)}
          />
        ))}
      </div>
    </SectionPanel>
  )
}

/** 《投诉来访记录》 of `complaintVisit`: `paper:form.*`. */
export function formTitle(form: FormName): string {
  return translateKey(`paper:form.${form}`)
}

/** What role and state allow, from the register's state machine. */
export function paperRights<R extends LivingRecord>(
  { commands }: RecordKind<R>,
  state: string,
  role: Role,
): PaperRights {
  const allowed = (command: string): boolean => {
    const rule = commands[command]
    return rule !== undefined && rule.from.includes(state) && may(role, rule.permission)
  }
  return { print: allowed('markPrinted'), sign: allowed('recordSignature'), file: allowed('fileScan') }
}
