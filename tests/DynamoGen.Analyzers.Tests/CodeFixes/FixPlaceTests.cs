using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;
using DynamoGen.CodeFixes.KeyDesign;
using DynamoGen.CodeFixes.Reads;
using DynamoGen.CodeFixes.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.CodeFixes;

/// <summary>A fix is offered wherever its statement may stand, what it makes compiles, and only what repairs can be applied to all.</summary>
public sealed class FixPlaceTests
{
    private const string Client = "IAmazonDynamoDB client = new AmazonDynamoDBClient();";

    private static readonly (DiagnosticAnalyzer Analyzer, CodeFixProvider Fix, string Statements)[] Cases =
    [
        (new PageAnalyzer(), new ReadAllPagesCodeFix(),
            "var r = await client.ScanAsync(new ScanRequest(\"orders\")); Console.WriteLine(r.Items.Count);"),
        (new PageAnalyzer(), new ReadUntilFoundCodeFix(),
            "var r = await client.ScanAsync(new ScanRequest { FilterExpression = \"a = :a\", Limit = 5 }); Console.WriteLine(r.Items.Count);"),
        (new UnprocessedAnalyzer(), new SendAgainCodeFix(), "await client.BatchWriteItemAsync(new BatchWriteItemRequest());"),
        (new NullCollectionAnalyzer(), new TestForItemsCodeFix(),
            "var r = await client.QueryAsync(new QueryRequest()); if (r.LastEvaluatedKey.Count > 0) { Console.WriteLine(); }"),
        (new NullCollectionAnalyzer(), new AssignCollectionCodeFix(),
            "var q = new TransactWriteItemsRequest(); q.TransactItems.Add(new TransactWriteItem()); await client.TransactWriteItemsAsync(q);"),
        (new NullCollectionAnalyzer(), new AssignCollectionCodeFix(),
            "PutItemRequest q = new() { TableName = \"orders\" }; q.Item.Add(\"a\", new AttributeValue()); await client.PutItemAsync(q);"),
    ];

    public static TheoryData<int, string> Places()
    {
        var data = new TheoryData<int, string>();
        for (var number = 0; number < Cases.Length; number++)
        {
            foreach (var place in new[] { "method", "lambda", "local function", "top-level", "switch" })
            {
                data.Add(number, place);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Fix_is_offered_and_compiles(int number, string place)
    {
        var (analyzer, fix, statements) = Cases[number];
        var fixedSource = await Fixed(analyzer, fix, Source(place, statements));
        Assert.NotNull(fixedSource);
    }

    [Fact]
    public void What_only_silences_is_never_applied_to_all()
    {
        Assert.Null(new AllowScanCodeFix().GetFixAllProvider());
        Assert.Null(new JustifyFewKeysCodeFix().GetFixAllProvider());
        Assert.NotNull(new QueryByHashKeyCodeFix().GetFixAllProvider());
        Assert.NotNull(new SpreadOverShardsCodeFix().GetFixAllProvider());
    }

    private static string Source(string place, string statements) => SdkSource.Usings + place switch
    {
        "method" => $"class C {{ async Task M() {{ {Client} {statements} }} }}",
        "lambda" => $"class C {{ Func<Task> F = async () => {{ {Client} {statements} }}; }}",
        "local function" => $"class C {{ void M() {{ _ = L(); async Task L() {{ {Client} {statements} }} }} }}",
        "switch" => $"class C {{ async Task M(int n) {{ {Client} switch (n) {{ case 1: {statements} break; }} }} }}",
        _ => $"{Client} {statements}",
    };

    /// <summary>The source after the first fix of the first report, which must compile; null where none is offered.</summary>
    private static async Task<string?> Fixed(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string source)
    {
        using var workspace = new AdhocWorkspace();
        var isProgram = !source.Contains("class C", StringComparison.Ordinal);
        var document = workspace.AddProject("Tests", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .WithParseOptions(CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))
            .AddMetadataReferences(References.All.Union(Basic.Reference.Assemblies.Net100.References.All))
            .AddDocument("Source.cs", source);
        var compilation = (await document.Project.GetCompilationAsync())!;
        var found = await compilation.WithAnalyzers([analyzer], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        CodeAction? offered = null;
        foreach (var diagnostic in found)
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered ??= action, CancellationToken.None));
        }

        if (offered is null)
        {
            return null;
        }

        var operation = (await offered.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        var errors = (await changed.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var text = (await changed.GetTextAsync()).ToString();
        Assert.False(errors.Any(), string.Join('\n', errors) + text);
        return text;
    }
}
