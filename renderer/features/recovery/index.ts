export type { Plan, Way } from './plan'
export { Recovery as default } from './Recovery'
