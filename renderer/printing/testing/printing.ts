import type { PrintDefinition } from '../../../shared/documents/definition'
import { createEngine } from '../engine/engine'
import { loadFontFile } from './fontFolder'

const engine = createEngine(loadFontFile)

/** The PDF that the worker would make, made here. */
export function print(definition: PrintDefinition): Promise<Uint8Array> {
  return engine.render(definition)
}
