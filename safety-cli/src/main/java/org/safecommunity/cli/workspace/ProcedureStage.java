package org.safecommunity.cli.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.CommonOptions;

/** The stage a community has reached: the latest dated event of its {@code procedure.yaml}. */
public final class ProcedureStage {
    /** Name of the file. */
    public static final String FILE = "procedure.yaml";

    private static final String STARTED = "started";

    private ProcedureStage() {}

    /** The file as far as the stage needs it; other keys are passed over. */
    record Draft(
            @Nullable String scheme,
            @Nullable LocalDate started,
            @Nullable List<Event> events) {}

    record Event(@Nullable String event, @Nullable LocalDate date) {}

    /**
     * Reads the stage: the event with the latest date up to a day, the later one in the file of two of one date;
     * {@code started} where only the start is dated.
     *
     * @param folder  folder or store of the workspace
     * @param options charset of the file
     * @param today   events after this day have not happened
     * @return the event's name; empty without file or without an event that has happened
     * @throws org.safecommunity.cli.shell.UserError (exit 3) if there is a file that cannot be read
     */
    public static Optional<String> read(Path folder, CommonOptions options, LocalDate today) {
        Draft draft;
        try (WorkspaceSource source = WorkspaceSource.of(folder, options.charset())) {
            if (!source.hasDocument(FILE)) {
                return Optional.empty();
            }
            draft = YamlFile.read(source.document(FILE), Draft.class, new ArrayList<>());
        }
        List<Event> happened = new ArrayList<>();
        if (draft.started() != null && !draft.started().isAfter(today)) {
            happened.add(new Event(STARTED, draft.started()));
        }
        for (Event event : draft.events() == null ? List.<Event>of() : draft.events()) {
            if (event.event() != null && event.date() != null && !event.date().isAfter(today)) {
                happened.add(event);
            }
        }
        happened.sort(Comparator.comparing(Event::date));
        return happened.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(happened.get(happened.size() - 1).event());
    }
}
