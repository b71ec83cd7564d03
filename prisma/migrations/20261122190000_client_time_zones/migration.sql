-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "timeZone" TEXT;

-- CreateIndex
CREATE INDEX "Client_email_idx" ON "Client"("email");
