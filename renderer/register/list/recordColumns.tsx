import type { Duty } from '../../../shared/domain/register/types'
import { type ChipTone, currentLocale, DueText, StatusChip } from '../../ui'
import type { ListColumn, Room, Words } from './definition'
import { dutyWord } from './dutyWord'

/** Of a person only what tells most where there is little room: the 房号, else the name. */
export function personWords(
  person: { unitCode: string; name: string } | undefined,
  room: Room = 'wide',
): string {
  const parts = [person?.unitCode, person?.name].filter(Boolean)
  return room === 'narrow' ? (parts[0] ?? '') : parts.join(' ')
}

/** The first words of what was said, in one line. */
export function inOneLine(text: string, length = 120): string {
  return text.slice(0, length).replaceAll(/\s+/g, ' ')
}

/** 编号: always there and always whole: it is what stands on the paper and what people read out. */
export function numberColumn(t: Words<'field.number'>): ListColumn<{ number: string }> {
  return {
    key: 'number',
    header: t('field.number'),
    width: '134px',
    from: 'narrow',
    fixed: true,
    render: ({ number }) => number,
  }
}

interface StateColumn<S extends string> {
  tones: Readonly<Record<S, ChipTone>>
  /** CSS grid tracks: its longest word, with its chip and without. */
  width: string
  narrow?: string
}

/** 状态: its word with shape and colour. */
export function stateColumn<S extends string>(
  t: Words<'field.state' | `state.${S}`>,
  { tones, ...tracks }: StateColumn<S>,
): ListColumn<{ state: S }> {
  return {
    key: 'state',
    header: t('field.state'),
    ...tracks,
    from: 'narrow',
    render: ({ state }, room) => (
      <StatusChip tone={tones[state]} label={t(`state.${state}`)} plain={room === 'narrow'} />
    ),
  }
}

/** 下一期限: what is due next, and when. `width`: of the Chinese words where they are longer than elsewhere. */
export function dueColumn(
  t: Words<'list.columns.due'>,
  namespace: string,
  width = '184px',
): ListColumn<{ duty: Duty | null }> {
  const tracks = currentLocale() === 'en' ? { width: '232px' } : { width, narrow: '176px' }
  return {
    key: 'due',
    header: t('list.columns.due'),
    ...tracks,
    from: 'narrow',
    render: ({ duty }) => duty && <DueText dueAt={duty.dueAt} what={dutyWord(namespace, duty.kind)} />,
  }
}
