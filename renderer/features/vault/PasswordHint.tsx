import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import {
  readGroups,
  SHEET_GROUP_LENGTH,
  SHEET_GROUPS,
  strangeLetters,
} from '../../../shared/domain/office/sheetPassword'

/**
 * What was typed so far in the groups of the sheet, so that eye and finger can follow it; and letters that no sheet has,
 * before the whole was typed in vain.
 */
export function PasswordHint({ typed }: { typed: string }) {
  const { t } = useTranslation('vault')
  const groups = readGroups(typed)
  const strange = strangeLetters(typed)
  const count = Math.max(SHEET_GROUPS, groups.length)
  return (
    <Box sx={{ mt: 1 }}>
      <Box aria-hidden sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', fontSize: 18, fontWeight: 600 }}>
        {Array.from({ length: count }, (_, index) => {
          const letters = groups[index] ?? ''
          const beyond = index >= SHEET_GROUPS
          return (
            <Box
              key={`${index + 1}`}
              component="span"
              sx={{
                fontFamily: 'Consolas, Menlo, "DejaVu Sans Mono", monospace',
                color: beyond ? 'error.main' : letters ? 'text.primary' : 'text.secondary',
              }}
            >
              {letters.padEnd(SHEET_GROUP_LENGTH, '·')}
            </Box>
          )
        })}
      </Box>
      <Box
        role="status"
        sx={{ fontSize: 12, mt: 0.5, color: strange.length > 0 ? 'error.main' : 'text.secondary' }}
      >
        {strange.length > 0 ? t('password.strange', { letters: strange.join(' ') }) : t('password.forgiving')}
      </Box>
    </Box>
  )
}
