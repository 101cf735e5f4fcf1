import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenKey } from '../../ui'

/** In the records alone, or in the intake too. */
type Where = 'records' | 'everywhere'

/** What the keys of a register do, in its own words. */
export interface KeyWords {
  /** 打开选中的投诉 */
  open: string
  /** 登记新投诉; none where nothing is begun here. */
  create?: string
  /** 打印《投诉来访记录》 */
  print?: string
  /** 更正受理内容 */
  edit?: string
  /** What only this register has; a constant or memoized. */
  more?: readonly ScreenKey[]
  /** Where 常用语 can be put in, by Alt+↓; nowhere without it. */
  phrases?: Where
  /** Where 处理指引 stands beside the form, by Alt+G; nowhere without it. */
  guide?: Where
  /** Lines that cannot be selected, several at once. */
  single?: boolean
  /** Whether a 更正单 is begun in its records, once their month is locked. */
  corrects?: boolean
  /** Whether other registers are a tab away. */
  tabs?: boolean
}

const NONE: readonly ScreenKey[] = []

/** The keys of a register for F1: those of the intake, or of list and record. `words` may be new every time. */
export function useRegisterKeys(words: KeyWords, intake: boolean): readonly ScreenKey[] {
  const { t } = useTranslation(['record', 'list', 'guidance', 'pace', 'corrections'])
  const { open, create, print, edit, phrases, guide, single, corrects, tabs, more = NONE } = words
  return useMemo(() => {
    const line = (keys: string, text: string | undefined) => (text ? [{ keys, text }] : [])
    const here = (where: Where | undefined) => where === 'everywhere' || (where === 'records' && !intake)
    const help = [
      ...line('Alt+↓', here(phrases) ? t('pace:keys.phrases') : undefined),
      ...line('Alt+G', here(guide) ? t('guidance:keys.guide') : undefined),
    ]
    const saveAndClose = { keys: 'Ctrl+Enter', text: t('keys.saveAndClose') }
    const selecting = [
      { keys: t('list:keys.space'), text: t('list:keys.select') },
      { keys: 'Shift+↑ ↓', text: t('list:keys.span') },
      { keys: 'Ctrl+A', text: t('list:keys.all') },
    ]
    if (intake) {
      return [
        { keys: 'Enter', text: t('pace:keys.next') },
        ...help,
        { keys: 'Ctrl+S', text: t('pace:keys.saveAndOpen') },
        saveAndClose,
        { keys: 'Esc', text: t('pace:keys.leave') },
      ]
    }
    return [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: 'Enter', text: open },
      ...(single ? [] : selecting),
      { keys: 'Esc', text: t('keys.back') },
      ...line('Ctrl+Tab', tabs ? t('keys.tabs') : undefined),
      ...line('Ctrl+N', create),
      { keys: 'Ctrl+S', text: t('keys.save') },
      saveAndClose,
      ...line('Ctrl+P', print),
      ...line(
        'F2',
        [edit, corrects && t('corrections:keys.begin')].filter(Boolean).join(t('corrections:keys.or')),
      ),
      ...help,
      { keys: 'Ctrl+Z', text: t('keys.undo') },
      ...more,
    ]
  }, [t, intake, open, create, print, edit, phrases, guide, single, corrects, tabs, more])
}
