using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>A change of one source file.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Change">What is written, and where.</param>
internal sealed record SourceEdit(SyntaxTree Tree, TextChange Change)
{
    /// <summary>A type as another compilation has it.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol type, Compilation compilation) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(type.GetDocumentationCommentId()!, compilation) as INamedTypeSymbol;

    /// <summary>The compilation in which all of the changes were made.</summary>
    public static Compilation Apply(Compilation compilation, IEnumerable<SourceEdit> edits, CancellationToken cancellationToken) =>
        edits.GroupBy(edit => edit.Tree).Aggregate(compilation, (changed, file) => changed.ReplaceSyntaxTree(
            file.Key,
            file.Key.WithChangedText(file.Key.GetText(cancellationToken).WithChanges(file.Select(edit => edit.Change).OrderBy(change => change.Span.Start)))));
}
