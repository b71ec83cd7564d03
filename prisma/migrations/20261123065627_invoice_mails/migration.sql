-- CreateEnum
CREATE TYPE "InvoiceMailKind" AS ENUM ('INVOICE', 'REMINDER');

-- CreateTable
CREATE TABLE "InvoiceMail" (
    "invoiceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "clinicId" UUID NOT NULL,
    "kind" "InvoiceMailKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "messageId" UUID,

    CONSTRAINT "InvoiceMail_pkey" PRIMARY KEY ("invoiceId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "InvoiceMail_messageId_key" ON "InvoiceMail"("messageId");

-- AddForeignKey
ALTER TABLE "InvoiceMail" ADD CONSTRAINT "InvoiceMail_clinicId_invoiceId_fkey" FOREIGN KEY ("clinicId", "invoiceId") REFERENCES "Invoice"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceMail" ADD CONSTRAINT "InvoiceMail_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;
