-- CreateEnum
CREATE TYPE "CancelReason" AS ENUM ('BY_PROFESSIONAL', 'BY_CLIENT', 'NO_SHOW', 'OTHER');

-- CreateEnum
CREATE TYPE "ResourceKind" AS ENUM ('ROOM', 'EQUIPMENT');

-- DropForeignKey
ALTER TABLE "Attendee" DROP CONSTRAINT "Attendee_clinicId_appointmentId_fkey";

-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN     "cancelReason" "CancelReason",
ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3),
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "originalStartsAt" TIMESTAMPTZ(3),
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seriesId" UUID;

-- AlterTable
ALTER TABLE "Attendee" ADD COLUMN     "amountMinor" INTEGER,
ADD COLUMN     "cancelReason" "CancelReason",
ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3),
ADD COLUMN     "endsAt" TIMESTAMPTZ(3),
ADD COLUMN     "startsAt" TIMESTAMPTZ(3),
ADD COLUMN     "status" "AppointmentStatus";

-- They are the visit's.
UPDATE "Attendee" SET "startsAt" = a."startsAt", "endsAt" = a."endsAt", "status" = a."status"
FROM "Appointment" a WHERE a."id" = "Attendee"."appointmentId";

ALTER TABLE "Attendee" ALTER COLUMN "startsAt" SET NOT NULL, ALTER COLUMN "endsAt" SET NOT NULL,
ALTER COLUMN "status" SET NOT NULL;

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "bookable" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "capacity" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ServiceOffice" (
    "clinicId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "officeId" UUID NOT NULL,

    CONSTRAINT "ServiceOffice_pkey" PRIMARY KEY ("serviceId","officeId")
);

-- CreateTable
CREATE TABLE "BookingRules" (
    "memberId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL,
    "headline" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "stepMinutes" INTEGER NOT NULL,
    "noticeMinutes" INTEGER NOT NULL,
    "horizonDays" INTEGER NOT NULL,
    "bufferBeforeMinutes" INTEGER NOT NULL,
    "bufferAfterMinutes" INTEGER NOT NULL,
    "freeCancelHours" INTEGER NOT NULL,

    CONSTRAINT "BookingRules_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "ScheduleException" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "startMinute" INTEGER,
    "endMinute" INTEGER,

    CONSTRAINT "ScheduleException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Block" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "seriesId" UUID,
    "originalStartsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resource" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "officeId" UUID,
    "name" TEXT NOT NULL,
    "kind" "ResourceKind" NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppointmentResource" (
    "clinicId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "AppointmentStatus" NOT NULL,
    "resourceId" UUID NOT NULL,

    CONSTRAINT "AppointmentResource_pkey" PRIMARY KEY ("appointmentId","resourceId")
);

-- CreateTable
CREATE TABLE "WaitingListEntry" (
    "clinicId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaitingListEntry_pkey" PRIMARY KEY ("appointmentId","clientId")
);

-- CreateIndex
CREATE INDEX "ServiceOffice_officeId_idx" ON "ServiceOffice"("officeId");

-- CreateIndex
CREATE UNIQUE INDEX "BookingRules_slug_key" ON "BookingRules"("slug");

