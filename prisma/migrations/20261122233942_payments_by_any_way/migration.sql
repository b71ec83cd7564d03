-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('CARD', 'CASH', 'TERMINAL', 'TRANSFER', 'OTHER');

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "accountId" TEXT,
ADD COLUMN     "clientId" UUID,
ADD COLUMN     "method" "PaymentMethod" NOT NULL DEFAULT 'CARD',
ALTER COLUMN "appointmentId" DROP NOT NULL,
ALTER COLUMN "attendeeId" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "Payment_clientId_idx" ON "Payment"("clientId");

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_clinicId_clientId_fkey" FOREIGN KEY ("clinicId", "clientId") REFERENCES "Client"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Intents so far are on the account that their clinic has.
UPDATE "Payment" p SET "accountId" = c."stripeAccountId" FROM "Clinic" c WHERE c."id" = p."clinicId" AND p."intentId" IS NOT NULL;
UPDATE "Payment" p SET "clientId" = a."clientId" FROM "Attendee" a WHERE a."id" = p."attendeeId";

-- Somebody pays.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_payer_check" CHECK ("attendeeId" IS NOT NULL OR "clientId" IS NOT NULL);
