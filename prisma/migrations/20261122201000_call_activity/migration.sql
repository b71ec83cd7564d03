-- CreateEnum
CREATE TYPE "CallDeparture" AS ENUM ('LEFT', 'LOST', 'REMOVED', 'REPLACED', 'ENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "CallChangeKind" AS ENUM ('ALONE', 'DIRECT', 'RELAYED', 'GROUP_SERVER', 'END_TO_END_POST_QUANTUM', 'END_TO_END_CLASSIC', 'LOWERED', 'NOT_SECURED');

-- CreateTable
CREATE TABLE "CallStay" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "peerId" UUID NOT NULL,
    "attendeeId" UUID,
    "memberId" UUID,
    "name" TEXT NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "goesOn" BOOLEAN NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "departure" "CallDeparture",
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallStay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallChange" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "CallChangeKind" NOT NULL,
    "toldById" UUID,

    CONSTRAINT "CallChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CallStay_appointmentId_idx" ON "CallStay"("appointmentId");

-- CreateIndex
CREATE INDEX "CallStay_attendeeId_idx" ON "CallStay"("attendeeId");

-- CreateIndex
CREATE INDEX "CallChange_appointmentId_idx" ON "CallChange"("appointmentId");

-- AddForeignKey
ALTER TABLE "CallStay" ADD CONSTRAINT "CallStay_clinicId_appointmentId_fkey" FOREIGN KEY ("clinicId", "appointmentId") REFERENCES "Appointment"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallStay" ADD CONSTRAINT "CallStay_clinicId_attendeeId_fkey" FOREIGN KEY ("clinicId", "attendeeId") REFERENCES "Attendee"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallStay" ADD CONSTRAINT "CallStay_clinicId_memberId_fkey" FOREIGN KEY ("clinicId", "memberId") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallChange" ADD CONSTRAINT "CallChange_clinicId_appointmentId_fkey" FOREIGN KEY ("clinicId", "appointmentId") REFERENCES "Appointment"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallChange" ADD CONSTRAINT "CallChange_clinicId_toldById_fkey" FOREIGN KEY ("clinicId", "toldById") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows Prisma's schema language cannot say.

ALTER TABLE "CallStay" ADD CONSTRAINT "CallStay_of_one_person" CHECK (num_nonnulls("attendeeId", "memberId") = 1);
ALTER TABLE "CallStay" ADD CONSTRAINT "CallStay_ends_with_reason" CHECK (("leftAt" IS NULL) = ("departure" IS NULL));
ALTER TABLE "CallStay" ADD CONSTRAINT "CallStay_in_order" CHECK ("joinedAt" <= LEAST("leftAt", "seenAt"));
-- The server knows the way of media by itself; of encryption it only has a member's word.
ALTER TABLE "CallChange" ADD CONSTRAINT "CallChange_told_by"
  CHECK (("kind" IN ('ALONE', 'DIRECT', 'RELAYED', 'GROUP_SERVER')) = ("toldById" IS NULL));
