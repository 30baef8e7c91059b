using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.CodeFixes.Proposals;

/// <summary>Answers the access patterns of a document, a project or a solution, one after the other.</summary>
internal sealed class AnswerPatternFixAllProvider : FixAllProvider
{
    public static readonly AnswerPatternFixAllProvider Instance = new();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Answer all access patterns", cancellationToken => AnswerAsync(fixAllContext, cancellationToken), nameof(AnswerPatternCodeFix)));

    private static async Task<Solution> AnswerAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            var diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            if (!diagnostics.IsEmpty)
            {
                solution = await AnswerPatternCodeFix.AnswerAsync(
                    solution, project.Id, diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start), cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
