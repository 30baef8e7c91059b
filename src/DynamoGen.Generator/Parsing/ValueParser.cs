using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>Decides how a C# type is stored. One instance serves one entity, because it remembers which nested types are open.</summary>
internal sealed class ValueParser(INamedTypeSymbol entity, DeclarationProblems problems)
{
    private readonly HashSet<string> _open = [];
    private readonly SortedSet<string> _experiments = new(StringComparer.Ordinal);

    /// <summary>The entity, from inside of which the generated code runs; its private members are within reach.</summary>
    public INamedTypeSymbol Entity { get; } = entity;

    public DeclarationProblems Problems { get; } = problems;

    /// <summary>The diagnostics of the experimental types and properties that were met.</summary>
    public IEnumerable<string> Experiments => _experiments;

    /// <summary>How the type is stored, or null with a problem at <paramref name="location"/>.</summary>
    public ValueModel? Parse(ITypeSymbol type, Location? location)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0], location) is { } inner ? new NullableValue(inner) : null;
        }

        if (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return Parse(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), location) is { } inner ? new NullableValue(inner) : null;
        }

        if (type.IsRefused())
        {
            return Unmappable(type, location, "it is obsolete as an error, which keeps generated code from naming it");
        }

        Use(type);
        if ((ScalarTypes.Parse(type) ?? (ValueModel?)Enum(type)) is { } simple)
        {
            return simple;
        }

        return CollectionTypes.Parse(type) is { } collection ? Collection(type, collection, location) : Object(type, location);
    }

    /// <summary>Remembers what the compiler would say to the use of a symbol.</summary>
    public void Use(ISymbol symbol)
    {
        if (symbol.Experiment() is { } experiment)
        {
            _experiments.Add(experiment);
        }
    }

    private static EnumValue? Enum(ITypeSymbol type) => type.TypeKind == TypeKind.Enum ? EnumTypes.Parse((INamedTypeSymbol)type) : null;

    private ValueModel? Collection(ITypeSymbol type, CollectionShape collection, Location? location)
    {
        if (collection.Kind == CollectionKind.Dictionary && collection.Key!.SpecialType != SpecialType.System_String)
        {
            return Unmappable(type, location, "a dictionary's keys must be string");
        }

        var element = Parse(collection.Element, location);
        return (collection.Kind, element) switch
        {
            (_, null) => null,
            (CollectionKind.Dictionary, _) => new DictionaryValue(type.PlainName(), element),
            (CollectionKind.Set, ScalarValue { Kind: ScalarKind.String or ScalarKind.Number or ScalarKind.Binary } scalar) => new SetValue(type.PlainName(), scalar),
            (CollectionKind.Set, _) => Unmappable(type, location, "a set's elements must be string, a number or byte[]; use a list"),
            _ => new ListValue(type.PlainName(), element, collection.ListKind),
        };
    }

    private ValueModel? Object(ITypeSymbol type, Location? location)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || type.SpecialType != SpecialType.None || type.IsTupleType)
        {
            return Unmappable(type, location, "it has no attribute type");
        }

        var fullName = type.PlainName();
        if (named.IsAbstract || fullName.StartsWith("global::System.", StringComparison.Ordinal))
        {
            return Unmappable(type, location, named.IsAbstract ? "it is abstract" : "it has no attribute type");
        }

        if (!_open.Add(fullName))
        {
            return new ObjectValue(fullName, named.Name, named.IsValueType, IsRecursion: true, default, default);
        }

        var value = MemberParser.ParseObject(named, this, location);
        _open.Remove(fullName);
        return value;
    }

    private ValueModel? Unmappable(ITypeSymbol type, Location? location, string reason)
    {
        Problems.Add(DeclarationRule.UnmappableType, location, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), reason);
        return null;
    }
}
