import Box from '@mui/material/Box'
import { FlagList } from './FlagList'
import { useHousehold } from './useHousehold'

/** The household's flags and standing instructions alone, for where the rest about it stands far below. */
export function FlagStrip({ unitId }: { unitId: string | null }) {
  const household = useHousehold(unitId)
  if (!household || household.visibleFlags.length + household.activeInstructions.length === 0) return null
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FlagList household={household} />
    </Box>
  )
}
