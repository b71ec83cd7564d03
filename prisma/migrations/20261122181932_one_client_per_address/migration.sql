-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "bookedThemselves" BOOLEAN NOT NULL DEFAULT false;

-- Who books on the public page is one client, however many requests and processes. Whom the clinic enters may share an
-- address, as families do; so may those who are there already, of whom nobody knows how they came in.
CREATE UNIQUE INDEX "Client_booked_themselves_once" ON "Client"("clinicId", lower("email")) WHERE "bookedThemselves";
