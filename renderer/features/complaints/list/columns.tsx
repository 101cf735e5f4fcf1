import Box from '@mui/material/Box'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { type Column, currentLocale, DueText, StatusChip } from '../../../ui'
import { STATE_TONES } from '../words'

/** How much room a list has: in a narrow one the columns that tell least give way. */
export type Room = 'narrow' | 'middle' | 'wide'

/** The room for a width in px. */
export function roomFor(width: number): Room {
  if (width < 620) return 'narrow'
  return width < 900 ? 'middle' : 'wide'
}

/** The first words of what was complained of, in one line. */
function firstWords({ intake }: Complaint): string {
  return intake.content.slice(0, 120).replaceAll(/\s+/g, ' ')
}

/** 房号 and name, as far as the person wants to be known; the first of them where there is little room. */
function useWho(room: Room): (record: Complaint) => string {
  const { t } = useTranslation('complaints')
  return useCallback(
    ({ intake: { complainant } }: Complaint) => {
      if (complainant.anonymous) return t('list.anonymous')
      const known = [complainant.unitCode, complainant.name].filter(Boolean)
      return room === 'narrow' ? (known[0] ?? '') : known.join(' ')
    },
    [room, t],
  )
}

/** One line a record (ui.md, "List"). */
export function useColumns(room: Room): Column<Complaint>[] {
  const { t } = useTranslation('complaints')
  const who = useWho(room)
  // English says a deadline in more letters.
  const english = currentLocale() === 'en'
  return useMemo(() => {
    const columns: (Column<Complaint> | false)[] = [
      {
        key: 'number',
        header: t('field.number'),
        // Always whole: it is what stands on the paper and what people read out.
        width: '134px',
        render: ({ number }) => number,
      },
      {
        key: 'state',
        header: t('field.state'),
        width: room === 'narrow' ? '70px' : '96px',
        render: ({ state }) => (
          <StatusChip tone={STATE_TONES[state]} label={t(`state.${state}`)} plain={room === 'narrow'} />
        ),
      },
      {
        key: 'what',
        header: t('list.columns.what'),
        width: 'minmax(80px, 3fr)',
        render: (record) => <What record={record} who={room === 'narrow' ? who(record) : ''} />,
      },
      room === 'wide' && {
        key: 'where',
        header: t('list.columns.where'),
        width: 'minmax(80px, 1fr)',
        render: ({ intake }) => intake.place,
      },
      room !== 'narrow' && {
        key: 'who',
        header: t('list.columns.who'),
        width: 'minmax(96px, 1fr)',
        render: who,
      },
      {
        key: 'due',
        header: t('list.columns.due'),
        width: room === 'narrow' && !english ? '160px' : '168px',
        render: ({ duty }) => duty && <DueText dueAt={duty.dueAt} what={dutyWord(duty.kind, t)} />,
      },
    ]
    return columns.filter((column) => column !== false)
  }, [english, room, t, who])
}

function dutyWord(kind: string, t: ReturnType<typeof useTranslation<'complaints'>>['t']): string {
  return t(`duty.${kind as 'judge'}`, { defaultValue: kind })
}

function What({ record, who }: { record: Complaint; who: string }) {
  return (
    <span title={record.intake.content.slice(0, 300)}>
      {who && (
        <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
          {who}
        </Box>
      )}
      {firstWords(record)}
    </span>
  )
}
