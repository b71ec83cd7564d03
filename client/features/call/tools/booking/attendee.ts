export { NextVisitCard } from './NextVisitCard.tsx';
export { NextVisits } from './NextVisits.tsx';
export { NextVisitState } from './NextVisitState.tsx';
