// As text: as data, a file of which the first screen takes a part would enter it whole.
const texts = import.meta.glob<string>('../../../resources/locales/zh-CN/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** All words in Chinese, by namespace. */
export function allWords(): [namespace: string, words: unknown][] {
  return Object.entries(texts).map(([path, text]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    JSON.parse(text),
  ])
}
