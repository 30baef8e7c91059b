using DynamoGen.Analyzers.Schema;
using DynamoGen.Analyzers.Tests.Schema;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.KeyDesign;
using DynamoGen.CodeFixes.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.CodeFixes;

/// <summary>
/// Each documented form of each fix is offered wherever its statement may stand; what it makes compiles and is not reported again; and only what repairs
/// can be applied to all.
/// </summary>
public sealed class FixPlaceTests
{
    public static TheoryData<int, string, string> Places()
    {
        var data = new TheoryData<int, string, string>();
        for (var number = 0; number < FixCases.All.Count; number++)
        {
            foreach (var place in PlacesOf(FixCases.All[number]))
            {
                data.Add(number, FixCases.All[number].Rule, place);
            }
        }

        return data;
    }

    public static TheoryData<string> FixableRules() =>
        [.. File.ReadLines(Repository.Folder("docs", "rules", "README.md"))
            .Where(line => line.StartsWith("| [DG", StringComparison.Ordinal) && line.EndsWith("| yes |", StringComparison.Ordinal))
            .Select(line => line[3..line.IndexOf(']', StringComparison.Ordinal)])];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Fix_is_offered_compiles_and_repairs(int number, string rule, string place)
    {
        var single = FixCases.All[number];
        Assert.Equal(single.Rule, rule);
        var source = FixSource.Of(single, place);
        using var workspace = new AdhocWorkspace();
        var document = DocumentOf(workspace, single, source, isProgram: place == FixSource.TopLevel);
        var found = await Found(document.Project, single);
        Assert.True(found.Length > 0, $"{rule} is not reported:\n{source}");

        // Two statements of one kind may stand in one function, which is fixed once.
        for (var round = 0; found.Length > 0; round++)
        {
            Assert.True(round < 3, $"{rule} is reported again:\n{(await document.GetTextAsync()).ToString()}");
            document = await Fixed(document, single, found[0]);
            found = await Found(document.Project, single);
        }
    }

    [Theory]
    [MemberData(nameof(FixableRules))]
    public void Every_documented_form_has_a_case(string rule)
    {
        var cases = FixCases.All.Where(single => single.Rule == rule).ToArray();
        var page = File.ReadAllLines(Repository.Folder("docs", "rules", $"{rule}.md")).Skip(2).TakeWhile(line => line.Length > 0);
        var fixes = string.Join(' ', page).Split("Fixes: ")[1];
        var forms = fixes.Split("; ");
        Assert.All(forms, form => Assert.True(
            cases.Any(single => form.StartsWith(single.Form, StringComparison.Ordinal)), $"{rule} has no case for '{form}'."));
        Assert.All(cases, single => Assert.Contains(forms, form => form.StartsWith(single.Form, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_only_silences_is_never_applied_to_all()
    {
        Assert.Null(new AllowScanCodeFix().GetFixAllProvider());
        Assert.Null(new JustifyFewKeysCodeFix().GetFixAllProvider());
        Assert.NotNull(new QueryByHashKeyCodeFix().GetFixAllProvider());
        Assert.NotNull(new SpreadOverShardsCodeFix().GetFixAllProvider());
    }

    private static IEnumerable<string> PlacesOf(FixCase single) =>
        single.Places.Count == 0 ? [FixSource.Declaration]
        : IsOneStatement(single) && single.Places == FixSource.AsyncPlaces ? [.. single.Places, FixSource.Single]
        : single.Places;

    private static bool IsOneStatement(FixCase single) =>
        SyntaxFactory.ParseStatement($"{{ {single.Code} }}") is BlockSyntax { Statements: { Count: 1 } statements } && statements[0] is ExpressionStatementSyntax;

    private static Document DocumentOf(AdhocWorkspace workspace, FixCase single, string source, bool isProgram)
    {
        var project = workspace.AddProject("Tests", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))
            .AddMetadataReferences(References.All);
        if (single.Locked is { } locked)
        {
            project = project.AddAdditionalDocument(LockFile.Name, LockedSource.LockOf(FixSource.Declared(locked))).Project;
        }

        return project.AddDocument("Source.cs", source);
    }

    private static async Task<Diagnostic[]> Found(Project project, FixCase single)
    {
        var files = project.AdditionalDocuments.Select(file => (AdditionalText)new LockedText(file)).ToArray();
        var found = await (await project.GetCompilationAsync())!.WithAnalyzers([single.Analyzer], new AnalyzerOptions([.. files]))
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(diagnostic => diagnostic.Id == single.Rule)];
    }

    /// <summary>The document after the fix of one report, which must be offered and compile.</summary>
    private static async Task<Document> Fixed(Document document, FixCase single, Diagnostic diagnostic)
    {
        CodeAction? offered = null;
        await single.Fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered ??= action, CancellationToken.None));
        var before = (await document.GetTextAsync()).ToString();
        Assert.True(offered is not null, $"Nothing is offered for {diagnostic.GetMessage()}:\n{before}");
        var operation = (await offered.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        var errors = (await changed.Project.GetCompilationAsync())!.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error);
        Assert.False(errors.Any(), string.Join('\n', errors) + (await changed.GetTextAsync()));
        return changed;
    }

    private sealed class LockedText(TextDocument file) : AdditionalText
    {
        public override string Path => file.Name;

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default) =>
            file.TryGetText(out var text) ? text : file.GetTextAsync(cancellationToken).GetAwaiter().GetResult();
    }
}
