package org.safecommunity.cli.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.register.RegisterKind;

/** What the {@code community.yaml} of a store says of its tables, for files that come without one. */
public final class StoredProfile {
    private final @Nullable WorkspaceDraft draft;
    private final List<RegisterKind> registers;
    private final List<CodeSet> codeSets = new ArrayList<>(CodeSet.bundled());

    private StoredProfile(WorkspaceSource source) {
        boolean described = source.hasDocument(Workspace.FILE);
        this.draft = described
                ? YamlFile.read(source.document(Workspace.FILE), WorkspaceDraft.class, new ArrayList<>())
                : null;
        this.registers = new RegisterReader(source, null, new Workspace.Tables()).kinds();
        String own = draft == null || draft.injuries() == null
                ? null
                : draft.injuries().codeSetFile();
        if (own != null && source.hasDocument(own)) {
            InputFile file = source.document(own);
            codeSets.add(YamlFile.read(file, CodeSet.class, new ArrayList<>()));
        }
    }

    /**
     * Reads the documents of a store; a store without them says nothing.
     *
     * @throws org.safecommunity.cli.shell.UserError (exit 3) if a document cannot be read
     */
    public static StoredProfile of(DataStore store, Path path) {
        return new StoredProfile(new StoreSource(path, store, null));
    }

    /** File name of each table by its kind, as the workspace has it. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        if (draft != null) {
            put(
                    files,
                    DocumentKind.POPULATION,
                    draft.population() == null ? null : draft.population().file());
            put(
                    files,
                    DocumentKind.INJURIES,
                    draft.injuries() == null ? null : draft.injuries().file());
            put(
                    files,
                    DocumentKind.ACCIDENTS,
                    draft.accidents() == null ? null : draft.accidents().file());
            put(
                    files,
                    DocumentKind.RISKS,
                    draft.risks() == null ? null : draft.risks().file());
            put(
                    files,
                    DocumentKind.ELEMENTS,
                    draft.elements() == null ? null : draft.elements().file());
            put(
                    files,
                    DocumentKind.SURVEY,
                    draft.survey() == null ? null : draft.survey().file());
        }
        registers.forEach(kind -> files.put(kind.id(), kind.file()));
        return files;
    }

    private static void put(Map<String, String> files, DocumentKind kind, @Nullable String file) {
        if (file != null) {
            files.put(kind.label(), file);
        }
    }

    /** The code set of the injury register, where the workspace names it. */
    public Optional<String> codeSet() {
        return Optional.ofNullable(draft).map(WorkspaceDraft::injuries).map(WorkspaceDraft.InjuriesDraft::codeSet);
    }

    /** The code sets that are known: those of the program and the workspace's own. */
    public List<CodeSet> codeSets() {
        return List.copyOf(codeSets);
    }

    /** Kinds of registers: those of the program and the workspace's own. */
    public List<RegisterKind> registers() {
        return List.copyOf(registers);
    }
}
