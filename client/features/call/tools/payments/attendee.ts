export { OwnPayments } from './OwnPayments.tsx';
export { OwnPaymentState } from './OwnPaymentState.tsx';
export { PaymentCard } from './PaymentCard.tsx';
