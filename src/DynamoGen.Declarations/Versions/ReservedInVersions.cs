using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Reports upcasters that would take a mark or a key of the item, which are read as such and nothing else.</summary>
internal static class ReservedInVersions
{
    /// <param name="type">The entity.</param>
    /// <param name="shape">What it stores.</param>
    /// <param name="reserved">The attributes of its keys and its marks.</param>
    /// <param name="marks">Those of them that are marks.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Report(
        INamedTypeSymbol type,
        ObjectValue shape,
        IReadOnlyCollection<string> reserved,
        IReadOnlyCollection<string> marks,
        DeclarationProblems problems)
    {
        var taken = shape.Members.SelectMany(member => member.Upcasters)
            .SelectMany(upcaster => upcaster.Attributes.Select(attribute => (upcaster.Method, upcaster.From, Attribute: attribute)))
            .Concat(shape.OlderShapes.SelectMany(older => older.Stored.Members.Select(member => (older.Method, older.From, member.Attribute))));
        foreach (var (name, from, attribute) in taken.Where(taken => reserved.Contains(taken.Attribute)).Distinct())
        {
            var method = type.GetMembers(name).OfType<IMethodSymbol>().First(method => method.Has(DeclarationAttributes.Upcast)
                && UpcasterParser.From(method) == from);
            UpcasterParser.Refuse(method, $"takes '{attribute}', which holds {(marks.Contains(attribute) ? "a mark of the entity's own" : "a key")}", problems);
        }
    }
}
