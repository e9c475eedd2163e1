package br.com.redcheck.exam.gallery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What administrators see of publications that were taken back: how many copies are out that nobody can call back. */
@Controller
@Transactional(readOnly = true)
class WithdrawnPublicationsController {
    /** @param downloads copies that were handed out before */
    record Withdrawn(UUID id, Instant publishedAt, Instant withdrawnAt, int downloads) {}

    private final JdbcClient database;

    WithdrawnPublicationsController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/admin/withdrawn-publications")
    String all(Model view) {
        view.addAttribute(
                "publications",
                database.sql("select * from withdrawn_publication order by withdrawn_at desc limit 500")
                        .query(WithdrawnPublicationsController::read)
                        .list());
        return "gallery/withdrawn";
    }

    private static Withdrawn read(ResultSet row, int number) throws SQLException {
        return new Withdrawn(
                row.getObject("id", UUID.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                row.getInt("downloads"));
    }
}
