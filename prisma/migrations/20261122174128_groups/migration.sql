-- AlterTable
ALTER TABLE "Attendee" ADD COLUMN     "addedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3);
