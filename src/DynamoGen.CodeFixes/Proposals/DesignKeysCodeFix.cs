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
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Proposals;

/// <summary>
/// Declares the primary key and the fewest indexes that answer all access patterns of an entity without keys, with comments on why each is there.
/// It is one design among others, and so is made for one entity at a time.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DesignKeysCodeFix)), Shared]
public sealed class DesignKeysCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIdentifiers.PrimaryKey);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ProposalAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } proposal)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        proposal.Title, cancellationToken => DeclareAsync(context.Document.Project, proposal, cancellationToken), nameof(DesignKeysCodeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<DesignProposal?> ProposalAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || DynamoCompilation.Find(compilation, document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider)
                is not { Declarations: { } declarations } dynamo
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || compilation.GetSemanticModel(root.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol entity)
        {
            return null;
        }

        return new EntityDesigner(dynamo, new TableEntities(compilation, declarations).ModelsOf).For(entity, cancellationToken);
    }

    private static async Task<Solution> DeclareAsync(Project project, DesignProposal proposal, CancellationToken cancellationToken)
    {
        var solution = await SolutionEdits.ApplyAsync(project.Solution, proposal.Edits, cancellationToken).ConfigureAwait(false);
        return await LockDocument.UpdateAsync(solution.GetProject(project.Id)!, solution, [], cancellationToken).ConfigureAwait(false);
    }
}
