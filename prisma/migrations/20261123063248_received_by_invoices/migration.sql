-- CreateIndex
CREATE INDEX "InvoiceLine_attendeeId_idx" ON "InvoiceLine"("attendeeId");

-- What was received for visits, said once for all who ask. What is paid for an invoice as a whole is received for each place
-- on it. A view, as kept sums would make whoever pays wait for whoever changes the visit.
CREATE VIEW "Received" AS
	SELECT p."appointmentId", p."attendeeId", p."amountMinor" - p."refundedMinor" AS "amountMinor"
	FROM "Payment" p
	WHERE p."appointmentId" IS NOT NULL AND p."status" = 'RECEIVED'
	UNION ALL
	SELECT at."appointmentId", l."attendeeId", l."quantity" * l."unitMinor"
	FROM "InvoiceLine" l JOIN "Attendee" at ON at."id" = l."attendeeId"
	WHERE l."status" = 'PAID';
