package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters that a doctor keeps before a shelf; a colleague before the same shelf has others. */
@Service
@Transactional
class SavedFilters {
    static final int MOST = 50;

    private final JdbcClient database;

    SavedFilters(JdbcClient database) {
        this.database = database;
    }

    /** The account's before that owner's shelf, by name. */
    @Transactional(readOnly = true)
    List<SavedFilter> of(OwnerId owner, UUID account) {
        return database.sql(
                        "select id, name, query from saved_filter where owner = ? and account = ? order by lower(name), id")
                .params(owner.value(), account)
                .query(SavedFilter.class)
                .list();
    }

    /**
     * Keeps a filter; what was kept under that name is replaced.
     *
     * @throws TooMany if there are {@value #MOST} others
     */
    void keep(OwnerId owner, UUID account, Name name, Filter filter) {
        boolean full = of(owner, account).stream()
                        .filter(kept -> !kept.name().equals(name.text()))
                        .count()
                >= MOST;
        if (full) {
            throw TooMany.filters(MOST);
        }
        database.sql("""
                        insert into saved_filter (id, owner, account, name, query) values (?, ?, ?, ?, ?)
                        on conflict on constraint saved_filter_once_per_name do update set query = excluded.query""")
                .params(UUID.randomUUID(), owner.value(), account, name.text(), filter.query())
                .update();
    }

    void remove(OwnerId owner, UUID account, UUID filter) {
        database.sql("delete from saved_filter where owner = ? and account = ? and id = ?")
                .params(owner.value(), account, filter)
                .update();
    }
}
