/** Look of the tables of figures: dense, with room for long names. */
export const FIGURE_TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 2, py: 1, textAlign: 'left', borderBottom: '1px solid', borderColor: 'divider' },
  '& thead th': { fontSize: 13, fontWeight: 400, color: 'text.secondary', whiteSpace: 'nowrap' },
  '& tbody th': { fontWeight: 400 },
  '& .number': { textAlign: 'right', whiteSpace: 'nowrap' },
} as const
