using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Decides how a C# type is stored. One instance serves one entity, because it remembers which nested types are open.</summary>
internal sealed class ValueParser(INamedTypeSymbol entity, DeclarationProblems problems)
{
    /// <summary>How many types of one generic or wrapping definition may stand inside of each other.</summary>
    private const int MostNested = 8;

    private readonly HashSet<string> _open = [];
    private readonly Stack<ISymbol> _path = [];
    private readonly SortedSet<string> _experiments = new(StringComparer.Ordinal);
    private bool _isEndless;

    /// <summary>The entity, from inside of which the generated code runs; its private members are within reach.</summary>
    public INamedTypeSymbol Entity { get; } = entity;

    public DeclarationProblems Problems { get; } = problems;

    /// <summary>
    /// The diagnostics of the experimental types and properties that were met, and those of null where a type says nothing of it, or a converter takes it.
    /// </summary>
    public IEnumerable<string> Experiments => _experiments;

    /// <summary>How a property's or a parameter's type is stored, or null with a problem at <paramref name="location"/>.</summary>
    public ValueModel? Parse(ITypeSymbol type, StorageForm form, Location? location)
    {
        var value = Parse(type, location, form);
        foreach (var attribute in value is null ? [] : form.Unused)
        {
            var name = attribute.AttributeClass!.Name;
            var reason = Converters.TypeOf(attribute) is { } converter ? Converters.Misfit(converter, type) : "nothing in its type can take that form";
            Problems.Add(DeclarationRule.StorageForm,
                attribute.Place() ?? location, type.ToDisplayString(), name.Substring(0, name.Length - "Attribute".Length), reason);
            value = null;
        }

        return value;
    }

    /// <summary>Remembers what the compiler would say to the use of a symbol.</summary>
    public void Use(ISymbol symbol)
    {
        if (symbol.Experiment() is { } experiment)
        {
            _experiments.Add(experiment);
        }
    }

