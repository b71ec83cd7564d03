-- CreateEnum
CREATE TYPE "InvoiceStatus" AS ENUM ('DRAFT', 'SENT', 'PAID', 'VOID');

-- CreateEnum
CREATE TYPE "NumberedKind" AS ENUM ('INVOICE', 'CREDIT_NOTE');

-- CreateTable
CREATE TABLE "Invoice" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "status" "InvoiceStatus" NOT NULL DEFAULT 'DRAFT',
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "year" INTEGER,
    "number" INTEGER,
    "issuedOn" DATE,
    "dueOn" DATE,
    "clientName" TEXT,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceLine" (
    "clinicId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "status" "InvoiceStatus" NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitMinor" INTEGER NOT NULL,
    "vatBasisPoints" INTEGER NOT NULL,
    "attendeeId" UUID,

    CONSTRAINT "InvoiceLine_pkey" PRIMARY KEY ("invoiceId","position")
);

-- CreateTable
CREATE TABLE "CreditNote" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "issuedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "CreditNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceCounter" (
    "clinicId" UUID NOT NULL,
    "kind" "NumberedKind" NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "InvoiceCounter_pkey" PRIMARY KEY ("clinicId","kind","year")
);

-- CreateIndex
CREATE INDEX "Invoice_clinicId_createdAt_idx" ON "Invoice"("clinicId", "createdAt");

-- CreateIndex
CREATE INDEX "Invoice_clientId_idx" ON "Invoice"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_clinicId_id_key" ON "Invoice"("clinicId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_clinicId_id_status_key" ON "Invoice"("clinicId", "id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_clinicId_year_number_key" ON "Invoice"("clinicId", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_invoiceId_key" ON "CreditNote"("invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_clinicId_invoiceId_key" ON "CreditNote"("clinicId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_clinicId_year_number_key" ON "CreditNote"("clinicId", "year", "number");

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_clinicId_clientId_fkey" FOREIGN KEY ("clinicId", "clientId") REFERENCES "Client"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_clinicId_createdById_fkey" FOREIGN KEY ("clinicId", "createdById") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "InvoiceLine_clinicId_invoiceId_status_fkey" FOREIGN KEY ("clinicId", "invoiceId", "status") REFERENCES "Invoice"("clinicId", "id", "status") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "InvoiceLine_clinicId_attendeeId_fkey" FOREIGN KEY ("clinicId", "attendeeId") REFERENCES "Attendee"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_clinicId_invoiceId_fkey" FOREIGN KEY ("clinicId", "invoiceId") REFERENCES "Invoice"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "invoiceId" UUID;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_clinicId_invoiceId_fkey" FOREIGN KEY ("clinicId", "invoiceId") REFERENCES "Invoice"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What can be asked for, and a number that came with everything else of sending.
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "InvoiceLine_values_check"
	CHECK ("quantity" > 0 AND "unitMinor" >= 0 AND "vatBasisPoints" BETWEEN 0 AND 10000);
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_sent_check"
	CHECK (num_nonnulls("year", "number", "issuedOn", "dueOn", "clientName") = CASE WHEN "status" = 'DRAFT' THEN 0 ELSE 5 END);

-- What one client pays for one visit stands on one invoice that holds.
CREATE UNIQUE INDEX "InvoiceLine_attendee_once" ON "InvoiceLine" ("attendeeId") WHERE "status" <> 'VOID';

-- An invoice is paid once.
CREATE UNIQUE INDEX "Payment_invoice_once" ON "Payment" ("invoiceId") WHERE "status" <> 'CANCELLED';

-- A sent invoice never changes, whoever asks: of its row the status alone goes on, of its lines nothing.
CREATE FUNCTION "keep_sent_invoice"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."status" = 'DRAFT' THEN
		RETURN coalesce(NEW, OLD);
	END IF;
	IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status'
		AND (OLD."status", NEW."status") IN (('SENT', 'PAID'), ('SENT', 'VOID'), ('PAID', 'VOID')) THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a sent invoice never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Invoice_keep_sent" BEFORE UPDATE OR DELETE ON "Invoice"
	FOR EACH ROW EXECUTE FUNCTION "keep_sent_invoice"();
CREATE TRIGGER "InvoiceLine_keep_sent" BEFORE UPDATE OR DELETE ON "InvoiceLine"
	FOR EACH ROW EXECUTE FUNCTION "keep_sent_invoice"();

-- Nor does it get more lines, and a credit note is for ever.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'what was sent never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "InvoiceLine_none_more" BEFORE INSERT ON "InvoiceLine"
	FOR EACH ROW WHEN (NEW."status" <> 'DRAFT') EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CreditNote_keep" BEFORE UPDATE OR DELETE ON "CreditNote"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
