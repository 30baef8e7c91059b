using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Migrations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>
/// Finds items that are made of others of a migration and are of another group than these: they take what they are known by from something else. What is not
/// seen is compared when it is copied.
/// </summary>
/// <param name="from">The entity of which items are made.</param>
/// <param name="to">The entity that they become.</param>
/// <param name="group">The group.</param>
/// <param name="makesMany">Whether several are made of one.</param>
internal sealed class GroupKeyProof(INamedTypeSymbol from, INamedTypeSymbol to, GroupModel group, bool makesMany)
{
    /// <summary>Judges each item that a function makes.</summary>
    /// <param name="body">Its body.</param>
    /// <param name="report">Is told of what an item takes that it must not, and why.</param>
    public void Check(IOperation body, Action<IOperation, string> report)
    {
        foreach (var creation in body.Descendants().OfType<IObjectCreationOperation>().Where(creation => Is(creation.Type, to)))
        {
            if (BuiltItem.Of(creation) is not { } item)
            {
                continue;
            }

            foreach (var part in group.Parts)
            {
                var (made, known) = makesMany ? (part.Many, part.One) : (part.One, part.Many);
                if (item.ValueOf(made) is { } value && OtherThan(known, value.WithoutConversions()) is { } other)
                {
                    report(value, $"'{made}' in the key of '{to.Name}' takes {other}, and the group of '{from.Name}' is known by '{known}': "
                        + "the item is of another group, where nobody looks for it");
                }
            }
        }
    }

    /// <summary>What a value is, where that is surely another one than a property of the items that it is made of.</summary>
    private string? OtherThan(string known, IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => "a constant",
        IPropertyReferenceOperation property when Is(property.Property.ContainingType, from) && property.Property.Name != known => $"'{property.Property.Name}'",
        _ => null,
    };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol entity) => SymbolEqualityComparer.Default.Equals(type, entity);
}
