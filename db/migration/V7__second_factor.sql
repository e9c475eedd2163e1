-- What people show besides their password.

-- The secret that an authenticator app shares with us, sealed under the account's key. A pending one takes its place once a right
-- code proves that the app has it. A code works once: no step up to last_step counts again.
create table authenticator_app (
    account uuid constraint authenticator_app_pk primary key
        constraint authenticator_app_of_account references account on delete cascade,
    secret bytea,
    pending bytea,
    enrolled_at timestamptz,
    last_step bigint not null default 0,
    wrong_codes int not null default 0,
    wrong_at timestamptz,
    constraint authenticator_app_enrolled check ((secret is null) = (enrolled_at is null)),
    constraint authenticator_app_wrong check (wrong_codes >= 0 and (wrong_codes = 0 or wrong_at is not null))
);

-- WebAuthn credentials: public keys, and what the authenticator said when it made them.
create table passkey (
    id bytea constraint passkey_pk primary key,
    account uuid not null constraint passkey_of_account references account on delete cascade,
    label text not null,
    public_key bytea not null,
    signature_count bigint not null,
    verifies_user boolean not null,
    transports text not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    attestation bytea not null,
    client_data bytea not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null
);
create index passkey_by_account on passkey (account);

-- Hashes of codes on paper, for the day the phone is lost. A used one is gone.
create table recovery_code (
    account uuid not null constraint recovery_code_of_account references account on delete cascade,
    hash bytea not null,
    constraint recovery_code_pk primary key (account, hash)
);
