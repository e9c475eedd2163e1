package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which further networks doctors want to read which exams: the table {@code wanted_network}. */
@Component
@Transactional
class WantedNetworks {
    private final JdbcClient database;
    private final ModelCatalog catalog;

    WantedNetworks(JdbcClient database, ModelCatalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /** May be said twice. */
    void add(OwnerId owner, ExamId exam, ModelCard card, Instant now) {
        database.sql("""
                        insert into wanted_network (exam_id, owner, model, version, asked_at)
                        values (:exam, :owner, :model, :version, :now)
                        on conflict on constraint wanted_network_pk do nothing""")
                .param("exam", exam.value())
                .param("owner", owner.value())
                .param("model", card.name())
                .param("version", card.version())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which they were asked for; one that is no longer installed is left out. */
    @Transactional(readOnly = true)
    List<ModelCard> of(OwnerId owner, ExamId exam) {
        return database
                .sql("""
                        select model, version from wanted_network
                        where owner = :owner and exam_id = :exam order by asked_at, model, version""")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query((row, number) -> catalog.find(row.getString("model"), row.getString("version")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
