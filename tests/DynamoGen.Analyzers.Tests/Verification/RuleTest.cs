using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>
/// Runs one analyzer over a source whose expected diagnostics are marked as <c>{|DG0000:text|}</c>, and then all of them, which must only not throw.
/// </summary>
internal static class RuleTest<TAnalyzer>
    where TAnalyzer : DynamoAnalyzer, new()
{
    public static Task Reports(string source, params string[] options) => Run(new Test(), source, options);

    public static Task ReportsInTestProject(string source, params string[] options)
    {
        var test = new Test();
        test.TestState.AdditionalReferences.Add(FakeAssembly.Named("xunit.v3.core"));
        return Run(test, source, options);
    }

    /// <summary>The fix changes the marked source into <paramref name="fixedSource"/>, one diagnostic at a time and all at once.</summary>
    /// <param name="source">The marked source.</param>
    /// <param name="fixedSource">What becomes of it.</param>
    /// <param name="isLocal">
    /// False for what is reported away from the code that was looked at: <c>dotnet format analyzers</c> fixes it, and an editor may not offer to.
    /// </param>
    public static Task Fixes<TFix>(string source, string fixedSource, bool isLocal = true)
        where TFix : CodeFixProvider, new() => Run(new FixTest<TFix> { FixedCode = fixedSource, CodeFixTestBehaviors = Behaviors(isLocal) }, source, []);

    /// <summary>As <see cref="Fixes"/>, for a source with top-level statements.</summary>
    public static Task FixesProgram<TFix>(string source, string fixedSource)
        where TFix : CodeFixProvider, new() =>
        Run(new FixTest<TFix> { FixedCode = fixedSource, TestState = { OutputKind = OutputKind.ConsoleApplication } }, source, []);

    /// <summary>The fix changes another file than the one with the diagnostics.</summary>
    public static Task FixesElsewhere<TFix>(string source, string fixedSource, string other, string fixedOther)
        where TFix : CodeFixProvider, new()
    {
        var test = new FixTest<TFix>();
        test.TestState.Sources.Add(other);
        test.FixedState.Sources.Add(fixedOther);
        test.FixedCode = fixedSource;
        return Run(test, source, []);
    }

    /// <summary>The diagnostics are reported and the fix is not offered.</summary>
    public static Task OffersNo<TFix>(string source, bool isLocal = true)
        where TFix : CodeFixProvider, new() => Run(new FixTest<TFix> { FixedCode = source, CodeFixTestBehaviors = Behaviors(isLocal) }, source, []);

    private static CodeFixTestBehaviors Behaviors(bool isLocal) => isLocal ? CodeFixTestBehaviors.None : CodeFixTestBehaviors.SkipLocalDiagnosticCheck;

    private static async Task Run(AnalyzerTest<DefaultVerifier> test, string source, string[] options)
    {
        test.TestCode = source;
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(References.All);
        if (options.Length > 0)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", string.Join('\n', ["root = true", "[*.cs]", .. options])));
        }

        await test.RunAsync();
        await Survival.Demand(source);
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
    }

    private sealed class FixTest<TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        protected override ParseOptions CreateParseOptions() => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
    }
}
