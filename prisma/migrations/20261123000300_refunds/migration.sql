-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('PENDING', 'SUCCEEDED', 'FAILED');

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "refundedMinor" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "RefundStatus" NOT NULL DEFAULT 'PENDING',
    "failureCode" TEXT,
    "providerId" TEXT,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Refund_providerId_key" ON "Refund"("providerId");

-- CreateIndex
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");

-- CreateIndex
CREATE INDEX "Refund_status_requestedAt_idx" ON "Refund"("status", "requestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_clinicId_id_key" ON "Payment"("clinicId", "id");

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_clinicId_paymentId_fkey" FOREIGN KEY ("clinicId", "paymentId") REFERENCES "Payment"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_clinicId_requestedById_fkey" FOREIGN KEY ("clinicId", "requestedById") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Refund" ADD CONSTRAINT "Refund_positive" CHECK ("amountMinor" > 0);

-- Never more than was received goes back, whoever asks for it and however many at once.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_refunded_check"
  CHECK ("refundedMinor" BETWEEN 0 AND "amountMinor" AND ("refundedMinor" = 0 OR "status" = 'RECEIVED'));

-- What goes back is added and taken away, not summed anew: a transaction that waited for the payment's row then reads
-- the amount of the one before it.
CREATE FUNCTION "countRefund"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD."status" <> 'FAILED' THEN
    UPDATE "Payment" SET "refundedMinor" = "refundedMinor" - OLD."amountMinor" WHERE "id" = OLD."paymentId";
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."status" <> 'FAILED' THEN
    UPDATE "Payment" SET "refundedMinor" = "refundedMinor" + NEW."amountMinor" WHERE "id" = NEW."paymentId";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Refund_counts" AFTER INSERT OR DELETE OR UPDATE OF "status", "amountMinor", "paymentId" ON "Refund"
  FOR EACH ROW EXECUTE FUNCTION "countRefund"();
