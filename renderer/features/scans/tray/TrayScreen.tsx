import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { writtenNumber, SCAN_STATES, type ScanState } from '../../../../shared/domain/scan'
import { countFacet, scansIn, useQuery } from '../../../data'
import {
  type Column,
  EmptyState,
  FilterWords,
  formatShort,
  ScreenHead,
  type ScreenKey,
  SplitView,
  translateKey,
  useCursor,
  useNow,
  useScreenKeys,
  VirtualList,
} from '../../../ui'
import { FolderLine } from '../folder/FolderLine'
import { isSure, readRows, type ScanRow } from '../glance/rows'
import { showAgain } from '../glance/session'
import { useVerdictWords } from '../glance/verdictWords'
import { openScanChooser } from '../handIn'
import { TrayRecord } from './TrayRecord'

const HOME = '/scans'
/** More lie in no tray; of what is filed these are the oldest, the record itself shows its own. */
const SHOWN = 300

/** 待归档: what came back on paper and waits for somebody; what was filed or put aside is one word away. */
export function TrayScreen() {
  const { t } = useTranslation('scans')
  const navigate = useNavigate()
  const { '*': place = '' } = useParams()
  const frame = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<ScanState>('waiting')
  const id = place || null
  const rows = useQuery(
    async (db) =>
      readRows(
        db,
        (await scansIn(db, state, SHOWN)).map((scan) => scan.id),
      ),
    [state],
  )
  const opened = useQuery(async (db) => (id ? ((await readRows(db, [id]))[0] ?? null) : null), [id])
  const [cursor, setCursor] = useCursor(id)
  useScreenKeys(useKeyList())
  const toList = () => {
    void navigate(HOME)
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus())
  }
  const show = (target: string) => {
    setCursor(target)
    if (target !== id) void navigate(`${HOME}/${target}`, { replace: id !== null })
  }
  const onDone = () => {
    const at = rows?.findIndex(({ scan }) => scan.id === id) ?? -1
    const next = rows?.[at + 1] ?? rows?.[at - 1]
    if (next) show(next.scan.id)
    else toList()
  }
  return (
    <Box ref={frame} sx={{ flex: 1, minHeight: 0, height: '100%' }}>
      <SplitView
        id="scans"
        defaultPercent={36}
        list={
          <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}>
            <TrayHead state={state} onState={setState} sure={rows?.filter(isSure) ?? []} />
            <TrayList rows={rows} state={state} cursor={cursor} onSelect={setCursor} onOpen={show} />
          </Box>
        }
        record={
          opened && opened.scan.id === id ? (
            <TrayRecord key={opened.scan.id} row={opened} onDone={onDone} onBack={toList} />
          ) : null
        }
        nothing={<EmptyState title={t('tray.title')} text={t('tray.purpose')} />}
      />
    </Box>
  )
}

interface TrayHeadProps {
  state: ScanState
  onState: (state: ScanState) => void
  /** What needs nobody's judgement: left when a glance was closed. */
  sure: readonly ScanRow[]
}

function TrayHead({ state, onState, sure }: TrayHeadProps) {
  const { t } = useTranslation('scans')
  const counts = useQuery(
    (db) => Promise.all(SCAN_STATES.map((one) => countFacet(db, 'scans', `state:${one}`))),
    [],
  )
  return (
    <ScreenHead
      title={t('tray.title')}
      actions={
        <>
          {sure.length > 0 && (
            <Button onClick={() => showAgain(sure.map(({ scan }) => scan.id))}>
              {t('tray.fileSure', { count: sure.length })}
            </Button>
          )}
          <Button variant="contained" title="Ctrl+O" onClick={openScanChooser}>
            {t('choose')}
          </Button>
        </>
      }
    >
      <Box sx={{ display: 'grid', gap: 1 }}>
        <FilterWords
          label={t('tray.show')}
          single
          value={[state]}
          onChange={([next]) => onState(SCAN_STATES.find((one) => one === next) ?? 'waiting')}
          options={SCAN_STATES.map((value, at) => ({
            value,
            label: t(`state.${value}`),
            count: counts?.[at] ?? 0,
          }))}
        />
        <FolderLine />
      </Box>
    </ScreenHead>
  )
}

interface TrayListProps {
  rows: readonly ScanRow[] | undefined
  state: ScanState
  cursor: string | null
  onSelect: (id: string) => void
  onOpen: (id: string) => void
}

function TrayList({ rows, state, cursor, onSelect, onOpen }: TrayListProps) {
  const { t } = useTranslation('scans')
  const columns = useColumns()
  return (
    <VirtualList
      label={t('tray.list')}
      rows={rows ?? []}
      rowKey={({ scan }) => scan.id}
      columns={columns}
      selectedKey={cursor}
      onSelect={({ scan }) => onSelect(scan.id)}
      onOpen={({ scan }) => onOpen(scan.id)}
      hasMore={false}
      loadMore={() => undefined}
      loading={rows === undefined}
      autoFocus
      openOnClick
      empty={<EmptyState title={t(`tray.empty.${state}`)} text={t('tray.purpose')} />}
    />
  )
}

function useColumns(): Column<ScanRow>[] {
  const { t } = useTranslation('scans')
  const now = new Date(useNow()).toISOString()
  const words = useVerdictWords()
  return useMemo(
    () => [
      {
        key: 'at',
        header: t('tray.at'),
        width: '88px',
        render: ({ scan }) => formatShort(scan.receivedAt, now),
      },
      {
        key: 'what',
        header: t('tray.what'),
        width: 'minmax(138px, 1.2fr)',
        render: (row) => whatOf(row),
      },
      {
        key: 'why',
        header: t('tray.why'),
        width: 'minmax(80px, 1.6fr)',
        render: (row) => {
          const { word, why } = words(row)
          return why || word
        },
      },
    ],
    [t, now, words],
  )
}

function whatOf({ scan, found, form }: ScanRow): string {
  const [code] = scan.codes
  const number = scan.filed?.number ?? found?.record.number
  const name = number ?? (code && scan.codes.length === 1 ? writtenNumber(code) : scan.file.name)
  return form === null ? name : `${name} ${translateKey(`paper:form.${form}`)}`
}

function useKeyList(): readonly ScreenKey[] {
  const { t } = useTranslation('scans')
  return useMemo(
    () => [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: 'Enter', text: t('keys.open') },
      { keys: '+ − 0 R', text: t('keys.look') },
      { keys: 'Ctrl+S', text: t('keys.file') },
      { keys: 'Ctrl+O', text: t('keys.choose') },
      { keys: 'Esc', text: t('keys.back') },
    ],
    [t],
  )
}
