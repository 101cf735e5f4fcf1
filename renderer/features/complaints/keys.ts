import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenKey } from '../../ui'

/** The keys of the complaints for F1: those of the intake, or of list and record. */
export function useComplaintKeys(intake: boolean): readonly ScreenKey[] {
  const { t } = useTranslation(['complaints', 'list', 'guidance', 'pace'])
  return useMemo(() => {
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
      { keys: 'Enter', text: t('keys.open') },
      { keys: t('list:keys.space'), text: t('list:keys.select') },
      { keys: 'Shift+↑ ↓', text: t('list:keys.span') },
      { keys: 'Ctrl+A', text: t('list:keys.all') },
      { keys: 'Esc', text: t('keys.back') },
      { keys: 'Ctrl+N', text: t('keys.new') },
      { keys: 'Ctrl+S', text: t('keys.save') },
      saveAndClose,
      { keys: 'Ctrl+P', text: t('keys.print') },
      { keys: 'F2', text: t('keys.edit') },
      phrases,
      guide,
      { keys: 'Ctrl+Z', text: t('keys.undo') },
    ]
  }, [t, intake])
}
