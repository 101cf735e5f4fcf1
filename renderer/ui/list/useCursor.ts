import { useState } from 'react'

/** The cursor of a list follows the record that is opened, from wherever, and stays when it is closed. */
export function useCursor(id: string | null): [string | null, (id: string) => void] {
  const [cursor, setCursor] = useState(id)
  const [opened, setOpened] = useState(id)
  if (id !== opened) {
    setOpened(id)
    if (id) setCursor(id)
  }
  return [cursor, setCursor]
}
