-- What stands here opens no session: of a session's id the hash is kept. Sessions that are open stay open; their cookies hold the id
-- in Base64, and are taken as they are from now on.
create function session_hash(id text) returns text language sql stable
return encode(sha256(convert_to(id, 'UTF8')), 'hex');

alter table spring_session alter column session_id type text using session_hash(encode(convert_to(rtrim(session_id), 'UTF8'), 'base64'));
