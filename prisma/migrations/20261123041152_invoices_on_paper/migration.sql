-- AlterTable
ALTER TABLE "Clinic" ADD COLUMN     "billing" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN     "sentWith" JSONB;

-- Invoices that were sent before take what their clinic and client are called now.
ALTER TABLE "Invoice" DISABLE TRIGGER "Invoice_keep_sent";
UPDATE "Invoice" i SET "sentWith" = jsonb_build_object(
	'clinicName', c."name", 'billing', c."billing", 'clientEmail', p."email", 'locale', p."locale")
FROM "Clinic" c, "Client" p
WHERE c."id" = i."clinicId" AND p."id" = i."clientId" AND i."status" <> 'DRAFT';
ALTER TABLE "Invoice" ENABLE TRIGGER "Invoice_keep_sent";

ALTER TABLE "Invoice" DROP CONSTRAINT "Invoice_sent_check";
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_sent_check"
	CHECK (num_nonnulls("year", "number", "issuedOn", "dueOn", "clientName", "sentWith")
		= CASE WHEN "status" = 'DRAFT' THEN 0 ELSE 6 END);
