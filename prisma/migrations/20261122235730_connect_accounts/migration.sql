-- CreateEnum
CREATE TYPE "PaymentAccessStatus" AS ENUM ('ASKED', 'APPROVED', 'REFUSED', 'ENDED');

-- AlterTable
ALTER TABLE "Clinic" ADD COLUMN     "organisationId" UUID;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "telehealthManagerOf" UUID;

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentAccess" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "PaymentAccessStatus" NOT NULL DEFAULT 'ASKED',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "PaymentAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentAccount" (
    "id" TEXT NOT NULL,
    "clinicId" UUID NOT NULL,
    "connectedAt" TIMESTAMPTZ(3) NOT NULL,
    "chargesEnabled" BOOLEAN NOT NULL,
    "payoutsEnabled" BOOLEAN NOT NULL,
    "detailsSubmitted" BOOLEAN NOT NULL,
    "due" TEXT[],
    "disabledReason" TEXT,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentAccount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PaymentAccess_clinicId_requestedAt_idx" ON "PaymentAccess"("clinicId", "requestedAt");

-- CreateIndex
CREATE INDEX "PaymentAccount_clinicId_idx" ON "PaymentAccount"("clinicId");

-- AddForeignKey
ALTER TABLE "Clinic" ADD CONSTRAINT "Clinic_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_telehealthManagerOf_fkey" FOREIGN KEY ("telehealthManagerOf") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAccess" ADD CONSTRAINT "PaymentAccess_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAccess" ADD CONSTRAINT "PaymentAccess_clinicId_requestedById_fkey" FOREIGN KEY ("clinicId", "requestedById") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAccess" ADD CONSTRAINT "PaymentAccess_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAccount" ADD CONSTRAINT "PaymentAccount_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request per clinic, whoever asks.
CREATE UNIQUE INDEX "PaymentAccess_one_open_key" ON "PaymentAccess"("clinicId") WHERE "status" = 'ASKED';
ALTER TABLE "PaymentAccess" ADD CONSTRAINT "PaymentAccess_decided_check" CHECK (("status" = 'ASKED') = ("decidedAt" IS NULL));

-- What is connected already goes on; the first reading says more.
INSERT INTO "PaymentAccount" ("id", "clinicId", "connectedAt", "chargesEnabled", "payoutsEnabled", "detailsSubmitted", "due", "readAt")
SELECT "stripeAccountId", "id", now(), true, true, true, '{}', 'epoch' FROM "Clinic" WHERE "stripeAccountId" IS NOT NULL;
