import type { ReactNode } from 'react'
import type { FormName } from '../../../shared/documents/registry'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel'
import { LinksPanel } from '../links/LinksPanel'
import type { RecordPaper } from '../paper/paperForm'
import { PaperPanel } from '../paper/PaperPanel'
import { TimelinePanel } from '../timeline/TimelinePanel'
import { useTimelineWords } from '../timeline/useTimelineWords'
import type { RecordKind } from './kind'

interface RecordSideProps<R extends LivingRecord> {
  kind: RecordKind<R>
  record: R
  paper: RecordPaper | undefined
  onPrint: (form: FormName) => void
  /** What only this register has: the household, 处理指引. */
  children: ReactNode
}

/** What belongs to a record: the register's own, then 附件, 关联, 打印与签字 and 时间线. */
export function RecordSide<R extends LivingRecord>(props: RecordSideProps<R>) {
  const { kind, record, paper, onPrint, children } = props
  const words = useTimelineWords(kind.vocabulary)
  const takesFiles = kind.commands['attach']?.from.includes(record.state) ?? true
  const timeline = <TimelinePanel recordId={record.id} table={kind.table} words={words} />
  // Nothing more is filed with what was erased by law, and it is on no paper (domain 13).
  if (record.erased) return timeline
  return (
    <>
      {children}
      <AttachmentsPanel table={kind.table} recordId={record.id} closed={!takesFiles} />
      <LinksPanel table={kind.table} record={record} />
      {paper && <PaperPanel kind={kind} record={record} paper={paper} onPrint={onPrint} />}
      {timeline}
    </>
  )
}
