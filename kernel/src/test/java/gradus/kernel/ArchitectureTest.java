package gradus.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages point one way. */
@AnalyzeClasses(packages = "gradus.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule jshell_isSeenByOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("gradus.kernel.jshell")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jdk.jshell..", "org.objectweb.asm..");

    @ArchTest
    static final ArchRule theJupyterLibrary_isSeenByOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("gradus.kernel.jupyter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.spencerpark..", "org.zeromq..");

    @ArchTest
    static final ArchRule theResolverOfMaven_isSeenByOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("gradus.kernel.maven.mima")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "eu.maveniverse..", "org.eclipse.aether..", "org.apache.maven..", "gradus.kernel.maven.mima");

    @ArchTest
    static final ArchRule session_knowsNoOtherPackage = noClasses()
            .that()
            .resideInAPackage("gradus.kernel.session")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "gradus.kernel",
                    "gradus.kernel.jshell..",
                    "gradus.kernel.jupyter..",
                    "gradus.kernel.magic..",
                    "gradus.kernel.display..",
                    "gradus.kernel.install..");

    @ArchTest
    static final ArchRule hints_knowTextAlone = noClasses()
            .that()
            .resideInAPackage("gradus.kernel.hint")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("gradus..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("gradus.kernel.hint"))));

    @ArchTest
    static final ArchRule magics_knowTheSessionAlone = noClasses()
            .that()
            .resideInAPackage("gradus.kernel.magic")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gradus.kernel.jshell..", "gradus.kernel.jupyter..", "gradus.kernel.install..");

    @ArchTest
    static final ArchRule jshellAndJupyter_doNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("gradus.kernel.jshell")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gradus.kernel.jupyter..", "gradus.kernel.magic..", "gradus.kernel.install..");

    @ArchTest
    static final ArchRule jupyter_knowsTheSessionAlone = noClasses()
            .that()
            .resideInAPackage("gradus.kernel.jupyter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gradus.kernel.jshell..", "gradus.kernel.magic..", "gradus.kernel.display..");

    @ArchTest
    static final ArchRule everyMagic_isNamedAsOne = classes()
            .that()
            .areAssignableTo(gradus.kernel.magic.Magic.class)
            .should()
            .haveSimpleNameEndingWith("Magic");
}
