-- A mail is 3 to 4 kB. Beyond 2 kB PostgreSQL compresses a row's texts to get them into it, which took as long as the
-- rest of a booking's writes together; a mail that fits a page stays as it is.
ALTER TABLE "Message" SET (toast_tuple_target = 8160);
