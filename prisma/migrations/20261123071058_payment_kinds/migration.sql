-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "kindId" UUID;

-- CreateTable
CREATE TABLE "PaymentKind" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentKind_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PaymentKind_clinicId_id_key" ON "PaymentKind"("clinicId", "id");

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_clinicId_kindId_fkey" FOREIGN KEY ("clinicId", "kindId") REFERENCES "PaymentKind"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentKind" ADD CONSTRAINT "PaymentKind_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Payment" ADD CONSTRAINT "Payment_kind_check" CHECK ("kindId" IS NULL OR "method" = 'OTHER');
ALTER TABLE "PaymentKind" ADD CONSTRAINT "PaymentKind_name_check" CHECK (char_length("name") BETWEEN 1 AND 40);
-- Among those in use a name stands for one kind.
CREATE UNIQUE INDEX "PaymentKind_name_key" ON "PaymentKind" ("clinicId", lower("name")) WHERE "archivedAt" IS NULL;
