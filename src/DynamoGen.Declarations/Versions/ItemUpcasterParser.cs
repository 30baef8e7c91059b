using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>
/// Reads the upcasters of whole items, and proves that each yields what the next one takes, or the entity. They are those of the first versions, because
/// what is made of properties alone is the entity.
/// </summary>
internal static class ItemUpcasterParser
{
    public static IReadOnlyList<(OlderShape Model, IMethodSymbol Method)> Parse(
        INamedTypeSymbol type, ObjectValue shape, IEnumerable<IMethodSymbol> methods, ValueParser values)
    {
        var chain = methods.OrderBy(UpcasterParser.From).ToArray();
        var shapes = new List<(OlderShape Model, IMethodSymbol)>();
        for (var i = chain.Length - 1; i >= 0; i--)
        {
            var next = i + 1 < chain.Length ? chain[i + 1] : null;
            if (!UpcasterParser.Refuse(chain[i], Problem(type, chain[i], next), values.Problems) && Stored(chain[i], values) is { } stored)
            {
                var yieldsEntity = Yields(chain[i], type);
                var kept = yieldsEntity || shapes.Count == 0
                    ? KeptMembers.Of(chain[i], stored, shape)
                    : KeptMembers.Through(chain[i], stored, shapes[0].Model);
                shapes.Insert(0, (new OlderShape(UpcasterParser.From(chain[i]), chain[i].Name, stored, yieldsEntity, kept), chain[i]));
            }
        }

        return shapes;
    }

    private static string? Problem(INamedTypeSymbol type, IMethodSymbol method, IMethodSymbol? next)
    {
        var takes = next?.Parameters.FirstOrDefault()?.Type;
        var storedAs = method.Attribute(DeclarationAttributes.Upcast)!.IsSet("StoredAs");
        return method.Parameters.Length != 1 ? "takes the whole item, so it must have one parameter; name a property to take attributes of it"
            : storedAs || method.Parameters[0].Has(DeclarationAttributes.StoredAs) ? "takes the whole item, which is stored as no attribute"
            : next is not null && UpcasterParser.From(next) == UpcasterParser.From(method) ? $"is a second one from version {UpcasterParser.From(method)}"
            : !Yields(method, type) && (takes is null || !Yields(method, takes))
                ? $"yields {method.ReturnType.ToDisplayString()}, which is neither '{type.Name}' nor what "
                    + $"{(takes is null ? "another [Upcast] of whole items takes" : $"'{next!.Name}' takes, {takes.ToDisplayString()}")}"
            : null;
    }

    /// <summary>Whether the upcaster yields a type, and never null.</summary>
    private static bool Yields(IMethodSymbol method, ITypeSymbol type) =>
        method.ReturnNullableAnnotation != NullableAnnotation.Annotated && SymbolEqualityComparer.Default.Equals(method.ReturnType, type);

    private static ObjectValue? Stored(IMethodSymbol method, ValueParser values)
    {
        var parameter = method.Parameters[0];
        var place = parameter.Locations.FirstOrDefault();
        if (parameter.Type.NullableAnnotation != NullableAnnotation.Annotated
            && parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsTupleType: false } type
            && type.SpecialType == SpecialType.None
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
        {
            values.Use(type);
            return MemberParser.ParseObject(type, values, place);
        }

        UpcasterParser.Refuse(method, $"takes {parameter.Type.ToDisplayString()}, which describes no item; let it be a record of what version "
            + $"{UpcasterParser.From(method)} stored", values.Problems);
        return null;
    }
}