    private ValueModel? Parse(ITypeSymbol type, Location? location, StorageForm form)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0], location, form) is { } inner ? new NullableValue(inner) : null;
        }

        // What no annotation speaks of may be null.
        if (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated)
        {
            if (type.NullableAnnotation == NullableAnnotation.None)
            {
                _experiments.Add(Warnings.OfNull);
            }

            return Parse(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), location, form) is { } inner ? new NullableValue(inner) : null;
        }

        if (type.IsRefused())
        {
            return Unmappable(type, location, "it is obsolete as an error, which keeps generated code from naming it");
        }

        Use(type);
        if (form.Converter is { } own && Converters.StoredType(own, type) is { } stored)
        {
            form.Use(DeclarationAttributes.Converter);
            return Converted(own, type, stored, location);
        }

        if (Converters.TypeOf(type.Attribute(DeclarationAttributes.Converter)) is { } declared)
        {
            return Converters.StoredType(declared, type) is { } other
                ? Converted(declared, type, other, location)
                : Wrong(type, location, "Converter", Converters.Misfit(declared, type));
        }

        var simple = Scalar(type, form, location, out var isKnown);
        return isKnown ? simple : Composite(type, form, location);
    }

    private ValueModel? Converted(INamedTypeSymbol converter, ITypeSymbol type, ITypeSymbol stored, Location? location)
    {
        if (Converters.Obstacle(converter, type, Entity) is { } obstacle)
        {
            return Wrong(type, location, "Converter", obstacle);
        }

        Use(converter);
        if (Converters.TakesNull(converter, type))
        {
            _experiments.Add(Warnings.OfNull);
        }

        if (!_open.Add(converter.PlainName()))
        {
            return Wrong(type, location, "Converter", $"'{converter.Name}' stores it by way of itself");
        }

        var value = Parse(NotNullUnlessAnnotated(stored), location, StorageForm.None);
        _open.Remove(converter.PlainName());
        return value is null ? null : Converters.By(converter, type, value);
    }

    private ValueModel? Scalar(ITypeSymbol type, StorageForm form, Location? location, out bool isKnown)
    {
        isKnown = true;
        if (Instants.Parse(type, form) is { } instant)
        {
            return instant;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            form.Use(DeclarationAttributes.EnumAsNumber);
            var value = EnumTypes.Parse((INamedTypeSymbol)type, Entity, form.IsEnumAsNumber);
            return EnumTypes.Problem(value) is { } problem ? Wrong(type, location, "EnumName", problem) : value;
        }

        if ((ScalarTypes.Parse(type) ?? (ValueModel?)ScalarTypes.ParseBytes(type)) is { } scalar)
        {
            return scalar;
        }

        isKnown = type.PlainName() == "global::Amazon.DynamoDBv2.Model.AttributeValue";
        return isKnown ? new RawValue(type.PlainName()) : null;
    }

    private ValueModel? Composite(ITypeSymbol type, StorageForm form, Location? location)
    {
        if (CollectionTypes.Parse(type) is { } collection)
        {
            return Collection(type, collection, form, location);
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return Tuple(tuple, form, location);
        }

        // What names itself is known when it is met again; what only leads to itself, as a wrapper of a list of itself does, or to ever new types, as
        // a Node<Node<T>> in a Node<T>, never ends.
        if (_isEndless)
        {
            return null;
        }

        if (_path.Count(type.OriginalDefinition.Equals) == MostNested)
        {
            _isEndless = true;
            return Unmappable(type.OriginalDefinition, location, "it leads to itself or to ever new types, without an end");
        }

        _path.Push(type.OriginalDefinition);
        var value = Converters.WrappedProperty(type) is { } property ? Wrapped(type, property, form, location)
            : type.Has(DeclarationAttributes.Polymorphic) ? Union((INamedTypeSymbol)type, location)
            : Object(type, location);
        _path.Pop();
        return value;
    }

    private ConvertedValue? Wrapped(ITypeSymbol type, IPropertySymbol property, StorageForm form, Location? location) =>
        Parse(NotNullUnlessAnnotated(property.Type), location, form) is { } wrapped ? Converters.Wrapper(type, property, wrapped, Entity) : null;

    private ValueModel? Collection(ITypeSymbol type, CollectionShape collection, StorageForm form, Location? location)
    {
        var key = collection.Key is null ? null : Parse(NotNullUnlessAnnotated(collection.Key), location, form);
        if (collection.Key is not null && key is null)
        {
            return null;
        }

        if (key is not null && (!QuotedValue.Is(key) || QuotedValue.Descriptor(key) == "B"))
        {
            return Unmappable(type, location, "a dictionary's keys must be stored as one text or one number");
        }

        if (Parse(collection.Set is null ? collection.Element : NotNullUnlessAnnotated(collection.Element), location, form) is not { } element)
        {
            return null;
        }

        if (collection is { List: { } list })
        {
            return element is ScalarValue { Kind: ScalarKind.Byte }
                ? Unmappable(type, location, "it would be a list of numbers; use byte[], ReadOnlyMemory<byte> or ImmutableArray<byte>, which are Binary")
                : new ListValue(type.PlainName(), element, list);
        }

        if (collection is { Set: { } set })
        {
            return QuotedValue.Is(element)
                ? new SetValue(type.PlainName(), element, set)
                : Unmappable(type, location, "a set's elements must be stored as one text, one number or bytes; use a list");
        }

        return new DictionaryValue(type.PlainName(), key!, element, collection.Dictionary!.Value);
    }

    private TupleValue? Tuple(INamedTypeSymbol type, StorageForm form, Location? location)
    {
        var elements = type.TupleElements.Select(element => Parse(element.Type, location, form)).ToArray();
        var names = new EquatableArray<string>(type.TupleElements.Select(element => element.Name));
        return elements.Any(element => element is null) ? null : new TupleValue(type.PlainName(), names, new EquatableArray<ValueModel>(elements!));
    }

    private UnionValue? Union(INamedTypeSymbol type, Location? location)
    {
        var fullName = type.PlainName();
        var discriminator = UnionParser.Discriminator(type);
        if (!_open.Add(fullName))
        {
            return new UnionValue(fullName, type.Name, IsRecursion: true, discriminator, default);
        }

        var cases = UnionParser.Parse(type, discriminator, this, location);
        _open.Remove(fullName);
        return cases is null
            ? null
            : new UnionValue(fullName, type.Name, IsRecursion: false, discriminator, new EquatableArray<ObjectValue>(cases))
            { Reach = Visibility.ReachOf(type, Entity) };
    }

    /// <summary>
    /// Reports a type that holds elements, which are not stored with its properties. It is asked of whatever would be stored as an object.
    /// </summary>
    public bool RefusesCollection(ITypeSymbol type, Location? location)
    {
        var isRefused = CollectionTypes.HoldsElements(type);
        if (isRefused)
        {
            Unmappable(type, location, "it is a collection of its own kind, and its elements would not be stored; "
                + "hold them in a List<T>, HashSet<T> or Dictionary<TKey, TValue>, or store it as one of these through a [Converter]");
        }

        return isRefused;
    }

    private ValueModel? Object(ITypeSymbol type, Location? location)
    {
        if (RegionalValue.KindOf(type) is { } regional)
        {
            var mark = RegionalValue.MarkOf(regional);
            return Unmappable(type, location, $"it is the whole of a property of an entity, marked with [{mark}], and may not be null");
        }

        if (RefusesCollection(type, location))
        {
            return null;
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || type.SpecialType != SpecialType.None)
        {
            return Unmappable(type, location, "it has no attribute type");
        }

        var fullName = type.PlainName();
        if (named.IsAbstract || fullName.StartsWith("global::System.", StringComparison.Ordinal))
        {
            return Unmappable(type, location,
                named.IsAbstract ? "it is abstract; mark it with [Polymorphic] and name its derived types" : "it has no attribute type");
        }

        if (!_open.Add(fullName))
        {
            return new ObjectValue(fullName, named.Name, named.IsValueType, IsRecursion: true, default, default);
        }

        var value = MemberParser.ParseObject(named, this, location);
        _open.Remove(fullName);
        return value;
    }

    /// <summary>Where DynamoDB has no null, what no annotation speaks of is none: in sets, as keys, and in what a wrapper or a converter stores.</summary>
    private static ITypeSymbol NotNullUnlessAnnotated(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated ? type : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private ValueModel? Unmappable(ITypeSymbol type, Location? location, string reason)
    {
        Problems.Add(DeclarationRule.UnmappableType, location, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), reason);
        return null;
    }

    private ValueModel? Wrong(ITypeSymbol type, Location? location, string attribute, string reason)
    {
        Problems.Add(DeclarationRule.StorageForm, location, type.ToDisplayString(), attribute, reason);
        return null;
    }
}
