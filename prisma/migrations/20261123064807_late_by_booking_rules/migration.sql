-- AlterTable
ALTER TABLE "Clinic" DROP COLUMN "lateFeeHours";

-- Went with the column that it named.
ALTER TABLE "Clinic" ADD CONSTRAINT "Clinic_fees_are_shares" CHECK ("lateFeePercent" BETWEEN 0 AND 100 AND "noShowFeePercent" BETWEEN 0 AND 100);
