using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Symbols;

/// <summary>Compares types with the names that they have in metadata, so that nothing depends on how a file spells them.</summary>
internal static class MetadataNames
{
    /// <summary>
    /// Whether a type is the one of a name such as <c>System.Collections.Generic.List`1</c>. It is asked of every attribute of every member, and so
    /// makes no text.
    /// </summary>
    public static bool IsNamed(this ITypeSymbol type, string metadataName)
    {
        var rest = metadataName.Length;
        if (type.ContainingType is not null || !Ends(metadataName, type.MetadataName, ref rest))
        {
            return false;
        }

        for (var scope = type.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
        {
            if (!Ends(metadataName, ".", ref rest) || !Ends(metadataName, scope.Name, ref rest))
            {
                return false;
            }
        }

        return rest == 0;
    }

    /// <summary>Takes a word from the end of what is left of a name.</summary>
    private static bool Ends(string name, string word, ref int rest)
    {
        rest -= word.Length;
        return rest >= 0 && string.CompareOrdinal(name, rest, word, 0, word.Length) == 0;
    }
}
