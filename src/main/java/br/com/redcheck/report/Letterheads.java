package br.com.redcheck.report;

import br.com.redcheck.account.Clinic;
import br.com.redcheck.account.Clinics;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.person.Crm;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands at the head of reports, one letterhead an owner. */
@Service
@Transactional
class Letterheads {
    private final JdbcClient database;
    private final Clinics clinics;
    private final AuditLog audit;

    Letterheads(JdbcClient database, Clinics clinics, AuditLog audit) {
        this.database = database;
        this.clinics = clinics;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Optional<Letterhead> find(OwnerId owner) {
        return database.sql("select name, address, phone, crm from letterhead where owner = ? and name <> ''")
                .param(owner.value())
                .query((row, number) -> new Letterhead(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("phone"),
                        Optional.ofNullable(row.getString("crm")).map(Crm::parse)))
                .optional();
    }

    /** The letterhead under which a doctor writes; until somebody fills it in, it has the name of the clinic or the doctor. */
    @Transactional(readOnly = true)
    Letterhead of(OwnerId owner, Doctor doctor) {
        return find(owner)
                .orElseGet(() -> Letterhead.named(clinics.of(doctor.account()).stream()
                        .filter(clinic -> clinic.owner().equals(owner))
                        .map(Clinic::name)
                        .findFirst()
                        .orElse(doctor.name())));
    }

    void change(OwnerId owner, Letterhead letterhead) {
        database.sql("""
                        insert into letterhead (owner, name, address, phone, crm) values (:owner, :name, :address, :phone, :crm)
                        on conflict (owner) do update
                            set name = excluded.name, address = excluded.address, phone = excluded.phone, crm = excluded.crm""")
                .param("owner", owner.value())
                .param("name", letterhead.name())
                .param("address", letterhead.address())
                .param("phone", letterhead.phone())
                .param("crm", letterhead.crm().map(Crm::toString).orElse(null))
                .update();
        audit.record(owner, "letterhead.changed", owner.value());
    }

    /** The logo as a PNG file that we painted. */
    @Transactional(readOnly = true)
    Optional<byte[]> logo(OwnerId owner) {
        return database.sql("select logo from letterhead where owner = ? and logo is not null")
                .param(owner.value())
                .query(byte[].class)
                .optional();
    }

    /** @throws UselessLogo if it is no picture that we take */
    void changeLogo(OwnerId owner, InputStream file) throws IOException {
        keepLogo(owner, Logo.painted(file));
    }

    void removeLogo(OwnerId owner) {
        keepLogo(owner, null);
    }

    private void keepLogo(OwnerId owner, byte @Nullable [] logo) {
        database.sql("""
                        insert into letterhead (owner, name, address, phone, logo) values (:owner, '', '', '', :logo)
                        on conflict (owner) do update set logo = excluded.logo""")
                .param("owner", owner.value())
                .param("logo", logo, Types.BINARY)
                .update();
        audit.record(owner, "letterhead.changed", owner.value());
    }
}
