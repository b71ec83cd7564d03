-- CreateEnum
CREATE TYPE "OfferStatus" AS ENUM ('OPEN', 'TAKEN', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "SlotHold" ADD COLUMN     "offerId" UUID;

-- CreateTable
CREATE TABLE "TimeOffer" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "attendeeId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "resourceIds" UUID[],
    "startTimes" TIMESTAMPTZ(3)[],
    "status" "OfferStatus" NOT NULL DEFAULT 'OPEN',
    "takenStartsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TimeOffer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TimeOffer_attendeeId_createdAt_idx" ON "TimeOffer"("attendeeId", "createdAt");

-- CreateIndex
CREATE INDEX "TimeOffer_appointmentId_createdAt_idx" ON "TimeOffer"("appointmentId", "createdAt");

-- CreateIndex
CREATE INDEX "SlotHold_offerId_idx" ON "SlotHold"("offerId");

-- AddForeignKey
ALTER TABLE "SlotHold" ADD CONSTRAINT "SlotHold_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "TimeOffer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOffer" ADD CONSTRAINT "TimeOffer_clinicId_memberId_fkey" FOREIGN KEY ("clinicId", "memberId") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOffer" ADD CONSTRAINT "TimeOffer_clinicId_appointmentId_fkey" FOREIGN KEY ("clinicId", "appointmentId") REFERENCES "Appointment"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOffer" ADD CONSTRAINT "TimeOffer_clinicId_attendeeId_fkey" FOREIGN KEY ("clinicId", "attendeeId") REFERENCES "Attendee"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOffer" ADD CONSTRAINT "TimeOffer_clinicId_serviceId_fkey" FOREIGN KEY ("clinicId", "serviceId") REFERENCES "Service"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOffer" ADD CONSTRAINT "TimeOffer_clinicId_officeId_fkey" FOREIGN KEY ("clinicId", "officeId") REFERENCES "Office"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One at a time: a new one takes the place of the one before.
CREATE UNIQUE INDEX "TimeOffer_one_open" ON "TimeOffer"("attendeeId") WHERE "status" = 'OPEN';
ALTER TABLE "TimeOffer" ADD CONSTRAINT "TimeOffer_up_to_five" CHECK (cardinality("startTimes") BETWEEN 1 AND 5);
ALTER TABLE "TimeOffer" ADD CONSTRAINT "TimeOffer_taken_has_time" CHECK (("status" = 'TAKEN') = ("takenStartsAt" IS NOT NULL));
