import { DraftKeeper } from '../../../renderer/data/drafts'
import { data } from './office'

const KIND = 'torture.typing'
/** A quick typist. */
const KEY_MS = 40

/**
 * Somebody types and never saves: a key now and then, kept as every form keeps it. The draft says when its newest key
 * was pressed, so that a kill shows how much typing it cost.
 */
export function type(): Promise<void> {
  const keeper = new DraftKeeper(data.db)
  const userId = data.session.actor()?.userId ?? ''
  let text = ''
  setInterval(() => {
    text = `${text}字`.slice(-4000)
    const values = { text, typedAt: Date.now() }
    keeper.keep({
      id: KIND,
      kind: KIND,
      targetId: '',
      title: '',
      values,
      userId,
      updatedAt: data.ports.now(),
    })
  }, KEY_MS)
  return Promise.resolve()
}

/** When the newest kept key was pressed, ms; 0 where nothing was typed yet. */
export async function typedAt(): Promise<number> {
  return Number((await data.db.of('drafts').get(KIND))?.values['typedAt'] ?? 0)
}
