-- CreateTable
CREATE TABLE "SlotHold" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SlotHold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SlotHold_memberId_idx" ON "SlotHold"("memberId");

-- CreateIndex
CREATE INDEX "SlotHold_expiresAt_idx" ON "SlotHold"("expiresAt");

-- AddForeignKey
ALTER TABLE "SlotHold" ADD CONSTRAINT "SlotHold_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each hour begins alike.
ALTER TABLE "BookingRules" ADD CONSTRAINT "BookingRules_step_divides_an_hour" CHECK (60 % "stepMinutes" = 0);
ALTER TABLE "SlotHold" ADD CONSTRAINT "SlotHold_ends_after_start" CHECK ("endsAt" > "startsAt");
