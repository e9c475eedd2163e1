-- Where a file lies for its sender, as an HMAC like its key: one that has changed since it was announced takes the place of the old one,
-- whose bytes will never come.
alter table sent_file add column place bytea;
