using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes;

/// <summary>The base of every fix: finds the node to change for each diagnostic and changes it once, however many diagnostics lead to it.</summary>
public abstract class DocumentCodeFix : CodeFixProvider
{
    private readonly string _title;

    private protected DocumentCodeFix(string title, params string[] ruleIdentifiers)
    {
        _title = title;
        FixableDiagnosticIds = ruleIdentifiers.ToImmutableArray();
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>
    /// Whether the fix keeps what is reported and only states that it is meant. Such a statement is a person's: it is made one at a time, behind the
    /// fixes that repair, and never by <c>dotnet format</c>, which applies whatever can be applied to all.
    /// </summary>
    private protected virtual bool Silences => false;

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => Silences
        ? null
        : FixAllProvider.Create(async (fixAll, document, diagnostics) => await FixAsync(document, diagnostics, fixAll.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    protected sealed override CodeActionRequestPriority ComputeRequestPriority() =>
        Silences ? CodeActionRequestPriority.Low : base.ComputeRequestPriority();

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        var root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FindTarget(diagnostic, root, model, context.CancellationToken) is not null))
        {
            context.RegisterCodeFix(
                CodeAction.Create(_title, cancellationToken => FixAsync(document, ImmutableArray.Create(diagnostic), cancellationToken),
                    GetType().Name, Silences ? CodeActionPriority.Low : CodeActionPriority.Default),
                diagnostic);
        }
    }

    /// <summary>The node to change, or null if the diagnostic cannot be fixed this way.</summary>
    private protected abstract SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken);

    /// <summary>The changed node. Parts of <paramref name="target"/> may have been changed already.</summary>
    private protected virtual SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation) => target;

    /// <summary>Changes the document; a fix that changes more than its target overrides this instead of <see cref="Change"/>.</summary>
    private protected virtual void Apply(DocumentEditor editor, SyntaxNode target) =>
        editor.ReplaceNode(target, (current, generator) => Change(current, generator, editor.SemanticModel.Compilation));

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var targets = diagnostics
            .Select(diagnostic => FindTarget(diagnostic, editor.OriginalRoot, editor.SemanticModel, cancellationToken))
            .OfType<SyntaxNode>()
            .Distinct()
            .OrderBy(target => target.SpanStart);

        // From the first on, so that what one fix does to a local variable reaches the statements that another replaces.
        foreach (var target in targets)
        {
            Apply(editor, target);
        }

        return editor.GetChangedDocument();
    }
}
