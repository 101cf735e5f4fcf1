import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listDrafts, useData } from '../../data'
import { desk } from '../../platform/desk'
import { SaveDiagnostics } from './SaveDiagnostics'
import { type TypedField, typedInDraft, typedText } from './typed'

/** What was typed on the screen that broke, else what the newest draft of this user holds. */
async function wordsToCopy(data: ReturnType<typeof useData>, typed: readonly TypedField[]): Promise<string> {
  if (typed.length > 0) return typedText(typed)
  const userId = data.session.actor()?.userId ?? ''
  const [newest] = await listDrafts(data.db, userId).catch(() => [])
  return newest ? typedText(typedInDraft(newest.values)) : ''
}

/** 复制已输入的内容, and whether it worked. */
function CopyTyped({ typed }: { typed: () => readonly TypedField[] }) {
  const { t } = useTranslation('trouble')
  const data = useData()
  const [said, setSaid] = useState('')
  const copy = async () => {
    const words = await wordsToCopy(data, typed())
    if (words === '') return setSaid(t('copy.nothing'))
    const copied = await navigator.clipboard.writeText(words).then(
      () => true,
      () => false,
    )
    return setSaid(t(copied ? 'copy.done' : 'copy.failed'))
  }
  return (
    <>
      <Button onClick={() => void copy()}>{t('copy.button')}</Button>
      <Box role="status" sx={{ alignSelf: 'center' }}>
        {said}
      </Box>
    </>
  )
}

/** Ways out that are there whatever broke: `children` come first. Without `typed` nothing can have been typed. */
export function TroubleWays({
  typed,
  children,
}: {
  typed?: () => readonly TypedField[]
  children?: ReactNode
}) {
  const { t } = useTranslation('trouble')
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {children}
        <Button onClick={() => void desk.invoke('trouble.restart', {})}>{t('restart')}</Button>
      </Box>
      {typed && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <CopyTyped typed={typed} />
        </Box>
      )}
      <SaveDiagnostics />
    </>
  )
}
