package org.safecommunity.cli.start;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.TableForm;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.programme.CommunityType;
import org.safecommunity.model.programme.UnitLevel;
import org.safecommunity.model.register.ColumnType;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterColumn;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.register.RegisterSchema;
import org.safecommunity.model.standard.Standard;

/** The files of a new workspace: a description, and a form with an example for every table and register. */
final class Template {
    /** The day on which the examples of the data file were written: they are moved so that it becomes today. */
    private static final LocalDate WRITTEN = LocalDate.of(2025, 1, 31);

    private static final List<String> RURAL =
            List.of("rural-electricity", "farm-machinery", "rural-water", "pesticide", "rural-fire");

    private final CommunityType type;
    private final TableForm form;
    private final Locale locale;
    private final LocalDate today;

    Template(CommunityType type, TableForm form, Locale locale, LocalDate today) {
        this.type = type;
        this.form = form;
        this.locale = locale;
        this.today = today;
    }

    /** File names with their content. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        int year = today.getYear() - 1;
        String community = Texts.get(
                locale,
                "init.community",
                type.label(),
                LocalDate.of(year, 6, 30),
                UnitLevel.of(type).label(),
                staff());
        files.put(Workspace.FILE, community.replace(".csv", "." + form.label()));
        put(files, "population.csv", List.of("year", "sex", "age_group", "persons"), population(year));
        put(
                files,
                "injuries.csv",
                split("record_id,sex,age,date,cause,place,activity,intent,severity,outcome"),
                injuries(year));
        put(
                files,
                "accidents.csv",
                split("record_id,domain,date,deaths,serious_injuries,minor_injuries,direct_loss_10k_yuan"),
                List.of(split("A001,traffic," + year + "-03-16,0,0,1,0.5")));
        put(
                files,
                "elements.csv",
                split("element,state,evidence,assessed_on"),
                Standard.aqt9001().elements().stream()
                        .map(element -> List.of(element.id(), "not-assessed", "", ""))
                        .toList());
        for (RegisterKind kind : RegisterCatalogue.bundled().registers()) {
            List<RegisterColumn> columns = kind.columns();
            put(
                    files,
                    kind.file(),
                    columns.stream().map(RegisterColumn::name).toList(),
                    rows(kind).stream()
                            .map(row -> columns.stream()
                                    .map(column -> cell(row.getOrDefault(column.name(), ""), column))
                                    .toList())
                            .toList());
        }
        return files;
    }

    private void put(Map<String, String> files, String name, List<String> header, List<List<String>> rows) {
        files.put(form.fileName(name), form.table(header, rows, false));
    }

    /** What only an enterprise-led community states: how many residents are staff or their families. */
    private String staff() {
        return type == CommunityType.ENTERPRISE ? "  " + Texts.get(locale, "init.unit.staff") + "\n" : "";
    }

    private static List<List<String>> population(int year) {
        List<List<String>> rows = new ArrayList<>();
        for (String sex : List.of("male", "female")) {
            for (int age = 0; age < 85; age += 5) {
                rows.add(List.of(Integer.toString(year), sex, age + "-" + (age + 4), "1000"));
            }
            rows.add(List.of(Integer.toString(year), sex, "85+", "1000"));
        }
        return rows;
    }

    private static List<List<String>> injuries(int year) {
        return List.of(
                split("R0001,female,71," + year + "-02-11,3,1,2,1,1,1"),
                split("R0002,male,9," + year + "-05-20,1,5,7,1,2,1"),
                split("R0003,male,34," + year + "-09-02,6,7,1,1,1,1"));
    }

    private static List<String> split(String line) {
        return List.of(line.split(",", -1));
    }

    /** The examples; a rural community also has its five topics, each with the reason to fill in. */
    private List<Map<String, String>> rows(RegisterKind kind) {
        List<Map<String, String>> rows = new ArrayList<>(RegisterSchema.examples(kind, locale));
        if (type == CommunityType.RURAL && kind.id().equals("key-factors")) {
            for (int i = 0; i < RURAL.size(); i++) {
                Map<String, String> row = new LinkedHashMap<>(rows.get(0));
                row.put(kind.idColumn(), "K" + (i + 2));
                row.put("topic", RURAL.get(i));
                row.put("factor", Texts.get(locale, "init.rural.factor"));
                row.put("diagnosis", Texts.get(locale, "init.rural.diagnosis"));
                row.put("no_project_reason", Texts.get(locale, "init.rural.reason"));
                rows.add(row);
            }
        }
        return rows;
    }

    private String cell(String text, RegisterColumn column) {
        if (column.type() == ColumnType.DATE && !text.isEmpty()) {
            return LocalDate.parse(text)
                    .plusDays(ChronoUnit.DAYS.between(WRITTEN, today))
                    .toString();
        }
        return text;
    }
}
