package gradus.render;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "gradus.render", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule pictures_knowNoJupyterAndNoShell = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gradus.kernel..", "io.github.spencerpark..", "jdk.jshell..", "org.zeromq..");

    @ArchTest
    static final ArchRule scene_knowsNotWhatItIsADrawingOf = noClasses()
            .that()
            .resideInAnyPackage("gradus.render.scene..", "gradus.render.layout..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gradus.autograd..", "gradus.render");

    @ArchTest
    static final ArchRule layout_knowsNoColours = noClasses()
            .that()
            .resideInAPackage("gradus.render.layout..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gradus.render.scene..");
}
