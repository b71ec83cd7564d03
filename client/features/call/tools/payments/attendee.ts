export { OwnPayments } from '../../../../lib/payments/own/OwnPayments.tsx';
export { OwnPaymentState } from './OwnPaymentState.tsx';
export { PaymentCard } from './PaymentCard.tsx';
