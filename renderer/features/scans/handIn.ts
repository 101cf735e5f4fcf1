/** What a scanner or a telephone writes. */
const ACCEPT = '.jpg,.jpeg,.png,.pdf'

type TakeFiles = (files: File[]) => void

// The frame around the screens takes what is handed in, wherever that was asked for.
let taker: TakeFiles = () => undefined

/** Takes files from now on; answers how to end that. */
export function takeHandedIn(take: TakeFiles): () => void {
  taker = take
  return () => {
    taker = () => undefined
  }
}

/** 读入扫描件…: the system's file chooser. */
export function openScanChooser(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = ACCEPT
  input.addEventListener('change', () => taker([...(input.files ?? [])]), { once: true })
  input.click()
}
