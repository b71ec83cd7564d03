-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "payFirst" BOOLEAN NOT NULL DEFAULT false;
