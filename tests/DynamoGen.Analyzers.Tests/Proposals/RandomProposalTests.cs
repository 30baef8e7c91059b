using System.Globalization;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Design;
using DynamoGen.Analyzers.Tests.KeyDesign.Oracle;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Proposals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.Proposals;

/// <summary>
/// Models drawn at random, whose unanswered access patterns are all fixed: each that had a proposal is answered, nothing else is reported than before, and
/// there is nothing more to propose. For more than the 25 models of each run, set <c>DYNAMOGEN_RANDOM_MODELS</c>; each failure names its seed.
/// </summary>
public sealed class RandomProposalTests(ITestOutputHelper output)
{
    private static readonly int Models =
        int.TryParse(Environment.GetEnvironmentVariable("DYNAMOGEN_RANDOM_MODELS"), CultureInfo.InvariantCulture, out var models) ? models : 25;

    private static readonly DiagnosticAnalyzer[] Analyzers = [new DeclarationAnalyzer(), new SharedKeyAnalyzer(), new DesignAnalyzer()];

    [Fact]
    public async Task What_is_proposed_answers_and_breaks_nothing()
    {
        var (proposed, others) = (0, 0);
        for (var seed = 0; seed < Models; seed++)
        {
            var source = ShopSource.Of(new RandomModel(seed).Source);
            using var workspace = new AdhocWorkspace();
            var project = workspace.AddProject("Random", LanguageNames.CSharp)
                .WithCompilationOptions(new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
                .WithParseOptions(CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))
                .AddMetadataReferences(References.All)
                .AddDocument("Shop.cs", source).Project;

            var before = await Found(project);
            var unanswered = before.Where(diagnostic => diagnostic.Id == "DG3020").ToArray();
            var solution = await AnswerPatternCodeFix.AnswerAsync(
                project.Solution, project.Id, unanswered.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start), CancellationToken.None);
            var after = await Found(solution.GetProject(project.Id)!);
            var text = (await solution.GetProject(project.Id)!.Documents.Single().GetTextAsync()).ToString();

            Assert.True(after.All(diagnostic => !HasProposal(diagnostic)), $"seed {seed}: more is proposed\n{string.Join('\n', after)}\n{text}");
            var wanted = unanswered.Count(HasProposal);
            Assert.True(after.Count(diagnostic => diagnostic.Id == "DG3020") <= unanswered.Length - wanted, $"seed {seed}: is not answered\n{text}");
            after = [.. after.Where(diagnostic => !IsOfKeyThatWas(diagnostic, source))];
            foreach (var id in after.Select(diagnostic => diagnostic.Id).Distinct().Where(id => id != "DG3020"))
            {
                var (now, then) = (after.Where(diagnostic => diagnostic.Id == id).ToArray(), before.Where(diagnostic => diagnostic.Id == id).ToArray());
                Assert.True(now.Length <= then.Length, $"seed {seed}: {string.Join('\n', now.Select(diagnostic => diagnostic.ToString()))}\n{text}");
            }

            (proposed, others) = (proposed + wanted, others + unanswered.Length - wanted);
        }

        // A test that proposes nothing would pass too.
        Assert.InRange(proposed, Models, Models * 12);
        output.WriteLine($"{proposed} access patterns are answered by a change of the design, {others} are not");
    }

    private static bool HasProposal(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(DeclarationAnalyzer.ProposalProperty);

    /// <summary>An access pattern that a key of before answers now meets the items of others there, which were there all the time.</summary>
    private static bool IsOfKeyThatWas(Diagnostic diagnostic, string source) => diagnostic.Id == "DG3022"
        && diagnostic.GetMessage(CultureInfo.InvariantCulture).Split(" under ")[1].Split(", and ")[0] is var key
        && source.Contains(key, StringComparison.Ordinal);

    private static async Task<Diagnostic[]> Found(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await new CompilationWithAnalyzers(compilation, [.. Analyzers], options).GetAnalyzerDiagnosticsAsync();
        Survival.DemandNoException(found);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return [.. errors, .. found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }
}
