import type { FileKeeper } from '../useAddAttachment'
import { useKeepFiles } from '../useAddAttachment'
import { keepFiles, type StoreOutcome } from '../files'
import { desk } from '../../../platform/desk'
import { preparePicture } from './preparePicture'

/**
 * Keeps files like `useKeepFiles`, pictures scaled first (`preparePicture`); `original`: 保留原图, every file as it is.
 * One after the other: so many pictures at once would not find room.
 */
export function usePictureKeeper(original: boolean): FileKeeper {
  const plain = useKeepFiles()
  if (original) return plain

  const keepOne = async (file: File, outcome: StoreOutcome): Promise<void> => {
    const prepared = await preparePicture(file)
    if (!prepared.ok) return void outcome.refused.push({ name: file.name, refusal: prepared.refusal })
    const kept = await keepFiles([prepared.value], await plain.limit())
    outcome.stored.push(...kept.stored)
    outcome.refused.push(...kept.refused.map(({ refusal }) => ({ name: file.name, refusal })))
  }
  const keep: FileKeeper['keep'] = async (files) => {
    const outcome: StoreOutcome = { stored: [], refused: [] }
    for (const file of files) await keepOne(file, outcome)
    return outcome
  }
  const choose: FileKeeper['choose'] = async (several = true) => {
    const maxBytes = await plain.limit()
    const answer = await desk.invoke('attachments.choose', { maxBytes, several, handOverPictures: true })
    if (!answer.ok) return { stored: [], refused: [{ name: '', refusal: answer.refusal }] }
    const { stored, refused, pictures } = answer.value
    // In the order in which they were chosen.
    const outcome: StoreOutcome = { stored: [], refused }
    let placed = 0
    for (const { token, name, after } of pictures) {
      outcome.stored.push(...stored.slice(placed, after))
      placed = after
      const read = await desk.invoke('attachments.takeChosen', { token })
      if (read.ok) await keepOne(new File([new Uint8Array(read.value.bytes)], name), outcome)
      else outcome.refused.push({ name, refusal: read.refusal })
    }
    outcome.stored.push(...stored.slice(placed))
    return outcome
  }
  return { limit: plain.limit, choose, keep }
}
