import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LOG_KINDS, type LogKind } from '../../../shared/domain/privacy/access'
import { instantOf, civilDayOf, shiftDay } from '../../../shared/util/civilTime'
import { type AccessEntry, accessLog, noteListExportCommand, useData, useQuery } from '../../data'
import { desk } from '../../platform/desk'
import { announce, formatDateTime, refusalText, Segments } from '../../ui'
import { Says, Table } from './look'

const SPANS = ['7', '30', '365'] as const
type Days = (typeof SPANS)[number]
const MOST_SHOWN = 200

/** 访问记录, by kind, person and time; exported as a table. */
export function AccessLog() {
  const { t } = useTranslation('privacy')
  const { ports } = useData()
  const [days, setDays] = useState<Days>('30')
  const [kind, setKind] = useState<LogKind | null>(null)
  const [who, setWho] = useState('')
  const found = useQuery(
    (db) => {
      const today = civilDayOf(ports.now())
      return accessLog(db, {
        from: instantOf(shiftDay(today, -Number(days))),
        until: instantOf(shiftDay(today, 1)),
      })
    },
    [ports, days],
  )
  const people = [...new Set(found?.map((one) => one.who))]
  const shown = (found ?? []).filter((one) => (!kind || one.kind === kind) && (!who || one.who === who))
  const exportLog = useLogExport(shown)
  return (
    <>
      <Says>{t('log.text')}</Says>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
        <Segments
          label={t('log.days')}
          value={days}
          options={SPANS.map((value) => ({ value, label: t(`log.days${value}`) }))}
          onChange={(value) => setDays(SPANS.find((one) => one === value) ?? days)}
        />
        <Chooser label={t('log.what')} value={kind ?? ''} onChange={(value) => setKind(kindFrom(value))}>
          {LOG_KINDS.map((one) => [one, t(`logKind.${one}`)])}
        </Chooser>
        <Chooser label={t('log.who')} value={who} onChange={setWho}>
          {people.map((one) => [one, one])}
        </Chooser>
        <Button disabled={shown.length === 0} onClick={() => void exportLog()}>
          {t('log.export')}
        </Button>
      </Box>
      {shown.length === 0 && <Box>{t('log.none')}</Box>}
      {shown.length > 0 && (
        <Table label={t('log.list')} heads={[t('log.when'), t('log.who'), t('log.what'), t('log.record')]}>
          {shown.slice(0, MOST_SHOWN).map((one) => (
            <LogRow key={one.opId} entry={one} />
          ))}
        </Table>
      )}
    </>
  )
}

function kindFrom(value: string): LogKind | null {
  return LOG_KINDS.find((one) => one === value) ?? null
}

function LogRow({ entry }: { entry: AccessEntry }) {
  const { t } = useTranslation('privacy')
  const { at, who, kind, number, count, filter } = entry
  const many = count !== null && number === '' ? t('log.count', { count }) : ''
  return (
    <tr>
      <td>{formatDateTime(at)}</td>
      <th scope="row">{who}</th>
      <td>{t(`logKind.${kind}`)}</td>
      <td>{[number, many, filter].filter(Boolean).join(' · ')}</td>
    </tr>
  )
}

const selectLook = {
  height: 32,
  px: 1,
  font: 'inherit',
  color: 'text.primary',
  bgcolor: 'background.paper',
  border: '1px solid',
  borderColor: 'text.secondary',
  borderRadius: 1,
} as const

interface ChooserProps {
  label: string
  value: string
  onChange: (value: string) => void
  children: [string, string][]
}

function Chooser({ label, value, onChange, children }: ChooserProps) {
  const { t } = useTranslation('privacy')
  return (
    <Box component="label" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      {label}
      <Box
        component="select"
        value={value}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => onChange(event.target.value)}
        sx={selectLook}
      >
        <option value="">{t('log.all')}</option>
        {children.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Box>
    </Box>
  )
}

/** CSV; what takes the log away stands in it too. A field that a spreadsheet would reckon is made a word. */
function useLogExport(entries: readonly AccessEntry[]): () => Promise<void> {
  const { t } = useTranslation('privacy')
  const data = useData()
  return async () => {
    const rows = entries.map(({ at, who, kind, number, count, filter }) => [
      formatDateTime(at),
      who,
      t(`logKind.${kind}`),
      number,
      String(count ?? ''),
      filter,
    ])
    const heads = [t('log.when'), t('log.who'), t('log.what'), t('log.record'), '', '']
    const text = [heads, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')
    const note = { table: 'office', count: entries.length, filter: t('log.title') }
    const noted = await data.run(noteListExportCommand, note)
    if (!noted.ok) return announce(refusalText(noted.refusal), 'problem')
    const suggestedName = `${t('log.fileName')}-${civilDayOf(data.ports.now())}.csv`
    const saved = await desk.invoke('files.saveText', { suggestedName, text, encoding: 'utf8-bom' })
    if (!saved.ok) announce(refusalText(saved.refusal), 'problem')
  }
}

function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
