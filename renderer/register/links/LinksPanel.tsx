import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import type { RegisterRecord } from '../../../shared/domain/register/types'
import type { Refusal } from '../../../shared/util/result'
import { linkRecordsCommand, type RegisterTable, unlinkRecordsCommand, useRole } from '../../data'
import { RefusalBar, SectionPanel, useMenuCommand } from '../../ui'
import { useSave } from '../saving/saving'
import { LinkLine } from './LinkLine'
import { LinkPicker } from './LinkPicker'
import { useLinkedLines } from './useLinkedLines'

interface LinksPanelProps {
  table: RegisterTable
  record: RegisterRecord
}

/** 关联记录 of a record of any register, shown and changed on both sides (domain 10). */
export function LinksPanel({ table, record }: LinksPanelProps) {
  const { t } = useTranslation('links')
  const mayLink = may(useRole(), 'record.process')
  const [picking, setPicking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const shown = useLinkedLines(record.links)
  const fold = () => {
    setPicking(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  const { change, refused, forget } = useLinking(table, record)
  useMenuCommand('escape', fold, picking)
  return (
    <SectionPanel
      id={`${table}.links`}
      title={t('title')}
      count={record.links.length}
      actions={
        mayLink && (
          <Button ref={button} variant="text" sx={{ minHeight: 28 }} onClick={() => setPicking(!picking)}>
            {picking ? t('fold') : t('link')}
          </Button>
        )
      }
    >
      <RefusalBar refusal={refused} onClose={forget} />
      {picking && (
        <LinkPicker
          without={[record.id, ...record.links.map(({ id }) => id)]}
          onPick={({ table: other, line }) =>
            void change(linkRecordsCommand, other, line.id, t('linked', { number: line.number })).then(fold)
          }
        />
      )}
      {shown.length === 0 && !picking && t('none')}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {shown.map((one) => (
          <LinkLine
            key={one.link.id}
            shown={one}
            onUnlink={
              mayLink && one.line
                ? ({ table: other, id, number }) =>
                    void change(
                      unlinkRecordsCommand,
                      other as RegisterTable,
                      id,
                      t('unlinked', { number }),
                    ).then(() => button.current?.focus())
                : null
            }
          />
        ))}
      </ul>
    </SectionPanel>
  )
}

type Command = typeof linkRecordsCommand

/** Links and unlinks; a refusal stays in sight until the next try. */
function useLinking(table: RegisterTable, { id, rev }: RegisterRecord) {
  const save = useSave()
  const [refused, setRefused] = useState<Refusal | null>(null)
  const change = async (
    command: Command,
    other: RegisterTable,
    otherId: string,
    said: string,
  ): Promise<void> => {
    const input = { id, rev, table, other: { table: other, id: otherId } }
    const { refusal } = await save(command, input, {}, () => said)
    setRefused(refusal)
  }
  return { change, refused, forget: () => setRefused(null) }
}
