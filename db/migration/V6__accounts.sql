-- Accounts of every kind, what they accepted, the links that open them, the devices they are known by, clinics, sessions.

alter table account
    add column kind text not null default 'DOCTOR',
    add column language text not null default 'pt-BR',
    add column confirmed_at timestamptz,
    add column closed_at timestamptz,
    add column second_factor_waived boolean not null default false,
    add constraint account_kind_known check (kind in ('DOCTOR', 'RESEARCHER', 'ADMINISTRATOR'));
update account set confirmed_at = created_at, second_factor_waived = (email = 'demo@covid-dicom.example');
alter table account alter column kind drop default, alter column language drop default;

-- Which version of a document somebody agreed to, and when.
create table acceptance (
    account uuid not null constraint acceptance_of_account references account,
    document text not null,
    version text not null,
    accepted_at timestamptz not null,
    constraint acceptance_pk primary key (account, document, version),
    constraint acceptance_document_known check (document in ('TERMS_OF_USE', 'PRIVACY_NOTICE'))
);

-- Doctors who keep exams together. The id is an owner, as that of a doctor is.
create table clinic (
    id uuid constraint clinic_pk primary key,
    name text not null,
    created_at timestamptz not null,
    closed_at timestamptz
);

create table membership (
    clinic uuid not null constraint membership_of_clinic references clinic,
    account uuid not null constraint membership_of_account references account,
    role text not null,
    since timestamptz not null,
    until timestamptz,
    constraint membership_pk primary key (clinic, account, since),
    constraint membership_role_known check (role in ('RESPONSIBLE', 'MEMBER'))
);
create unique index membership_once_at_a_time on membership (account, clinic) where until is null;

-- The owner of an exam may be a clinic now.
alter table exam drop constraint exam_of_account;

-- Links sent by e-mail. The token itself is nowhere but in the e-mail.
create table account_link (
    token_hash bytea constraint account_link_pk primary key,
    purpose text not null,
    account uuid constraint account_link_of_account references account,
    email text,
    clinic uuid constraint account_link_of_clinic references clinic,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint account_link_purpose_known check (purpose in ('CONFIRM', 'RESET', 'SIGN_IN', 'MEMBER', 'ADMINISTRATOR'))
);
create index account_link_by_account on account_link (account);

-- Where an account has been signed in to before: a browser by its cookie, or an address; both only as hashes.
create table known_device (
    account uuid not null constraint known_device_of_account references account,
    token_hash bytea not null,
    seen_at timestamptz not null,
    constraint known_device_pk primary key (account, token_hash)
);
create table known_address (
    account uuid not null constraint known_address_of_account references account,
    address_hash text not null,
    seen_at timestamptz not null,
    constraint known_address_pk primary key (account, address_hash)
);

-- How many tries are left to whom, as Bucket4j keeps it; rows go when they have nothing more to say.
create table try_bucket (
    id text constraint try_bucket_pk primary key,
    state bytea,
    expires_at bigint
);
create index try_bucket_by_expiry on try_bucket (expires_at);

-- Sessions, as Spring Session keeps them; the principal's name is the account's id.
create table spring_session (
    primary_id char(36) constraint spring_session_pk primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_by_session_id on spring_session (session_id);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null
        constraint spring_session_attribute_of_session references spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);
