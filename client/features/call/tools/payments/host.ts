export { HostPayments } from './HostPayments.tsx';
export { HostPaymentState } from './HostPaymentState.tsx';
export { PaymentWatch } from './PaymentWatch.tsx';
