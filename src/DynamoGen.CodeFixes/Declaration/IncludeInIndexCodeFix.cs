using System.Collections.Immutable;
using System.Composition;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>
/// Has an index hold the attributes that an access pattern reads from it. The index is declared at the table, most often in another file. DynamoDB never
/// changes an index that exists, which the declaration does not tell, so that its name is left to the reader.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IncludeInIndexCodeFix)), Shared]
public sealed class IncludeInIndexCodeFix : CodeFixProvider
{
    private const string Title = "Have the index hold what is read from it (of another name, if it exists)";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIdentifiers.IndexProjection);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => IncludeInIndexFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await IndexOfAsync(diagnostic, context.Document, context.CancellationToken).ConfigureAwait(false) is not null)
            {
                context.RegisterCodeFix(ActionOn(project.Solution, [(context.Document, diagnostic)]), diagnostic);
            }
        }
    }

    /// <summary>An action that extends each index once, by what all of the diagnostics miss in it.</summary>
    internal static CodeAction ActionOn(Solution solution, IReadOnlyList<(Document Document, Diagnostic Diagnostic)> diagnostics) =>
        CodeAction.Create(Title, cancellationToken => FixAsync(solution, diagnostics, cancellationToken), nameof(IncludeInIndexCodeFix));

    private static async Task<Solution> FixAsync(
        Solution solution, IReadOnlyList<(Document Document, Diagnostic Diagnostic)> diagnostics, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(solution);
        var missing = new Dictionary<AttributeSyntax, List<string>>();
        foreach (var (document, diagnostic) in diagnostics)
        {
            if (await IndexOfAsync(diagnostic, document, cancellationToken).ConfigureAwait(false) is { } index)
            {
                missing[index] = [.. missing.TryGetValue(index, out var others) ? others.Union(AttributesOf(diagnostic)) : AttributesOf(diagnostic)];
            }
        }

        await HydrateAsync(editor, diagnostics, cancellationToken).ConfigureAwait(false);
        foreach (var index in missing)
        {
            var document = await editor.GetDocumentEditorAsync(solution.GetDocument(index.Key.SyntaxTree)!.Id, cancellationToken).ConfigureAwait(false);
            document.ReplaceNode(index.Key, IndexDeclaration.Including(index.Key, index.Value)!);
        }

        return editor.GetChangedSolution();
    }

    /// <summary>Reads whole entities from the table too: no index is to hold them one attribute after the other.</summary>
    private static async Task HydrateAsync(
        SolutionEditor editor, IReadOnlyList<(Document Document, Diagnostic Diagnostic)> diagnostics, CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var (document, diagnostic) in diagnostics.Where(found => AttributesOf(found.Diagnostic).Length == 0))
        {
            var changed = await editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
            if (HydrateCodeFix.ListOf(diagnostic, changed.OriginalRoot, changed.SemanticModel, cancellationToken) is { } list && seen.Add(list))
            {
                changed.ReplaceNode(list, (current, _) => HydrateCodeFix.Hydrating(current));
            }
        }
    }

    /// <summary>The declaration of the index that the diagnostic speaks of; null where it cannot be extended.</summary>
    private static async Task<AttributeSyntax?> IndexOfAsync(Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        if (AttributesOf(diagnostic) is not { Length: > 0 } attributes
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        return root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellationToken) is IMethodSymbol pattern
            && IndexDeclaration.Of(pattern, cancellationToken) is { } index
            && document.Project.Solution.GetDocument(index.SyntaxTree) is not null
            && IndexDeclaration.Including(index, attributes) is not null
                ? index
                : null;
    }

    private static string[] AttributesOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DeclarationAnalyzer.MissingAttributesProperty, out var names)
            ? names!.Split([DeclarationAnalyzer.AttributeSeparator], StringSplitOptions.None)
            : [];
}
