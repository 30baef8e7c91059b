using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Reports upcasters that would take a mark or a key of the item, which are read as such and nothing else.</summary>
internal static class ReservedInVersions
{
    public static void Report(INamedTypeSymbol type, ObjectValue shape, IReadOnlyCollection<string> reserved, DeclarationProblems problems)
    {
        var taken = shape.Members.SelectMany(member => member.Upcasters)
            .SelectMany(upcaster => upcaster.Attributes.Select(attribute => (upcaster.Method, upcaster.From, Attribute: attribute)))
            .Concat(shape.OlderShapes.SelectMany(older => older.Stored.Members.Select(member => (older.Method, older.From, member.Attribute))));
        foreach (var (name, from, attribute) in taken.Where(taken => reserved.Contains(taken.Attribute)).Distinct())
        {
            var method = type.GetMembers(name).OfType<IMethodSymbol>().First(method => method.Has(DeclarationAttributes.Upcast)
                && UpcasterParser.From(method) == from);
            UpcasterParser.Refuse(method, $"takes '{attribute}', which holds {(attribute[0] == '_' ? "a mark of the entity's own" : "a key")}", problems);
        }
    }
}
