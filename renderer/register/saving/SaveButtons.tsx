import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dispatchCommand } from '../../ui'

/** 保存 and 保存并回到列表, which do what Ctrl+S and Ctrl+Enter do. */
export function SaveButtons() {
  const { t } = useTranslation('record')
  return (
    <>
      <Button type="submit" variant="contained" title="Ctrl+S">
        {t('save')}
      </Button>
      <Button title="Ctrl+Enter" onClick={() => dispatchCommand('saveAndClose')}>
        {t('saveAndClose')}
      </Button>
    </>
  )
}

interface SaveOrFoldProps {
  /** 保存, unless another word says more. */
  label?: ReactNode
  onFold: () => void
}

/** 保存 and 收起, of a form that opened within a screen; they do what Ctrl+S and Esc do. */
export function SaveOrFold({ label, onFold }: SaveOrFoldProps) {
  const { t } = useTranslation('record')
  return (
    <>
      <Button type="submit" variant="contained" title="Ctrl+S">
        {label ?? t('save')}
      </Button>
      <Button title="Esc" onClick={onFold}>
        {t('fold')}
      </Button>
    </>
  )
}
