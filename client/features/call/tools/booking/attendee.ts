export { NextVisits } from './NextVisits.tsx';
export { NextVisitState } from './NextVisitState.tsx';
export { OfferCard } from './OfferCard.tsx';
