import type { TFunction } from 'i18next'
import type { Fallen, Telling } from './telling'

/** A duty with the words that a notice may say of it. */
export interface FallenInWords extends Fallen {
  number: string
  registerLabel: string
  dutyLabel: string
}

/** What the system is asked to show; `route` is opened by a click. */
export interface NoticeWords {
  title: string
  body: string
  route: string
}

/**
 * The words of a notice. Behind the lock only figures: nothing of a resident, and no number that leads to one. In the
 * open the duty and the number, never what somebody said: a person's own words name people and phones, and the system
 * keeps what it showed, on its own lock screen too.
 */
export function noticeWords(
  telling: Telling<FallenInWords>,
  locked: boolean,
  t: TFunction<'today'>,
): NoticeWords {
  if (telling.kind === 'morning') return morningWords(telling, t)
  const { dues } = telling
  const [only] = dues
  if (dues.length === 1 && only && !locked) {
    return {
      title: t('notice.one', { duty: only.dutyLabel }),
      body: only.number,
      route: `/${only.register}/${only.id}`,
    }
  }
  return { title: manyTitle(dues, t), body: locked ? t('notice.locked') : kinds(dues, t), route: '/today' }
}

function morningWords(
  { overdue, today }: { overdue: number; today: number },
  t: TFunction<'today'>,
): NoticeWords {
  if (today === 0) return { title: t('notice.overdue', { count: overdue }), body: '', route: '/today' }
  const body = overdue > 0 ? t('notice.alsoOverdue', { count: overdue }) : ''
  return { title: t('notice.today', { count: today }), body, route: '/today' }
}

function manyTitle(dues: readonly FallenInWords[], t: TFunction<'today'>): string {
  const registers = new Set(dues.map(({ registerLabel }) => registerLabel))
  const [register] = registers
  const count = dues.length
  return registers.size === 1 && register !== undefined
    ? t('notice.manyOf', { count, register })
    : t('notice.many', { count })
}

function kinds(dues: readonly FallenInWords[], t: TFunction<'today'>): string {
  const counts = new Map<string, number>()
  for (const { dutyLabel } of dues) counts.set(dutyLabel, (counts.get(dutyLabel) ?? 0) + 1)
  return [...counts].map(([duty, count]) => t('notice.kind', { duty, count })).join(' · ')
}
