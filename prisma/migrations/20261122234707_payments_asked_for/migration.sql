-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "payingSince" TIMESTAMPTZ(3);

-- What is left to be done, which is little at any time.
CREATE INDEX "StripeEvent_waiting_idx" ON "StripeEvent" ("receivedAt") WHERE "processedAt" IS NULL;
CREATE INDEX "Payment_paying_idx" ON "Payment" ("payingSince") WHERE "status" IN ('PAYING', 'FAILED');
