export { VocabularyContext } from './context'
export { DisputesScreen } from './DisputesScreen'
