-- An invitation stands for as long as the person who made it may invite, and a mailbox has one of them open at a time.
alter table account_link
    add column made_by uuid constraint account_link_made_by_account references account,
    add column mailbox text;

-- It is not known who made those that are open, so they end here and are sent once more by hand.
update account_link set used_at = now() where purpose in ('MEMBER', 'ADMINISTRATOR') and email is not null and used_at is null;

alter table account_link add constraint account_link_invited_by_somebody
    check (purpose <> 'MEMBER' or used_at is not null or (made_by is not null and mailbox is not null));
create index account_link_by_maker on account_link (made_by) where used_at is null;
create index account_link_by_clinic on account_link (clinic, mailbox) where used_at is null;
create index account_link_by_mailbox on account_link (mailbox) where used_at is null;

-- One doctor answers for a clinic, and that place is never left empty while the clinic is open.
create unique index membership_one_responsible on membership (clinic) where until is null and role = 'RESPONSIBLE';
create function membership_keeps_responsible() returns trigger language plpgsql as $$
begin
    if exists (select from clinic where id = old.clinic and closed_at is null)
       and not exists (select from membership where clinic = old.clinic and until is null and role = 'RESPONSIBLE') then
        raise exception 'nobody would answer for the clinic' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger membership_keeps_responsible after update or delete on membership
    deferrable initially deferred for each row when (old.role = 'RESPONSIBLE' and old.until is null)
    execute function membership_keeps_responsible();
