import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { endedAt, isOpen } from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { yuanText } from '../../../../shared/domain/lostItem/value'
import { formatPhone } from '../../../../shared/util/contact'
import { formatCivil } from '../../../../shared/util/civilTime'
import type { SheetField } from '../../../register/export/fields'
import type { SheetCell } from '../../../register/export/sheet'
import type { ListColumn, ListDefinition } from '../../../register/list/definition'
import { currentLocale, DueText, formatDateTime, StatusChip, translateKey } from '../../../ui'
import { DEFAULTS, itemFilters, tidy } from './filters'
import { ITEM_TONES } from './words'

type T = TFunction<'lostItems'>

/** The list of 失物, for the list that all registers share. */
export function useItemList(): ListDefinition<'lostItems'> {
  const { t } = useTranslation('lostItems')
  // An exported file is read in the office, whatever language whoever made it works in.
  const { t: office } = useTranslation('lostItems', { lng: 'zh-CN' })
  const english = currentLocale() === 'en'
  return useMemo(
    () => ({
      id: 'lostItems',
      table: 'lostItems',
      searchKind: 'lostItem',
      label: t('list.label'),
      search: t('list.search'),
      searchHint: t('list.searchHint'),
      filters: itemFilters(t),
      defaults: DEFAULTS,
      tidy,
      columns: itemColumns(t, english),
      nameOf: ({ number }) => number,
      dueOf: ({ duty }) => duty?.dueAt ?? null,
      sheet: itemSheet(office),
      fileName: office('list.fileName'),
    }),
    [english, office, t],
  )
}

/** What it is, in one line; of a blank sheet, that it is to be filled in. */
function what({ intake, state }: LostItem): string {
  if (state === 'reserved') return translateKey('paper:fillIn.waiting')
  return [intake.name, intake.features].filter(Boolean).join('，').slice(0, 120).replaceAll(/\s+/g, ' ')
}

function itemColumns(t: T, english: boolean): ListColumn<LostItem>[] {
  return [
    {
      key: 'number',
      header: t('field.number'),
      width: '134px',
      from: 'narrow',
      fixed: true,
      render: ({ number }) => number,
    },
    {
      key: 'state',
      header: t('field.state'),
      width: english ? '120px' : '104px',
      narrow: english ? '96px' : '88px',
      from: 'narrow',
      render: ({ state }, room) => (
        <StatusChip tone={ITEM_TONES[state]} label={t(`state.${state}`)} plain={room === 'narrow'} />
      ),
    },
    {
      key: 'what',
      header: t('list.columns.what'),
      width: 'minmax(80px, 3fr)',
      from: 'narrow',
      render: (record) => <span title={what(record)}>{what(record)}</span>,
    },
    {
      key: 'where',
      header: t('list.columns.where'),
      width: 'minmax(80px, 1fr)',
      from: 'wide',
      render: ({ intake }) => intake.foundPlace,
    },
    {
      key: 'shelf',
      header: t('list.columns.shelf'),
      width: 'minmax(88px, 1fr)',
      from: 'middle',
      render: ({ intake }) => intake.storedAt,
    },
    {
      key: 'due',
      header: t('list.columns.due'),
      width: english ? '198px' : '168px',
      ...(english ? {} : { narrow: '160px' }),
      from: 'narrow',
      render: ({ duty }) => duty && <DueText dueAt={duty.dueAt} what={dutyWord(duty.kind, t)} />,
    },
    ...moreColumns(t),
  ]
}

function moreColumns(t: T): ListColumn<LostItem>[] {
  return [
    {
      key: 'category',
      header: t('field.category'),
      width: '88px',
      render: ({ intake }) => t(`category.${intake.category}`),
    },
    {
      key: 'estimate',
      header: t('field.estimate'),
      width: '96px',
      align: 'right',
      render: ({ intake }) => (intake.estimate.fen === null ? '' : yuanText(intake.estimate.fen)),
    },
    {
      key: 'handedInAt',
      header: t('field.handedInAt'),
      width: '124px',
      render: ({ intake }) => formatDateTime(intake.handedInAt),
    },
    {
      key: 'finder',
      header: t('field.finder'),
      width: 'minmax(64px, 0.6fr)',
      render: ({ intake }) => intake.finder.name,
    },
    {
      key: 'receivedBy',
      header: t('field.receivedBy'),
      width: 'minmax(64px, 0.6fr)',
      render: ({ intake }) => intake.receivedBy,
    },
  ]
}

