-- What a clinic can charge in. A row in another currency stops the migration: what it should become is for people to say.
CREATE TYPE "Currency" AS ENUM ('AUD', 'EUR', 'GBP', 'ISK', 'PLN', 'USD');

ALTER TABLE "Clinic" ALTER COLUMN "currency" TYPE "Currency" USING "currency"::"Currency";
ALTER TABLE "Service" ALTER COLUMN "currency" TYPE "Currency" USING "currency"::"Currency";
ALTER TABLE "Appointment" ALTER COLUMN "currency" TYPE "Currency" USING "currency"::"Currency";
ALTER TABLE "Payment" ALTER COLUMN "currency" TYPE "Currency" USING "currency"::"Currency";
ALTER TABLE "Invoice" ALTER COLUMN "currency" TYPE "Currency" USING "currency"::"Currency";
ALTER TABLE "Statement" ALTER COLUMN "currency" TYPE "Currency" USING "currency"::"Currency";
