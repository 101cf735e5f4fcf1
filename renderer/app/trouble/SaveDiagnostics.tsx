import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { useData } from '../../data'
import { RefusalBar } from '../../ui'
import { saveDiagnostics } from './pageFacts'

/** 保存诊断文件, with what it holds said before and where it lies said after. */
export function SaveDiagnostics() {
  const { t } = useTranslation('trouble')
  const data = useData()
  const [path, setPath] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const save = async () => {
    const saved = await saveDiagnostics(data)
    setRefusal(saved.ok ? null : saved.refusal)
    if (saved.ok && saved.value.path !== null) setPath(saved.value.path)
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Button onClick={() => void save()}>{t('diagnostics.button')}</Button>
      <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{t('diagnostics.about')}</Box>
      {path !== null && (
        <Box role="status" sx={{ overflowWrap: 'anywhere' }}>
          {t('diagnostics.saved', { path })}
        </Box>
      )}
      {refusal && <RefusalBar refusal={refusal} />}
    </Box>
  )
}
