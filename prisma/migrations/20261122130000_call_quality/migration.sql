-- CreateEnum
CREATE TYPE "CallConnection" AS ENUM ('DIRECT', 'RELAYED', 'GROUP_SERVER');

-- CreateTable
CREATE TABLE "CallQuality" (
    "appointmentId" UUID NOT NULL,
    "peerId" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "clinicId" UUID NOT NULL,
    "attendeeId" UUID,
    "memberId" UUID,
    "name" TEXT NOT NULL,
    "goodSeconds" INTEGER NOT NULL,
    "fairSeconds" INTEGER NOT NULL,
    "poorSeconds" INTEGER NOT NULL,
    "networkSeconds" INTEGER NOT NULL,
    "deviceSeconds" INTEGER NOT NULL,
    "senderSeconds" INTEGER NOT NULL,
    "roundTripMs" INTEGER,
    "lostPerMille" INTEGER NOT NULL,
    "connection" "CallConnection",
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallQuality_pkey" PRIMARY KEY ("appointmentId","peerId","page")
);

-- CreateIndex
CREATE INDEX "CallQuality_attendeeId_idx" ON "CallQuality"("attendeeId");

-- AddForeignKey
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_clinicId_appointmentId_fkey" FOREIGN KEY ("clinicId", "appointmentId") REFERENCES "Appointment"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_clinicId_attendeeId_fkey" FOREIGN KEY ("clinicId", "attendeeId") REFERENCES "Attendee"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_clinicId_memberId_fkey" FOREIGN KEY ("clinicId", "memberId") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_of_one_person" CHECK (num_nonnulls("attendeeId", "memberId") = 1);
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_seconds"
  CHECK (LEAST("goodSeconds", "fairSeconds", "poorSeconds", "networkSeconds", "deviceSeconds", "senderSeconds") >= 0);
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_round_trip" CHECK ("roundTripMs" >= 0);
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_per_mille" CHECK ("lostPerMille" BETWEEN 0 AND 1000);
