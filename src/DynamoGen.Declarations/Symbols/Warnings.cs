using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Declarations.Symbols;

/// <summary>What the compiler would say to generated code that names a symbol.</summary>
internal static class Warnings
{
    /// <summary>All diagnostics of null, as a pragma names them.</summary>
    public const string OfNull = "nullable";

    /// <summary>Whether it is an error, which no pragma takes back, to name the symbol: it is marked <c>[Obsolete(..., true)]</c>.</summary>
    public static bool IsRefused(this ISymbol symbol) =>
        symbol.Attribute("System.ObsoleteAttribute") is { ConstructorArguments: { Length: > 1 } arguments } && arguments[1].Value is true;

    /// <summary>
    /// The diagnostic that naming the symbol gives because it, or a type around it, is experimental. Whoever declared a property of it has accepted
    /// that already.
    /// </summary>
    public static string? Experiment(this ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            if (current.Attribute("System.Diagnostics.CodeAnalysis.ExperimentalAttribute")?.Text(0) is { } id && SyntaxFacts.IsValidIdentifier(id))
            {
                return id;
            }
        }

        return null;
    }
}
