using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Schema;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>Two states of a source: what was locked, and what is declared now.</summary>
internal static class LockedSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using DynamoGen;
        using DynamoGen.Regions.Values;
        using DynamoGen.Serialization;

        """;

    private const string Table = """
        [Table("shop")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        public sealed partial class Shop;

        """;

    /// <summary>A source with the table <c>shop</c> and an entity <c>Order</c> of version 1.</summary>
    public static string Order(string properties) => Table + Entity("[Entity<Shop>]", properties);

    /// <summary>As <see cref="Order"/>, of the next version, which an upcaster of another property leads to.</summary>
    public static string OrderVersion2(string properties) =>
        Table + Entity("[Entity<Shop>(Version = 2)]", properties + " [Upcast(from: 1, nameof(Id))] private static string IdAsItWas(string stored) => stored;");

    public static string WithTable(string source) => Table + source;

    public static string LockOf(string source) => LockWriter.Write(LockUpdate.Of(new StoredSchema(), Compile(source)));

    public static string UpdatedLock(string before, string after, params string[] accepted) => Updated(LockOf(before), after, accepted);

    public static string Updated(string lockText, string source, params string[] accepted) =>
        LockWriter.Write(LockUpdate.Of(LockReader.Read(lockText), Compile(source), accepted));

    /// <summary>
    /// What the lock of <paramref name="before"/> says of <paramref name="after"/>: each report as <c>DG7001: message</c>, in the order of the source.
    /// </summary>
    public static Task<IReadOnlyList<string>> Reports(string before, string after) => ReportsWith(LockOf(before), after);

    /// <summary>The gravest rule by which the lock speaks of an edit between two states that can be built; nothing where it is silent.</summary>
    public static async Task<string> Verdict(string before, string after)
    {
        // Types that only the generator writes are not there yet.
        Assert.DoesNotContain(await Problems(before), problem => !problem.StartsWith("CS0426", StringComparison.Ordinal));
        Assert.DoesNotContain(await Problems(after), problem => !problem.StartsWith("CS0426", StringComparison.Ordinal));
        Assert.Empty(await Reports(before, before));
        var rules = (await Reports(before, after)).Select(report => report[..6]).Distinct().ToArray();
        return string.Join(" ", rules.Length > 1 ? rules.Except(["DG7003"]) : rules);
    }

    public static async Task<IReadOnlyList<string>> ReportsWith(string? lockText, string source)
    {
        var found = await Diagnose(lockText, source);
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.GetMessage(), StringComparer.Ordinal)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];
    }

    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(string? lockText, string source)
    {
        AdditionalText[] files = lockText is null ? [] : [new LockText(lockText)];
        return await Diagnose(files, source);
    }

    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(AdditionalText[] files, string source) =>
        await Compile(source).WithAnalyzers([new SchemaLockAnalyzer()], new AnalyzerOptions([.. files])).GetAnalyzerDiagnosticsAsync();

    /// <summary>What keeps generated code from being written, each as <c>DG1012: message</c>.</summary>
    public static async Task<IReadOnlyList<string>> Problems(string source)
    {
        var compilation = Compile(source);
        var found = await compilation.WithAnalyzers([new DeclarationAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. compilation.GetDiagnostics().Concat(found).Where(problem => problem.Severity == DiagnosticSeverity.Error)
            .Select(problem => $"{problem.Id}: {problem.GetMessage()}")];
    }

    public static Compilation Compile(string source)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        return CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(Usings + source, options, path: "Shop.cs")],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string Entity(string attribute, string properties) => $$"""
        {{attribute}}
        [Key("ORDER#{Id}", "ORDER")]
        public sealed partial record Order { public required string Id { get; init; } {{properties}} }

        """;

    public sealed class LockText(string text, string path = "/shop/dynamogen.lock.json") : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
