import { createContext, useContext } from 'react'

/** Row height of lists in px: 32, or 40 with 舒适 in settings (ui.md, "Look"). */
export const RowHeightContext = createContext(32)

export function useRowHeight(): number {
  return useContext(RowHeightContext)
}
