-- E-mails until a server has taken them, and the links by which patients open reports.

-- Address and text are sealed under the platform's key and go in the same stroke that notes that a server has them. Nobody owns an
-- e-mail: some are to people who have no account.
create table mail (
    id uuid constraint mail_pk primary key,
    state text not null,
    sealed bytea,
    queued_at timestamptz not null,
    tries int not null default 0,
    failure text,
    settled_at timestamptz,
    constraint mail_state_known check (state in ('WAITING', 'SENT', 'FAILED')),
    constraint mail_whole_while_it_waits check (state <> 'WAITING' or sealed is not null),
    constraint mail_forgotten_when_sent check (state <> 'SENT' or sealed is null),
    constraint mail_settled check ((state = 'WAITING') = (settled_at is null)),
    constraint mail_failed_for_a_reason check (state <> 'FAILED' or failure is not null)
);
create index mail_by_settling on mail (settled_at);
create index mail_failed on mail (settled_at desc, id) where state = 'FAILED';

-- Administrators' decisions are told by e-mail, and they look after what was given up.
grant select, insert, update, delete on mail to covid_dicom_administrator;

-- E-mails lay in the queue in the clear. Those that wait at this moment were asked for within the last day, and are asked for again.
delete from scheduled_tasks where task_name = 'send-mail';