-- CreateIndex
CREATE INDEX "ScheduleException_memberId_date_idx" ON "ScheduleException"("memberId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Series_clinicId_id_key" ON "Series"("clinicId", "id");

-- CreateIndex
CREATE INDEX "Block_memberId_startsAt_idx" ON "Block"("memberId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Block_seriesId_originalStartsAt_key" ON "Block"("seriesId", "originalStartsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Resource_clinicId_id_key" ON "Resource"("clinicId", "id");

-- CreateIndex
CREATE INDEX "WaitingListEntry_clientId_idx" ON "WaitingListEntry"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_clinicId_id_startsAt_endsAt_status_key" ON "Appointment"("clinicId", "id", "startsAt", "endsAt", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_seriesId_originalStartsAt_key" ON "Appointment"("seriesId", "originalStartsAt");

-- AddForeignKey
ALTER TABLE "ServiceOffice" ADD CONSTRAINT "ServiceOffice_clinicId_serviceId_fkey" FOREIGN KEY ("clinicId", "serviceId") REFERENCES "Service"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceOffice" ADD CONSTRAINT "ServiceOffice_clinicId_officeId_fkey" FOREIGN KEY ("clinicId", "officeId") REFERENCES "Office"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingRules" ADD CONSTRAINT "BookingRules_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_clinicId_memberId_fkey" FOREIGN KEY ("clinicId", "memberId") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_clinicId_memberId_fkey" FOREIGN KEY ("clinicId", "memberId") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_clinicId_seriesId_fkey" FOREIGN KEY ("clinicId", "seriesId") REFERENCES "Series"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_clinicId_officeId_fkey" FOREIGN KEY ("clinicId", "officeId") REFERENCES "Office"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_clinicId_seriesId_fkey" FOREIGN KEY ("clinicId", "seriesId") REFERENCES "Series"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppointmentResource" ADD CONSTRAINT "AppointmentResource_clinicId_appointmentId_startsAt_endsAt_fkey" FOREIGN KEY ("clinicId", "appointmentId", "startsAt", "endsAt", "status") REFERENCES "Appointment"("clinicId", "id", "startsAt", "endsAt", "status") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppointmentResource" ADD CONSTRAINT "AppointmentResource_clinicId_resourceId_fkey" FOREIGN KEY ("clinicId", "resourceId") REFERENCES "Resource"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingListEntry" ADD CONSTRAINT "WaitingListEntry_clinicId_appointmentId_fkey" FOREIGN KEY ("clinicId", "appointmentId") REFERENCES "Appointment"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingListEntry" ADD CONSTRAINT "WaitingListEntry_clinicId_clientId_fkey" FOREIGN KEY ("clinicId", "clientId") REFERENCES "Client"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendee" ADD CONSTRAINT "Attendee_clinicId_appointmentId_startsAt_endsAt_status_fkey" FOREIGN KEY ("clinicId", "appointmentId", "startsAt", "endsAt", "status") REFERENCES "Appointment"("clinicId", "id", "startsAt", "endsAt", "status") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every service was offered everywhere so far.
INSERT INTO "ServiceOffice" ("clinicId", "serviceId", "officeId")
SELECT s."clinicId", s."id", o."id" FROM "Service" s JOIN "Office" o USING ("clinicId");

-- Two visits of one client, or in one room, never overlap either. One whom the visit goes on without is free.
ALTER TABLE "Attendee" ADD CONSTRAINT "Attendee_no_overlap"
  EXCLUDE USING gist ("clientId" WITH =, tstzrange("startsAt", "endsAt") WITH &&)
  WHERE ("clientId" IS NOT NULL AND "cancelledAt" IS NULL AND "status" <> 'CANCELLED');
ALTER TABLE "AppointmentResource" ADD CONSTRAINT "AppointmentResource_no_overlap"
  EXCLUDE USING gist ("resourceId" WITH =, tstzrange("startsAt", "endsAt") WITH &&)
  WHERE ("status" <> 'CANCELLED');

ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_within_a_day"
  CHECK (num_nulls("startMinute", "endMinute") = 2
    OR ("startMinute" >= 0 AND "endMinute" > "startMinute" AND "endMinute" <= 1440));
ALTER TABLE "Block" ADD CONSTRAINT "Block_ends_after_start" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Service" ADD CONSTRAINT "Service_capacity" CHECK ("capacity" BETWEEN 1 AND 30);
ALTER TABLE "BookingRules" ADD CONSTRAINT "BookingRules_ranges"
  CHECK ("stepMinutes" BETWEEN 5 AND 60 AND "noticeMinutes" >= 0 AND "horizonDays" BETWEEN 1 AND 730
    AND "bufferBeforeMinutes" BETWEEN 0 AND 240 AND "bufferAfterMinutes" BETWEEN 0 AND 240 AND "freeCancelHours" >= 0);
