-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('EMAIL', 'SMS');

-- CreateEnum
CREATE TYPE "FeedNames" AS ENUM ('FULL', 'INITIALS', 'NONE');

-- AlterEnum
ALTER TYPE "MessageStatus" ADD VALUE 'WITHDRAWN';

-- AlterTable
ALTER TABLE "Clinic" ADD COLUMN     "quietFrom" INTEGER,
ADD COLUMN     "quietUntil" INTEGER,
ADD COLUMN     "smsEnabled" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "channel" "MessageChannel" NOT NULL DEFAULT 'EMAIL',
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReminderRule" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "hoursBefore" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "activeSince" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReminderRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "ruleId" UUID NOT NULL,
    "attendeeId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "clinicId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "messageId" UUID,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("ruleId","attendeeId","startsAt")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "memberId" UUID NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "names" "FeedNames" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "ExternalCalendar" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "errorCode" TEXT,
    "expandedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExternalCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalBusy" (
    "id" BIGSERIAL NOT NULL,
    "calendarId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExternalBusy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReminderRule_clinicId_id_key" ON "ReminderRule"("clinicId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_messageId_key" ON "Reminder"("messageId");

-- CreateIndex
CREATE INDEX "Reminder_attendeeId_idx" ON "Reminder"("attendeeId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_secretHash_key" ON "CalendarFeed"("secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalCalendar_memberId_id_key" ON "ExternalCalendar"("memberId", "id");

-- CreateIndex
CREATE INDEX "ExternalBusy_memberId_startsAt_idx" ON "ExternalBusy"("memberId", "startsAt");

-- CreateIndex
CREATE INDEX "ExternalBusy_calendarId_idx" ON "ExternalBusy"("calendarId");

-- AddForeignKey
ALTER TABLE "ReminderRule" ADD CONSTRAINT "ReminderRule_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_clinicId_ruleId_fkey" FOREIGN KEY ("clinicId", "ruleId") REFERENCES "ReminderRule"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_clinicId_attendeeId_fkey" FOREIGN KEY ("clinicId", "attendeeId") REFERENCES "Attendee"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalCalendar" ADD CONSTRAINT "ExternalCalendar_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalBusy" ADD CONSTRAINT "ExternalBusy_memberId_calendarId_fkey" FOREIGN KEY ("memberId", "calendarId") REFERENCES "ExternalCalendar"("memberId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Clinic" ADD CONSTRAINT "Clinic_quiet_hours"
  CHECK (num_nulls("quietFrom", "quietUntil") = 2
    OR ("quietFrom" BETWEEN 0 AND 1439 AND "quietUntil" BETWEEN 0 AND 1439 AND "quietFrom" <> "quietUntil"));
ALTER TABLE "ReminderRule" ADD CONSTRAINT "ReminderRule_hours" CHECK ("hoursBefore" BETWEEN 1 AND 336);
ALTER TABLE "ExternalBusy" ADD CONSTRAINT "ExternalBusy_ends_after_start" CHECK ("endsAt" > "startsAt");
-- What the sweep reads every minute: visits that are still to come.
CREATE INDEX "Attendee_startsAt_idx" ON "Attendee"("startsAt") WHERE ("status" = 'PLANNED');
CREATE INDEX "Message_queued_idx" ON "Message"("id") WHERE ("status" = 'QUEUED');
