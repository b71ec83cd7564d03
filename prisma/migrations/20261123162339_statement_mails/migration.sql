-- CreateTable
CREATE TABLE "StatementMail" (
    "clinicId" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatementMail_pkey" PRIMARY KEY ("clinicId","month")
);

-- AddForeignKey
ALTER TABLE "StatementMail" ADD CONSTRAINT "StatementMail_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
