package org.safecommunity.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the module cut, over all modules. */
class ArchitectureTest {
    private static final String ROOT = "org.safecommunity";
    private static final String[] LIBRARIES = {ROOT + ".model..", ROOT + ".metrics..", ROOT + ".risk.."};
    private static final Set<Class<?>> CLOCKS = Set.of(
            java.time.LocalDate.class,
            java.time.LocalDateTime.class,
            java.time.ZonedDateTime.class,
            java.time.Instant.class,
            java.time.Year.class,
            java.time.YearMonth.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void every_module_is_looked_at() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName))
                .contains(ROOT + ".model", ROOT + ".metrics", ROOT + ".risk.score", ROOT + ".cli");
    }

    @Test
    void packages_make_no_cycle() {
        slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(CLASSES);
    }

    /** One slice a package; an internal package is part of the root package of its module. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName().replace(".internal", ""));
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "metrics", "risk"})
    void internal_packages_are_used_inside_their_module_only(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "." + module + "..internal..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void metrics_and_model_know_nothing_of_each_other_and_nothing_depends_on_the_command_line() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".model..", ROOT + ".risk..", "com.fasterxml..", "jakarta..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".metrics..", ROOT + ".risk..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".cli..", "picocli..", "de.siegmar..", "org.dhatim..")
                .check(CLASSES);
    }

    @Test
    void libraries_touch_no_database_stream_clock_or_default_locale() {
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads the clock",
                        call -> call.getTarget().getName().equals("now")
                                && CLOCKS.stream()
                                        .anyMatch(clock -> call.getTargetOwner().isEquivalentTo(clock))))
                .check(CLASSES);
    }

    /** A developer who imports whole packages of a library meets no name twice. */
    @ParameterizedTest
    @ValueSource(strings = {"model", "metrics", "risk"})
    void a_library_gives_each_name_to_one_public_type(String module) {
        assertThat(CLASSES.stream()
                        .filter(c -> c.getPackageName().startsWith(ROOT + "." + module))
                        .filter(c -> !c.getPackageName().contains(".internal"))
                        .filter(c -> c.isTopLevelClass() && c.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void static_fields_are_constants() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ROOT + "..")
                .should()
                .beFinal()
                .andShould(beNoPublicArray())
                .check(CLASSES);
    }

    private static ArchCondition<JavaField> beNoPublicArray() {
        return new ArchCondition<>("be no array that others can write to") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean open = field.getRawType().isArray()
                        && !field.getModifiers().contains(JavaModifier.PRIVATE)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(new SimpleConditionEvent(field, !open, field.getFullName()));
            }
        };
    }

    @Test
    void every_package_is_null_marked() {
        Set<JavaPackage> packages = CLASSES.getPackage(ROOT).getSubpackagesInTree();
        assertThat(packages).isNotEmpty();
        assertThat(packages)
                .filteredOn(p ->
                        p.getClasses().stream().anyMatch(c -> !c.getSimpleName().equals("package-info")))
                .allMatch(p -> p.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }
}
