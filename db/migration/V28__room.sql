-- How much an owner has here is summed up at each announcement, from the index alone.
create index instance_bytes_by_owner on instance (owner) include (bytes);

-- Sendings that were announced and of which no byte has come since a moment, whoever's they are: nothing is lost with them.
grant create on schema public to covid_dicom_counter;
grant select (finished_at) on sending to covid_dicom_counter;
grant select (sending, received) on sent_file to covid_dicom_counter;
create function unbegun_sendings(since timestamptz) returns table (owner uuid, id uuid)
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select sending.owner, sending.id from sending
    where sending.touched_at < since and sending.finished_at is null
      and not exists (select from sent_file where sent_file.sending = sending.id and sent_file.received > 0)
    order by sending.touched_at limit 1000;
end;
revoke execute on function unbegun_sendings from public;
grant execute on function unbegun_sendings to covid_dicom;
alter function unbegun_sendings owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
