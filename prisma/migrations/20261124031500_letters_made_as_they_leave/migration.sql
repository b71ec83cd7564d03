-- A booking writes down what its mail will say; the words are made when it leaves.
ALTER TABLE "Message" ADD COLUMN "letter" JSONB;
ALTER TABLE "Message" ADD CONSTRAINT "Message_words_or_letter" CHECK ("letter" IS NULL OR ("subject" = '' AND "text" = ''));

-- Nothing but the outbox of a developer reads messages by their age.
DROP INDEX "Message_createdAt_idx";
