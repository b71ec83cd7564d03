-- What a payment brought that is still there: less what went back, and what the payer's bank took back. Both can be asked of
-- one payment, and never more is gone than came.
CREATE VIEW "Kept" AS
	SELECT p."id" AS "paymentId", p."appointmentId", p."attendeeId", p."invoiceId",
		p."amountMinor" AS "paidMinor",
		greatest(0, p."amountMinor" - p."refundedMinor" - coalesce((
			SELECT sum(d."amountMinor") FROM "Dispute" d WHERE d."paymentId" = p."id" AND d."status" = 'LOST'
		), 0))::int AS "keptMinor"
	FROM "Payment" p
	WHERE p."status" = 'RECEIVED';

-- Of an invoice of which a part is gone again, each line has lost the same share.
CREATE OR REPLACE VIEW "Received" AS
	SELECT k."appointmentId", k."attendeeId", k."keptMinor" AS "amountMinor"
	FROM "Kept" k
	WHERE k."appointmentId" IS NOT NULL
	UNION ALL
	SELECT at."appointmentId", l."attendeeId",
		round(l."quantity" * l."unitMinor" * k."keptMinor"::numeric / k."paidMinor")::int
	FROM "InvoiceLine" l
	JOIN "Attendee" at ON at."id" = l."attendeeId"
	JOIN "Kept" k ON k."invoiceId" = l."invoiceId"
	WHERE l."status" = 'PAID';
