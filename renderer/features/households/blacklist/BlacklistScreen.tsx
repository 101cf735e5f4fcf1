import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isBanned } from '../../../../shared/domain/household/blacklist'
import type { BlacklistEntry } from '../../../../shared/domain/household/types'
import { may } from '../../../../shared/domain/office/permissions'
import { listBlacklist, listDrafts, useQuery, useRole, useUser, voidEntryCommand } from '../../../data'
import {
  announce,
  type Column,
  ConfirmDialog,
  EmptyState,
  FilterWords,
  refusalText,
  ScreenHead,
  StatusChip,
  useMenuCommand,
  VirtualList,
} from '../../../ui'
import { useToday } from '../record/useHouseholdRecord'
import { useSaveEntry } from '../saving'
import { BlacklistForm } from './BlacklistForm'

/** 违规名单 (domain 4): vendors and leafleters who broke the rules. */
export function BlacklistScreen({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('households')
  const role = useRole()
  const today = useToday()
  const writes = may(role, 'blacklist.write')
  const [show, setShow] = useState<string[]>(['active'])
  const [cursor, setCursor] = useState<string | null>(null)
  const [open, setOpen] = useOpenEntry()
  const [voiding, setVoiding] = useState(false)
  const save = useSaveEntry()
  const columns = useColumns(today)
  const all = useQuery((db) => listBlacklist(db), [])
  const rows = (all ?? []).filter(
    (entry) => show.length !== 1 || isBanned(entry, today) === show.includes('active'),
  )
  const entry = all?.find((one) => one.id === cursor) ?? null
  const add = () => setOpen('new')
  useMenuCommand('escape', () => (open === null ? onBack() : setOpen(null)))
  useMenuCommand('new', add, writes)
  useMenuCommand('edit', () => setOpen(cursor), writes && entry !== null)

  const voidIt = async (reason: string) => {
    setVoiding(false)
    if (!entry) return
    const input = { table: 'blacklist' as const, id: entry.id, reason }
    const { refusal } = await save(voidEntryCommand, input, entry.name, { word: 'voided' })
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  const free = entry !== null && !entry.voided
  const opened = open === null ? null : (all?.find((one) => one.id === open) ?? null)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <ScreenHead
        title={t('blacklist.title')}
        actions={
          <>
            <Button onClick={onBack}>{t('action.back')}</Button>
            {free && may(role, 'record.void') && (
              <Button color="error" onClick={() => setVoiding(true)}>
                {t('action.void')}
              </Button>
            )}
            {free && writes && <Button onClick={() => setOpen(entry.id)}>{t('action.edit')}</Button>}
            {writes && (
              <Button variant="contained" onClick={add}>
                {t('action.newEntry')}
              </Button>
            )}
          </>
        }
      >
        <FilterWords
          label={t('blacklist.show')}
          value={show}
          onChange={setShow}
          single
          options={[
            { value: 'active', label: t('blacklist.active') },
            { value: 'past', label: t('blacklist.past') },
          ]}
        />
      </ScreenHead>
      {open !== null && writes && (
        <Box sx={{ p: 4, borderBottom: '1px solid', borderColor: 'divider' }}>
          <BlacklistForm key={open} entry={opened} today={today} onClose={() => setOpen(null)} />
        </Box>
      )}
      <VirtualList
        label={t('blacklist.label')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        selectedKey={cursor}
        onSelect={(row) => setCursor(row.id)}
        onOpen={(row) => writes && !row.voided && setOpen(row.id)}
        hasMore={false}
        loadMore={() => undefined}
        loading={all === undefined}
        empty={<EmptyState title={t('blacklist.purpose')} text={t('blacklist.purposeText')} />}
      />
      <ConfirmDialog
        open={voiding}
        title={`${t('void.title')} ${entry?.name ?? ''}`}
        confirmLabel={t('void.confirm')}
        reasonLabel={t('void.reason')}
        danger
        onConfirm={(reason) => void voidIt(reason)}
        onCancel={() => setVoiding(false)}
      >
        {t('void.text')}
      </ConfirmDialog>
    </Box>
  )
}

const DRAFT = 'household.blacklist:'

/** The entry whose form is open (`new` for a new one); what was left half typed is opened again (domain 10). */
function useOpenEntry(): [string | null, (next: string | null) => void] {
  const user = useUser()
  const [open, setOpen] = useState<string | null>(null)
  const [looked, setLooked] = useState(false)
  const drafts = useQuery((db) => listDrafts(db, user.id), [user.id])
  if (drafts && !looked) {
    setLooked(true)
    const left = drafts.find(({ kind }) => kind.startsWith(DRAFT))
    if (left) setOpen(left.kind.slice(DRAFT.length))
  }
  return [open, setOpen]
}

function useColumns(today: string): Column<BlacklistEntry>[] {
  const { t } = useTranslation('households')
  return useMemo(
    () => [
      {
        key: 'state',
        header: t('blacklist.state'),
        width: '88px',
        render: (entry) => {
          if (entry.voided) return <StatusChip plain tone="void" label={t('record.voided')} />
          return isBanned(entry, today) ? (
            <StatusChip plain tone="danger" label={t('blacklist.active')} />
          ) : (
            <StatusChip plain tone="done" label={t('blacklist.past')} />
          )
        },
      },
      {
        key: 'name',
        header: t('field.blacklistName'),
        width: 'minmax(120px, 1fr)',
        render: ({ name }) => <strong>{name}</strong>,
      },
      {
        key: 'description',
        header: t('field.description'),
        width: 'minmax(120px, 1fr)',
        render: ({ description }) => description,
      },
      {
        key: 'reason',
        header: t('field.reason'),
        width: 'minmax(160px, 2fr)',
        render: ({ reason }) => reason,
      },
      {
        key: 'date',
        header: t('field.incidentDate'),
        width: '104px',
        render: ({ incidentDate }) => incidentDate,
      },
      {
        key: 'until',
        header: t('field.banUntil'),
        width: '104px',
        render: ({ until }) => until ?? t('blacklist.forGood'),
      },
    ],
    [t, today],
  )
}
