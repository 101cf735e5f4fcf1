import { type ReactNode, useState } from 'react'
import { useData } from '../../data'
import FirstStart from '../../features/first-start'
import FirstSheet from '../../features/vault/FirstSheet'
import { desk } from '../../platform/desk'

/** The first start: the office and its director, then its 《恢复单》; the desk opens after that. */
export default function FirstSteps({ onDone, aside }: { onDone: () => void; aside: ReactNode }) {
  const data = useData()
  const [saved, setSaved] = useState(false)
  if (saved) return <FirstSheet onDone={onDone} />
  return (
    <FirstStart
      aside={aside}
      onHashPin={(pin) => desk.invoke('pin.hash', { pin })}
      onDone={async (directorId, pin) => {
        await data.signIn(directorId, pin)
        setSaved(true)
      }}
    />
  )
}
