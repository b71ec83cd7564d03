-- DropForeignKey
ALTER TABLE "StatementMail" DROP CONSTRAINT "StatementMail_clinicId_fkey";

-- DropTable
DROP TABLE "StatementMail";

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "collectorId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "collectedMinor" BIGINT NOT NULL,
    "carriedMinor" BIGINT NOT NULL,
    "payableMinor" BIGINT NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementLine" (
    "statementId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "moveId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "isCorrection" BOOLEAN NOT NULL,

    CONSTRAINT "StatementLine_pkey" PRIMARY KEY ("statementId","kind","moveId")
);

-- CreateIndex
CREATE INDEX "Statement_collectorId_idx" ON "Statement"("collectorId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_clinicId_collectorId_currency_month_key" ON "Statement"("clinicId", "collectorId", "currency", "month");

-- CreateIndex
CREATE INDEX "StatementLine_kind_moveId_idx" ON "StatementLine"("kind", "moveId");

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_collectorId_fkey" FOREIGN KEY ("collectorId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementLine" ADD CONSTRAINT "StatementLine_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody is asked to pay back, and what is paid is what was collected less what was missing.
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_values_check"
	CHECK ("carriedMinor" <= 0 AND "payableMinor" = greatest(0, "collectedMinor" + "carriedMinor"));
ALTER TABLE "StatementLine" ADD CONSTRAINT "StatementLine_kind_check" CHECK ("kind" IN ('payment', 'refund', 'dispute'));

-- A closed statement never changes, whoever asks.
CREATE TRIGGER "Statement_keep" BEFORE UPDATE OR DELETE ON "Statement"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "StatementLine_keep" BEFORE UPDATE OR DELETE ON "StatementLine"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Its lines come all at once and make up its sum; so there can be none more.
CREATE FUNCTION "sum_up_statement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT FROM "Statement" s
		WHERE s."id" IN (SELECT "statementId" FROM added)
			AND s."collectedMinor" <> (SELECT sum(l."amountMinor") FROM "StatementLine" l WHERE l."statementId" = s."id")
	) THEN
		RAISE EXCEPTION 'the lines of a statement make up its sum' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER "StatementLine_sum" AFTER INSERT ON "StatementLine"
	REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "sum_up_statement"();
