import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenKey } from '../../ui'

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
  /** Whether other registers are a tab away. */
  tabs?: boolean
}

const NONE: readonly ScreenKey[] = []

/** The keys of a register for F1: those of the intake, or of list and record. `words` may be new every time. */
export function useRegisterKeys(words: KeyWords, intake: boolean): readonly ScreenKey[] {
  const { t } = useTranslation(['record', 'list', 'guidance', 'pace'])
  const { open, create, print, edit, tabs, more = NONE } = words
  return useMemo(() => {
    const line = (keys: string, text: string | undefined) => (text ? [{ keys, text }] : [])
    const phrases = { keys: 'Alt+↓', text: t('pace:keys.phrases') }
    const saveAndClose = { keys: 'Ctrl+Enter', text: t('keys.saveAndClose') }
    const guide = { keys: 'Alt+G', text: t('guidance:keys.guide') }
    if (intake) {
      return [
        { keys: 'Enter', text: t('pace:keys.next') },
        phrases,
        guide,
        { keys: 'Ctrl+S', text: t('pace:keys.saveAndOpen') },
        saveAndClose,
        { keys: 'Esc', text: t('pace:keys.leave') },
      ]
    }
    return [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: 'Enter', text: open },
      { keys: t('list:keys.space'), text: t('list:keys.select') },
      { keys: 'Shift+↑ ↓', text: t('list:keys.span') },
      { keys: 'Ctrl+A', text: t('list:keys.all') },
      { keys: 'Esc', text: t('keys.back') },
      ...line('Ctrl+Tab', tabs ? t('keys.tabs') : undefined),
      ...line('Ctrl+N', create),
      { keys: 'Ctrl+S', text: t('keys.save') },
      saveAndClose,
      ...line('Ctrl+P', print),
      ...line('F2', edit),
      phrases,
      guide,
      { keys: 'Ctrl+Z', text: t('keys.undo') },
      ...more,
    ]
  }, [t, intake, open, create, print, edit, tabs, more])
}
