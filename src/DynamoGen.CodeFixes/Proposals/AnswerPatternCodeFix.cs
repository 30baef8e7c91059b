using System.Collections.Immutable;
using System.Composition;
using DynamoGen.Analyzers;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Proposals;
using DynamoGen.Analyzers.Rules;
using DynamoGen.CodeFixes.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Rename;

namespace DynamoGen.CodeFixes.Proposals;

/// <summary>
/// Makes the cheapest change of the design with which an access pattern is answered, in the repository, the entity, the table and the schema lock.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnswerPatternCodeFix)), Shared]
public sealed class AnswerPatternCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIdentifiers.UnservedPattern);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AnswerPatternFixAllProvider.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(DeclarationAnalyzer.ProposalProperty, out var title) && title is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title, cancellationToken => AnswerAsync(project.Solution, project.Id, [diagnostic], cancellationToken), nameof(AnswerPatternCodeFix)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Answers one access pattern after the other: each by a change of the design as the changes before have left it, so that two never take one place.
    /// </summary>
    internal static async Task<Solution> AnswerAsync(
        Solution solution, ProjectId projectId, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (await ProposalAsync(solution.GetProject(projectId)!, diagnostic, cancellationToken).ConfigureAwait(false) is { } proposal)
            {
                solution = await ApplyAsync(solution, proposal, cancellationToken).ConfigureAwait(false);
            }
        }

        return await LockDocument.UpdateAsync(solution.GetProject(projectId)!, solution, [], cancellationToken).ConfigureAwait(false);
    }

    private static async Task<DesignProposal?> ProposalAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || DynamoCompilation.Find(compilation, project.AnalyzerOptions.AnalyzerConfigOptionsProvider) is not { Declarations: { } declarations } dynamo
            || Symbol(compilation, diagnostic, DeclarationAnalyzer.RepositoryProperty) is not INamedTypeSymbol repository
            || Symbol(compilation, diagnostic, DeclarationAnalyzer.PatternProperty) is not IMethodSymbol pattern)
        {
            return null;
        }

        return new DesignProposer(dynamo, new TableEntities(compilation, declarations).ModelsOf).For(pattern, repository, cancellationToken);
    }

    private static ISymbol? Symbol(Compilation compilation, Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var id) && id is not null
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation)
            : null;

    private static Task<Solution> ApplyAsync(Solution solution, DesignProposal proposal, CancellationToken cancellationToken) => proposal.Renames.Count > 0
        ? RenameAsync(solution, proposal, cancellationToken)
        : SolutionEdits.ApplyAsync(solution, proposal.Edits, cancellationToken);

    /// <summary>Renames parameters where they are declared, implemented, and named by callers.</summary>
    private static async Task<Solution> RenameAsync(Solution solution, DesignProposal proposal, CancellationToken cancellationToken)
    {
        var projectId = solution.GetDocument(proposal.Edits[0].Tree)!.Project.Id;
        foreach (var (parameter, name) in proposal.Renames)
        {
            // Once a parameter was renamed, the others' symbols are those of an earlier solution.
            var compilation = await solution.GetProject(projectId)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            var id = parameter.ContainingSymbol.GetDocumentationCommentId()!;
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation!) is IMethodSymbol method)
            {
                solution = await Renamer.RenameSymbolAsync(
                    solution, method.Parameters[parameter.Ordinal], new SymbolRenameOptions(), name, cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
