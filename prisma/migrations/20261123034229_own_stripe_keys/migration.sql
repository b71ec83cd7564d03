-- AlterTable
ALTER TABLE "PaymentAccount" ADD COLUMN     "keyHint" TEXT,
ADD COLUMN     "ownKeys" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sealedKeys" BYTEA;

-- Keys are there or were taken away, with what is shown of them; the platform's accounts have none.
ALTER TABLE "PaymentAccount"
	ADD CONSTRAINT "PaymentAccount_keys" CHECK (("sealedKeys" IS NULL) = ("keyHint" IS NULL) AND ("ownKeys" OR "sealedKeys" IS NULL));
