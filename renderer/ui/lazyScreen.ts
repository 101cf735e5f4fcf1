import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import { loadWords } from './i18n/i18n'

/** A part of the app that comes when it is first shown, with the words that it says. */
export function lazyScreen<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), loadWords()])
    return module
  })
}
