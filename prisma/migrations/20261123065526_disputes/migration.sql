-- CreateEnum
CREATE TYPE "DisputeStatus" AS ENUM ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST', 'CLOSED');

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "providerId" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "DisputeStatus" NOT NULL,
    "dueBy" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "lastEventAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_providerId_key" ON "Dispute"("providerId");

-- CreateIndex
CREATE INDEX "Dispute_paymentId_idx" ON "Dispute"("paymentId");

-- CreateIndex
CREATE INDEX "Dispute_clinicId_closedAt_idx" ON "Dispute"("clinicId", "closedAt");

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_clinicId_paymentId_fkey" FOREIGN KEY ("clinicId", "paymentId") REFERENCES "Payment"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_positive" CHECK ("amountMinor" > 0);
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_closed_check"
  CHECK (("closedAt" IS NOT NULL) = ("status" IN ('WON', 'LOST', 'CLOSED')));
