-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "checkoutId" TEXT,
ADD COLUMN     "hosted" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "Payment_checkoutId_key" ON "Payment"("checkoutId");

-- A page is only there for what is paid on pages, on the account that it was made on.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_checkout_hosted"
  CHECK ("checkoutId" IS NULL OR ("hosted" AND "accountId" IS NOT NULL));
