-- Keys with which programs come in for an owner. Only a hash of each is kept, and the beginning by which people tell them apart.
create table api_key (
    id uuid constraint api_key_pk primary key,
    owner uuid not null,
    account uuid not null constraint api_key_of_account references account,
    name text not null,
    beginning text not null,
    hash bytea not null constraint api_key_once unique,
    scopes text[] not null,
    made_at timestamptz not null,
    expires_at timestamptz,
    used_at timestamptz,
    revoked_at timestamptz,
    constraint api_key_name_fits check (length(name) between 1 and 60),
    constraint api_key_scopes_known
        check (cardinality(scopes) > 0 and scopes <@ array['exams:send', 'exams:read', 'results:read'])
);
create index api_key_by_owner on api_key (owner, made_at desc);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy api_key_of_owner on api_key to covid_dicom using (owner = app_owner());

-- With a licence its keys end, and it is an administrator who suspends it. Of a key they see no more than that it is there.
grant select (id, owner, revoked_at), update (revoked_at) on api_key to covid_dicom_administrator;
create policy api_key_ended on api_key to covid_dicom_administrator using (true);

-- Whose a key is, is asked before there is an owner: it says so itself. Its use is noted once a minute. A key for a clinic is good
-- as long as the doctor who made it answers for that clinic.
grant create on schema public to covid_dicom_counter;
grant select, update (used_at) on api_key to covid_dicom_counter;
grant select (id, closed_at) on account, clinic to covid_dicom_counter;
grant select (clinic, account, role, until) on membership to covid_dicom_counter;
create policy api_key_shown on api_key to covid_dicom_counter using (true);
create function use_api_key(shown bytea, now timestamptz)
    returns table (id uuid, owner uuid, account uuid, scopes text[], state text)
    language sql security definer set search_path = public, pg_temp
begin atomic
    update api_key set used_at = now
    where hash = shown and revoked_at is null and (expires_at is null or expires_at > now)
      and (used_at is null or used_at < now - interval '1 minute');
    select key.id, key.owner, key.account, key.scopes,
           case when key.revoked_at is not null then 'REVOKED'
                when key.expires_at <= now then 'EXPIRED'
                when maker.closed_at is not null then 'ORPHANED'
                when key.owner = key.account then 'GOOD'
                when exists (select from membership join clinic on clinic.id = membership.clinic
                             where membership.clinic = key.owner and membership.account = key.account
                               and membership.role = 'RESPONSIBLE' and membership.until is null
                               and clinic.closed_at is null) then 'GOOD'
                else 'ORPHANED' end
    from api_key key join account maker on maker.id = key.account
    where key.hash = shown;
end;
revoke execute on function use_api_key from public;
grant execute on function use_api_key to covid_dicom;
alter function use_api_key owner to covid_dicom_counter;
revoke create on schema public from covid_dicom_counter;
