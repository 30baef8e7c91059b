using System.Collections.Immutable;
using System.Globalization;
using DynamoGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>Demands that neither the generator nor any analyzer throws, whatever the input.</summary>
internal static class Survival
{
    /// <summary>An analyzer that threw, and a generator that did.</summary>
    private static readonly string[] ExceptionRules = ["AD0001", "CS8785"];

    /// <summary>Runs all of them over a source in which expected diagnostics may be marked.</summary>
    public static async Task Demand(string markedSource)
    {
        TestFileMarkupParser.GetSpans(markedSource, out var source, out ImmutableArray<TextSpan> _);
        await Diagnosis.Of(source);
    }

    /// <summary>Runs the generator; what it adds belongs to the input of the analyzers.</summary>
    public static Compilation WithGenerated(CSharpCompilation compilation, CSharpParseOptions parseOptions)
    {
        var driver = CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: parseOptions);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        DemandNoException(diagnostics);
        return output;
    }

    public static void DemandNoException(IEnumerable<Diagnostic> diagnostics) =>
        Assert.Empty(diagnostics.Where(diagnostic => ExceptionRules.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
}
