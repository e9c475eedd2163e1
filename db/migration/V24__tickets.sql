-- Whether a ticket holds no step, whoever's: only then may it go before it is drawn. One that was drawn when its process was killed
-- holds a step of another owner, as often as not.
grant create on schema public to covid_dicom_counter;
create function ticket_is_free(wanted text) returns boolean
    language sql stable security definer set search_path = public, pg_temp
return not exists (select from step where ticket = wanted);
revoke execute on function ticket_is_free from public;
grant execute on function ticket_is_free to covid_dicom;
alter function ticket_is_free owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
