package br.com.redcheck.exam.gallery;

import br.com.redcheck.exam.Truth;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the public sees. It asks views in which nothing is without a consent that stands at this moment. */
@Service
class Gallery {
    private static final int MOST = 1000;

    private final JdbcClient database;
    private final Vault vault;

    Gallery(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The newest first. */
    List<Publication> all() {
        return database.sql("select * from gallery_exam order by published_at desc, id limit :most")
                .param("most", MOST)
                .query(Gallery::publication)
                .list();
    }

    /** @throws NotInGallery if there is none of this id */
    Publication find(PublicationId id) {
        return database.sql("select * from gallery_exam where id = :id")
                .param("id", id.value())
                .query(Gallery::publication)
                .optional()
                .orElseThrow(NotInGallery::new);
    }

    /** In the order in which they are looked at. */
    List<PublishedImage> images(PublicationId id) {
        return database.sql("select * from gallery_image where publication_id = :id order by number")
                .param("id", id.value())
                .query(Gallery::image)
                .list();
    }

    InputStream open(PublicationId id, BlobRef blob) throws IOException {
        return vault.open(id.key(), blob);
    }

    /** Somebody takes a copy away, which nobody can call back. */
    void downloaded(PublicationId id) {
        database.sql("select count_download(:id)")
                .param("id", id.value())
                .query((row, number) -> true)
                .single();
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                new PublicationId(row.getObject("id", UUID.class)),
                row.getString("modality"),
                row.getString("sex"),
                row.getObject("age_from", Integer.class),
                Truth.valueOf(row.getString("truth")),
                Licence.valueOf(row.getString("licence")),
                new BlobRef(row.getObject("preview", UUID.class)),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getInt("images"));
    }

    private static PublishedImage image(ResultSet row, int number) throws SQLException {
        return new PublishedImage(
                row.getInt("number"),
                new BlobRef(row.getObject("blob", UUID.class)),
                row.getInt("frames"),
                row.getLong("bytes"),
                row.getString("sha256"));
    }
}
