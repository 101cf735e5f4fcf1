/** All words in English, by file. */
export const english = import.meta.glob<{ default: Record<string, unknown> }>(
  '../../../resources/locales/en/*.json',
  { eager: true },
)
