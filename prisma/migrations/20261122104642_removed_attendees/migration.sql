-- Null for everybody so far: PostgreSQL adds such a column without writing a row.
ALTER TABLE "Attendee" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);
