using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads which attributes an index holds beside the keys.</summary>
internal static class IndexProjectionParser
{
    private const int KeysOnly = 1;
    private const int Include = 2;

    /// <summary>The marks by which every item is known for its entity's; an index with Include holds them without being told.</summary>
    public static readonly string[] Marks = ["_t", "_v"];

    /// <summary>The attributes, or null where the index holds all.</summary>
    public static EquatableArray<string>? Parse(INamedTypeSymbol table, AttributeData attribute, DeclarationProblems problems)
    {
        var projection = attribute.Named("Projection", 0);
        var attributes = attribute.Texts("NonKeyAttributes");
        if (projection == Include ? attributes.Length == 0 : attributes.Length > 0)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name,
                "an index names its NonKeyAttributes if, and only if, its Projection is Include");
            return null;
        }

        if (attributes.Any(name => string.IsNullOrEmpty(name) || Marks.Contains(name)) || attributes.Distinct().Count() < attributes.Length)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name,
                "the NonKeyAttributes of an index have names, each its own, and not '_t' or '_v', which every index with Include holds");
            return null;
        }

        if (NamingRules.ProblemOfKeyAttributes(attributes) is { } wrong)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name, wrong);
            return null;
        }

        return projection switch
        {
            KeysOnly => new EquatableArray<string>([]),
            Include => new EquatableArray<string>(attributes.Select(name => name!).Concat(Marks)),
            _ => null,
        };
    }
}
