import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Incident } from '../../../../shared/domain/incident/types'
import { useSession } from '../../../data'
import { formatTime, RefusalBar } from '../../../ui'
import { useStamping } from './useStamping'

/**
 * 记一笔: Ctrl+T comes here from anywhere in the record and stamps the moment; Enter writes the line down and stays
 * for the next. Whatever else is being filled in meanwhile is left as it is.
 */
export function StampLine({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { text, at, change, stamp, write, refused, forget } = useStamping(record)
  useFocusAtFirst(input, record.timeline.length === 0)
  useStampKey(() => {
    const here = document.activeElement === input.current
    if (here && text.trim() !== '') void write()
    else stamp()
    input.current?.focus()
  })
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    void write()
  }
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <RefusalBar refusal={refused} onClose={forget} />
      <Box component="label" htmlFor={id} sx={{ fontWeight: 600 }}>
        {t('timeline.label')}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <OutlinedInput
          id={id}
          inputRef={input}
          fullWidth
          value={text}
          placeholder={t('timeline.hint')}
          onChange={(event) => change(event.target.value)}
          onKeyDown={keys}
          startAdornment={
            at && (
              <Box
                component="strong"
                sx={{ mr: 2, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
              >
                {formatTime(at)}
              </Box>
            )
          }
          inputProps={{ maxLength: 2000, autoComplete: 'off', 'aria-keyshortcuts': 'Control+T' }}
          sx={{ fontSize: 16, height: 40 }}
        />
        <Button variant="contained" title="Enter" onClick={() => void write()} sx={{ whiteSpace: 'nowrap' }}>
          {t('timeline.write')}
        </Button>
      </Box>
    </Box>
  )
}

/** Whoever has just opened an event writes its first line: the keyboard goes here and not to the main button. */
function useFocusAtFirst(input: RefObject<HTMLInputElement | null>, empty: boolean): void {
  const state: unknown = useLocation().state
  const wanted = empty && typeof state === 'object' && state !== null && 'focus' in state
  const first = useRef(wanted)
  useEffect(() => {
    if (!first.current) return undefined
    // After the record, which takes the keyboard as it opens.
    const frame = requestAnimationFrame(() => input.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [input])
}

/** Ctrl+T, wherever the keyboard is, but in a dialog or behind the lock. */
function useStampKey(run: () => void): void {
  const { locked } = useSession()
  const newest = useRef(run)
  useEffect(() => {
    newest.current = run
  })
  useEffect(() => {
    if (locked) return undefined
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 't') return
      if (document.querySelector('[role=dialog]')) return
      event.preventDefault()
      newest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [locked])
}
