-- AlterTable
ALTER TABLE "Clinic" ADD COLUMN     "lateFeeHours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "lateFeePercent" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "noShowFeePercent" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Clinic" ADD CONSTRAINT "Clinic_fees_are_shares" CHECK ("lateFeeHours" BETWEEN 1 AND 720 AND "lateFeePercent" BETWEEN 0 AND 100 AND "noShowFeePercent" BETWEEN 0 AND 100);
