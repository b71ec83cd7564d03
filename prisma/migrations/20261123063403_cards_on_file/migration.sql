-- CreateEnum
CREATE TYPE "CardRevokedBy" AS ENUM ('CLIENT', 'MEMBER', 'STRIPE', 'NEWER_CARD');

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "cardOnFileId" UUID;

-- CreateTable
CREATE TABLE "StripeCustomer" (
    "id" TEXT NOT NULL,
    "clinicId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "StripeCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardOnFile" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "paymentId" UUID NOT NULL,
    "consentVersion" TEXT NOT NULL,
    "consentLocale" TEXT NOT NULL,
    "consentText" TEXT NOT NULL,
    "consentedAt" TIMESTAMPTZ(3) NOT NULL,
    "methodId" TEXT,
    "brand" TEXT,
    "last4" TEXT,
    "expMonth" INTEGER,
    "expYear" INTEGER,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedBy" "CardRevokedBy",
    "revokedById" UUID,
    "detachedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CardOnFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StripeCustomer_clientId_accountId_key" ON "StripeCustomer"("clientId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "CardOnFile_paymentId_key" ON "CardOnFile"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "CardOnFile_methodId_key" ON "CardOnFile"("methodId");

-- CreateIndex
CREATE INDEX "CardOnFile_clientId_idx" ON "CardOnFile"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "CardOnFile_clinicId_id_key" ON "CardOnFile"("clinicId", "id");

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_clinicId_cardOnFileId_fkey" FOREIGN KEY ("clinicId", "cardOnFileId") REFERENCES "CardOnFile"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StripeCustomer" ADD CONSTRAINT "StripeCustomer_clinicId_clientId_fkey" FOREIGN KEY ("clinicId", "clientId") REFERENCES "Client"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardOnFile" ADD CONSTRAINT "CardOnFile_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardOnFile" ADD CONSTRAINT "CardOnFile_clinicId_clientId_fkey" FOREIGN KEY ("clinicId", "clientId") REFERENCES "Client"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardOnFile" ADD CONSTRAINT "CardOnFile_clinicId_paymentId_fkey" FOREIGN KEY ("clinicId", "paymentId") REFERENCES "Payment"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardOnFile" ADD CONSTRAINT "CardOnFile_clinicId_revokedById_fkey" FOREIGN KEY ("clinicId", "revokedById") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A card is known as a whole or not at all, and only one that is known can be revoked.
ALTER TABLE "CardOnFile" ADD CONSTRAINT "CardOnFile_card_check"
	CHECK (num_nulls("methodId", "brand", "last4", "expMonth", "expYear") IN (0, 5));
ALTER TABLE "CardOnFile" ADD CONSTRAINT "CardOnFile_revoked_check" CHECK (
	("revokedAt" IS NULL) = ("revokedBy" IS NULL)
	AND ("revokedBy" IS NOT DISTINCT FROM 'MEMBER') = ("revokedById" IS NOT NULL)
	AND ("revokedAt" IS NULL OR "methodId" IS NOT NULL)
	AND ("detachedAt" IS NULL OR "revokedAt" IS NOT NULL)
);

-- A client has one card at a time that the clinic can charge.
CREATE UNIQUE INDEX "CardOnFile_active_key" ON "CardOnFile" ("clientId", "accountId")
	WHERE "methodId" IS NOT NULL AND "revokedAt" IS NULL;
CREATE INDEX "CardOnFile_detaching_idx" ON "CardOnFile" ("revokedAt") WHERE "revokedAt" IS NOT NULL AND "detachedAt" IS NULL;

-- What a client agreed to is kept for good, whoever asks; a card that was revoked never comes back.
CREATE FUNCTION "keep_card_consent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."methodId" IS NULL THEN
		RETURN COALESCE(NEW, OLD);
	END IF;
	IF TG_OP = 'UPDATE'
		AND to_jsonb(NEW) - '{revokedAt,revokedBy,revokedById,detachedAt}'::text[]
			= to_jsonb(OLD) - '{revokedAt,revokedBy,revokedById,detachedAt}'::text[]
		AND (OLD."revokedAt" IS NULL
			OR (NEW."revokedAt", NEW."revokedBy", NEW."revokedById")
				IS NOT DISTINCT FROM (OLD."revokedAt", OLD."revokedBy", OLD."revokedById")) THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a consent never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "CardOnFile_keep_consent" BEFORE UPDATE OR DELETE ON "CardOnFile"
	FOR EACH ROW EXECUTE FUNCTION "keep_card_consent"();
