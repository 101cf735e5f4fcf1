export { FirstStart as default } from './FirstStart'
