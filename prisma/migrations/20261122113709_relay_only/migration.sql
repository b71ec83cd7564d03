-- AlterTable
ALTER TABLE "Clinic" ADD COLUMN     "relayOnly" BOOLEAN NOT NULL DEFAULT false;
