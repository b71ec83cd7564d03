-- CreateTable
CREATE TABLE "SlotHold" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SlotHold_pkey" PRIMARY KEY ("id")
);

-- DropIndex
DROP INDEX "Appointment_professionalId_startsAt_idx";

-- CreateIndex
CREATE INDEX "Appointment_professionalId_startsAt_endsAt_status_idx" ON "Appointment"("professionalId", "startsAt", "endsAt", "status");

-- CreateIndex
CREATE INDEX "SlotHold_memberId_idx" ON "SlotHold"("memberId");

-- CreateIndex
CREATE INDEX "SlotHold_expiresAt_idx" ON "SlotHold"("expiresAt");

-- AddForeignKey
ALTER TABLE "SlotHold" ADD CONSTRAINT "SlotHold_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each hour begins alike.
ALTER TABLE "BookingRules" ADD CONSTRAINT "BookingRules_step_divides_an_hour" CHECK (60 % "stepMinutes" = 0);
ALTER TABLE "SlotHold" ADD CONSTRAINT "SlotHold_ends_after_start" CHECK ("endsAt" > "startsAt");
-- So that what touches a period is found by its start.
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_within_a_day" CHECK ("endsAt" <= "startsAt" + interval '24 hours');
