import { translateKey } from '../../ui'

/** What a duty of a register is called; of one that only a newer release knows, its key. `language`: the screen's, else that. */
export function dutyWord(namespace: string, kind: string, language?: string): string {
  return translateKey(`${namespace}:duty.${kind}`, language === undefined ? {} : { lng: language }, kind)
}
