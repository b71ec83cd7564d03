-- AlterTable
ALTER TABLE "Message" DROP COLUMN "html",
ADD COLUMN     "buttons" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "Message" ALTER COLUMN "buttons" DROP DEFAULT;
