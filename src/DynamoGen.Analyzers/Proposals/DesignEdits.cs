using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// Writes designed keys at the entity, each with a comment on why it is there, the indexes at the table, and what they answer at the methods.
/// </summary>
/// <param name="declaration">The entity's <c>[Entity]</c>.</param>
/// <param name="tableType">The class of the table.</param>
internal sealed class DesignEdits(AttributeData declaration, INamedTypeSymbol tableType)
{
    /// <summary>The changes; none where a place is not to be found in the source.</summary>
    public IReadOnlyList<SourceEdit> Of(IEnumerable<DesignedKey> keys, CancellationToken cancellationToken)
    {
        var edits = new List<SourceEdit?>();
        foreach (var key in keys)
        {
            edits.Add(AttributeEdits.Behind(declaration, key.Attribute, cancellationToken, key.Reason));
            if (key.Index is not { } index)
            {
                continue;
            }

            if (index.IsNew)
            {
                edits.Add(IndexAnchor(tableType) is { } anchor ? AttributeEdits.Behind(anchor, index.Attribute, cancellationToken) : null);
            }

            edits.AddRange(key.Patterns.Where(pattern => KeyDesigner.IndexOf(pattern) != index.Name).Select(pattern => pattern.Method)
                .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Select(method => Reading(method, index.Name, cancellationToken)));
        }

        return edits.Any(edit => edit is null) ? [] : [.. edits.OfType<SourceEdit>()];
    }

    /// <summary>What a new index is declared behind, in the class of the table.</summary>
    public static AttributeData? IndexAnchor(INamedTypeSymbol tableType) => tableType.Attributes(DeclarationAttributes.GlobalIndex).LastOrDefault()
        ?? tableType.Attributes(DeclarationAttributes.LocalIndex).LastOrDefault()
        ?? tableType.Attribute(DeclarationAttributes.Table);

    /// <summary>A method with the index that it reads.</summary>
    public static SourceEdit? Reading(IMethodSymbol method, string index, CancellationToken cancellationToken) =>
        method.Attribute(DeclarationAttributes.Index) is { } present
            ? AttributeEdits.WithArgument(present, AttributeEdits.Literal(index), cancellationToken)
        : method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
            ? AttributeEdits.Before(declaration, $"Index({AttributeEdits.Literal(index)})")
        : null;
}
