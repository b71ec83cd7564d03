-- AlterTable
ALTER TABLE "WaitingListEntry" ADD COLUMN     "acceptedTerms" TEXT,
ADD COLUMN     "acceptedTermsAt" TIMESTAMPTZ(3);
