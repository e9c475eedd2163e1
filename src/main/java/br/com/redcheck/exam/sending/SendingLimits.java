package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.NoRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** Says no to more than the settings allow, before any byte of it is taken. */
@Component
class SendingLimits {
    private static final DataSize IMAGE =
            DataSize.ofBytes(DicomLimits.defaults().objectBytes());

    private final JdbcClient database;
    private final SendingSettings settings;
    private final Home home;

    SendingLimits(JdbcClient database, SendingSettings settings, Home home) {
        this.database = database;
        this.settings = settings;
        this.home = home;
    }

    /** Checks what was announced by itself. */
    void check(List<Announcement.File> announced) {
        if (announced.size() > settings.files()) {
            throw TooMuchToSend.files(settings.files());
        }
        if (announced.stream()
                .anyMatch(file -> file.length() > settings.fileBytes().toBytes())) {
            throw TooMuchToSend.fileBytes(settings.fileBytes().toMegabytes());
        }
        if (announced.stream().anyMatch(file -> file.single() && file.length() > IMAGE.toBytes())) {
            throw TooMuchToSend.imageBytes(IMAGE.toMegabytes());
        }
        requireRoom(announced.stream().mapToLong(Announcement.File::length).sum());
    }

    /** Checks whether so many bytes leave the disk its reserve. */
    void requireRoom(long bytes) {
        try {
            if (home.freeBytes() - bytes < settings.reserve().toBytes()) {
                throw new NoRoom();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a sending with all that it has now, in the transaction that adds to it.
     *
     * @param added bytes that it adds
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void check(OwnerId owner, UUID sending, long added) {
        Total total = database.sql("""
                        select count(*) filter (where sending = :sending) files,
                               coalesce(sum(length) filter (where sending = :sending), 0) bytes,
                               count(*) filter (where state in ('WAITING', 'RECEIVING')) open,
                               coalesce(sum(length) filter (
                                   where state in ('WAITING', 'RECEIVING', 'SENT', 'CLEANING', 'FAILED')), 0)
                               + (select coalesce(sum(bytes), 0) from instance where owner = :owner) held
                        from sent_file where owner = :owner""")
                .param("owner", owner.value())
                .param("sending", sending)
                .query(Total.class)
                .single();
        if (total.files() > settings.files()) {
            throw TooMuchToSend.files(settings.files());
        }
        if (total.bytes() > settings.bytes().toBytes()) {
            throw TooMuchToSend.bytes(settings.bytes().toMegabytes());
        }
        if (total.open() > settings.openFiles()) {
            throw TooMuchToSend.openFiles(settings.openFiles());
        }
        long left = settings.ownerBytes().toBytes() - total.held();
        if (left < 0) {
            throw new OverQuota(
                    Math.max(0, left + added) >> 20, settings.ownerBytes().toMegabytes());
        }
    }

    /**
     * @param files of the sending
     * @param bytes of these files
     * @param open files of the owner that are still to come
     * @param held bytes that the owner has here or has announced
     */
    private record Total(long files, long bytes, long open, long held) {}
}
