export {
  type Choice,
  type Decided,
  decide,
  type DisputeContext,
  numbered,
  type Numbered,
  type NumberFacts,
} from './decide'
export { standingAt } from './standing'
