import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { desk } from '../../../platform/desk'
import { announce, FieldFrame, refusalText } from '../../../ui'
import { useFolderState } from './useFolderState'

/** 扫描文件夹 of this machine, in 设置. */
export function FolderSetting() {
  const { t } = useTranslation('scans')
  const [state, setState] = useFolderState()
  const ask = async (channel: 'scanFolder.choose' | 'scanFolder.forget') => {
    const answer = await desk.invoke(channel, {})
    if (answer.ok) setState(answer.value)
    else announce(refusalText(answer.refusal), 'problem')
  }
  return (
    <FieldFrame
      label={t('folder.label')}
      hint={t('folder.hint')}
      error={state?.problem ? refusalText({ key: state.problem }) : undefined}
      group
    >
      {() => (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
          <Box sx={{ overflowWrap: 'anywhere' }}>{state?.folder ?? t('folder.none')}</Box>
          <Button onClick={() => void ask('scanFolder.choose')}>{t('folder.choose')}</Button>
          {state?.folder && (
            <Button variant="text" onClick={() => void ask('scanFolder.forget')}>
              {t('folder.forget')}
            </Button>
          )}
        </Box>
      )}
    </FieldFrame>
  )
}
