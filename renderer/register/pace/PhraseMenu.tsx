import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHRASE_MAX_LENGTH } from '../../../shared/domain/office/phrases'
import { phrasesOf, removePhraseCommand, savePhraseCommand, useQuery, useRun } from '../../data'
import { announce, refusalText } from '../../ui'

interface PhraseMenuProps {
  field: string
  anchor: HTMLElement | null
  /** What 存为常用语 would save: the marked words, or the whole text. */
  toSave: string
  onPick: (phrase: string) => void
  onClose: () => void
}

/** 常用语 of a field: ↑↓ and Enter put one into the text, Del takes it out of the list. */
export function PhraseMenu({ field, anchor, toSave, onPick, onClose }: PhraseMenuProps) {
  const { t } = useTranslation('pace')
  const phrases = useQuery((db) => phrasesOf(db, field), [field])
  const commands = usePhraseCommands(field)
  const savable = toSave !== '' && toSave.length <= PHRASE_MAX_LENGTH
  if (!phrases) return null
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        list: { 'aria-label': t('phrases.title') },
        paper: { sx: { maxWidth: 560, maxHeight: 360 } },
      }}
    >
      {phrases.length === 0 && (
        <MenuItem disabled sx={{ whiteSpace: 'normal', fontSize: 13 }}>
          {t('phrases.none')}
        </MenuItem>
      )}
      {phrases.map(({ id, text }) => (
        <MenuItem
          key={id}
          onClick={() => onPick(text)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Delete') void commands.remove(id)
          }}
          sx={{ gap: 2 }}
        >
          <Box sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>{text}</Box>
          <Box
            component="span"
            aria-hidden
            title={t('phrases.remove')}
            onClick={(event) => {
              event.stopPropagation()
              void commands.remove(id)
            }}
            sx={{ display: 'flex', color: 'text.secondary', fontSize: 18 }}
          >
            <DeleteOutlined fontSize="inherit" />
          </Box>
        </MenuItem>
      ))}
      <Divider />
      <MenuItem
        disabled={!savable || commands.busy}
        onClick={() => void commands.save(toSave).then(onClose)}
        sx={{ whiteSpace: 'normal' }}
      >
        {savable ? t('phrases.save', { text: short(toSave) }) : t('phrases.saveHint')}
      </MenuItem>
    </Menu>
  )
}

function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

function usePhraseCommands(field: string) {
  const { t } = useTranslation('pace')
  const run = useRun()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    save: async (text: string): Promise<void> => {
      setBusy(true)
      const saved = await run(savePhraseCommand, { field, text })
      setBusy(false)
      if (saved.ok) announce(t('phrases.saved'))
      else announce(refusalText(saved.refusal), 'problem')
    },
    remove: async (id: string): Promise<void> => {
      const removed = await run(removePhraseCommand, { id })
      if (removed.ok) announce(t('phrases.removed'))
      else announce(refusalText(removed.refusal), 'problem')
    },
  }
}
