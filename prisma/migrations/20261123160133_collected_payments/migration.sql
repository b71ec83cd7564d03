-- DropIndex
DROP INDEX "Clinic_stripeAccountId_key";

-- AlterTable
ALTER TABLE "Clinic" ADD COLUMN     "collectorId" UUID;

-- CreateIndex
CREATE INDEX "Clinic_stripeAccountId_idx" ON "Clinic"("stripeAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Clinic_organisationId_id_key" ON "Clinic"("organisationId", "id");

-- AddForeignKey
ALTER TABLE "Clinic" ADD CONSTRAINT "Clinic_organisationId_collectorId_fkey" FOREIGN KEY ("organisationId", "collectorId") REFERENCES "Clinic"("organisationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Somebody else, of the same organisation; the account then is that clinic's.
ALTER TABLE "Clinic" ADD CONSTRAINT "Clinic_collected_by_another"
  CHECK ("collectorId" IS NULL OR ("organisationId" IS NOT NULL AND "collectorId" <> "id"));
