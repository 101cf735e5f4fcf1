import { Navigate, useParams } from 'react-router'
import { placeOfRequest } from '../register/privacyPlaces'

/** A request opened from 今日: its answer, on the screen where all of them are. */
export default function PersonRequestRoute() {
  const { '*': id = '' } = useParams()
  const { to, state } = placeOfRequest(id)
  return <Navigate to={to} state={state} replace />
}
