package org.safecommunity.cli.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.YamlFile;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;

/** Reads a questionnaire: one that comes with the program, by name, or a file in YAML or JSON. */
final class QuestionnaireFile {
    /** Names of the questionnaires that come with the program. */
    static final List<String> BUNDLED = List.of("safe-community");

    private QuestionnaireFile() {}

    /**
     * Reads a questionnaire.
     *
     * @throws UserError (exit 2) if there is no such name or file; (exit 3) with every fault of the file
     */
    static Questionnaire read(String nameOrFile) {
        List<Finding> form = new ArrayList<>();
        QuestionnaireDraft draft = draft(nameOrFile, form);
        QuestionnaireBuilder builder = new QuestionnaireBuilder(draft);
        List<LocalText> faults = form.stream()
                .map(f -> new LocalText(
                        f.location() + ": " + f.message().en() + " " + f.hint().en(),
                        f.location() + ": " + f.message().zh() + " " + f.hint().zh()))
                .collect(Collectors.toCollection(ArrayList::new));
        faults.addAll(builder.faults());
        if (!faults.isEmpty()) {
            String en = faults.stream().map(LocalText::en).collect(Collectors.joining("\n  "));
            String zh = faults.stream().map(LocalText::zh).collect(Collectors.joining("\n  "));
            throw UserError.input("error.questionnaire", nameOrFile, faults.size(), new LocalText(en, zh));
        }
        return builder.build();
    }

    private static QuestionnaireDraft draft(String nameOrFile, List<Finding> form) {
        if (BUNDLED.contains(nameOrFile)) {
            String resource = "questionnaires/" + nameOrFile + ".yaml";
            try (InputStream in = QuestionnaireFile.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("resource " + resource + " is missing from the program");
                }
                return YamlFile.read(
                        nameOrFile, new InputStreamReader(in, StandardCharsets.UTF_8), QuestionnaireDraft.class, form);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!exists(nameOrFile)) {
            String near = Nearest.of(nameOrFile, BUNDLED);
            throw UserError.usage(
                    "error.no-name-or-file",
                    "--questionnaire",
                    nameOrFile,
                    near.isEmpty() ? String.join(", ", BUNDLED) : near);
        }
        return YamlFile.read(InputFile.open(nameOrFile, null), QuestionnaireDraft.class, form);
    }

    private static boolean exists(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
