-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "feeMinor" INTEGER;

ALTER TABLE "Payment" ADD CONSTRAINT "Payment_fee_is_for_a_visit" CHECK ("feeMinor" >= "amountMinor" AND "attendeeId" IS NOT NULL OR "feeMinor" IS NULL);
