using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads which attributes an index holds beside the keys.</summary>
internal static class IndexProjectionParser
{
    private const int KeysOnly = 1;
    private const int Include = 2;

    /// <summary>The attributes, the marks of the items among them, or null where the index holds all.</summary>
    public static EquatableArray<string>? Parse(INamedTypeSymbol table, AttributeData attribute, MarksModel marks, DeclarationProblems problems)
    {
        var projection = attribute.Named("Projection", 0);
        var attributes = attribute.Texts("NonKeyAttributes");
        if (projection == Include ? attributes.Length == 0 : attributes.Length > 0)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name,
                "an index names its NonKeyAttributes if, and only if, its Projection is Include");
            return null;
        }

        if (attributes.Any(name => string.IsNullOrEmpty(name) || marks.All.Contains(name)) || attributes.Distinct().Count() < attributes.Length)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name,
                "the NonKeyAttributes of an index have names, each its own, "
                + $"and not '{marks.Type}' or '{marks.Version}', which every index with Include holds");
            return null;
        }

        if (NamingRules.ProblemOfKeyAttributes(marks.All, attributes) is { } wrong)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name, wrong);
            return null;
        }

        return projection switch
        {
            KeysOnly => new EquatableArray<string>([]),
            Include => new EquatableArray<string>(attributes.Select(name => name!).Concat(marks.All)),
            _ => null,
        };
    }
}
