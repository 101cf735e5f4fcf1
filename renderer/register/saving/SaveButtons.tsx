import Button from '@mui/material/Button'
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