/** What is due, in the word of the screen. */
function dutyWord(kind: string, t: T): string {
  return t(`duty.${kind as 'custody'}`, { defaultValue: kind })
}

/** Characters: a number, a moment, a word, a sentence, what somebody said. */
const WIDTHS = { number: 20, moment: 17, word: 12, line: 24, text: 48 } as const

function moment(at: string | null | undefined): SheetCell {
  return at ? { moment: formatCivil(at) } : ''
}

/** The columns of an exported list, the fields of domain 6 in their order. */
function itemSheet(t: T): SheetField<LostItem>[] {
  const field =
    (width: keyof typeof WIDTHS) =>
    (header: string, cell: (record: LostItem) => SheetCell | null | undefined): SheetField<LostItem> => ({
      header,
      width: WIDTHS[width],
      cell: (record) => cell(record) ?? '',
    })
  const [number, at, word, line, text] = [
    field('number'),
    field('moment'),
    field('word'),
    field('line'),
    field('text'),
  ]
  const given = ({ claims }: LostItem) => claims.find(({ claimedAt }) => claimedAt !== null)
  return [
    number(t('field.number'), (record) => record.number),
    word(t('field.state'), ({ state }) => t(`state.${state}`)),
    line(t('field.name'), ({ intake }) => intake.name),
    word(t('field.category'), ({ intake }) => t(`category.${intake.category}`)),
    word(t('field.quantity'), ({ intake }) => String(intake.quantity)),
    text(t('field.features'), ({ intake }) => intake.features),
    word(t('field.estimate'), ({ intake: { estimate } }) =>
      estimate.fen === null ? t(`band.${estimate.band}`) : yuanText(estimate.fen),
    ),
    at(t('field.foundAt'), ({ intake }) => moment(intake.foundAt)),
    line(t('field.foundPlace'), ({ intake }) => intake.foundPlace),
    word(t('field.finder'), ({ intake }) => intake.finder.name),
    word(t('field.finderRole'), ({ intake }) => intake.finder.role),
    word(t('field.finderPhone'), ({ intake }) => formatPhone(intake.finder.phone)),
    at(t('field.handedInAt'), ({ intake }) => moment(intake.handedInAt)),
    word(t('field.receivedBy'), ({ intake }) => intake.receivedBy),
    word(t('field.countedBy'), ({ intake }) => intake.countedBy),
    line(t('field.storedAt'), ({ intake }) => intake.storedAt),
    line(t('field.clues'), ({ intake }) => intake.clues),
    line(t('field.remarks'), ({ intake }) => intake.remarks),
    at(t('field.postedAt'), ({ notices }) => moment(notices[0]?.postedAt)),
    at(t('field.custodyUntil'), ({ custodyUntil }) => moment(custodyUntil)),
    word(t('field.claimant'), (record) => given(record)?.name),
    at(t('field.claimedAt'), (record) => moment(given(record)?.claimedAt)),
    line(t('field.office'), ({ handOver }) => handOver?.office),
    line(t('field.receipt'), ({ handOver }) => handOver?.receipt),
    line(t('field.opinion'), ({ decisions }) => decisions.at(-1)?.opinion),
    at(t('list.endedAt'), (record) => (isOpen(record) ? '' : moment(endedAt(record)))),
    line(t('list.voidReason'), (record) => record.void?.reason),
    line(t('list.linked'), ({ links }) => links.map((link) => link.number).join('、')),
    word(t('list.columns.due'), ({ duty }) => duty && dutyWord(duty.kind, t)),
    at(t('list.dueAt'), ({ duty }) => moment(duty?.dueAt)),
  ]
}
