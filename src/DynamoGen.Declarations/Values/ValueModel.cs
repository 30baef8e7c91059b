using System.Globalization;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>How one C# type is stored as an attribute value.</summary>
/// <param name="TypeName">The C# type for use anywhere, without its nullable annotation.</param>
internal abstract record ValueModel(string TypeName)
{
    /// <summary>Tells two ways of storing one C# type apart.</summary>
    public virtual string Signature => TypeName;

    /// <summary>Where the C# type can be named.</summary>
    public TypeReach Reach { get; init; }

    /// <summary>The value without what says that it may be null.</summary>
    public ValueModel WithoutNull => this is NullableValue nullable ? nullable.Inner : this;

    /// <summary>Whether the C# type is a reference type.</summary>
    public bool IsReference => this switch
    {
        ScalarValue scalar => scalar.Kind is ScalarKind.String or ScalarKind.Binary,
        EnumValue or TupleValue or RegionalValue => false,
        ConvertedValue converted => !converted.IsValueType,
        ListValue list => list.Kind != ListKind.ImmutableArray,
        ObjectValue type => !type.IsValueType,
        NullableValue nullable => nullable.Inner.IsReference,
        _ => true,
    };
}

/// <summary>A type that is stored as one S, N, B or BOOL.</summary>
internal sealed record ScalarValue(ScalarKind Kind) : ValueModel(Kind.TypeName())
{
    public bool IsNumber => Kind.IsNumber();
}

/// <summary>An attribute value of any type, as the SDK describes it.</summary>
internal sealed record RawValue(string TypeName) : ValueModel(TypeName);

/// <summary>A value that may be null: left out of the item as an attribute, NULL as an element.</summary>
internal sealed record NullableValue(ValueModel Inner) : ValueModel(Inner.TypeName)
{
    public override string Signature => Inner.Signature + "?";
}

/// <summary>A type that is stored by way of another one.</summary>
/// <param name="TypeName">The C# type.</param>
/// <param name="Name">Its short name, for messages.</param>
/// <param name="IsValueType">Whether it is a struct or an enum.</param>
/// <param name="Stored">How the other type is stored.</param>
/// <param name="Conversion">The way there and back.</param>
internal sealed record ConvertedValue(string TypeName, string Name, bool IsValueType, ValueModel Stored, Conversion Conversion) : ValueModel(TypeName)
{
    public override string Signature => $"{TypeName} by {Conversion}";
}

/// <summary>A list or an array, stored as L.</summary>
internal sealed record ListValue(string TypeName, ValueModel Element, ListKind Kind) : ValueModel(TypeName)
{
    public override string Signature => $"{TypeName} of {Element.Signature}";
}

/// <summary>A tuple, stored as L with an element for each of its items.</summary>
/// <param name="TypeName">Its C# type.</param>
/// <param name="Names">The name of each item, <c>Item1</c> and so on where it has none of its own.</param>
/// <param name="Elements">How each item is stored.</param>
internal sealed record TupleValue(string TypeName, EquatableArray<string> Names, EquatableArray<ValueModel> Elements) : ValueModel(TypeName)
{
    /// <summary>The position of an item by its name or its number, <c>Item1</c> being the first; -1 where there is none.</summary>
    public int PositionOf(string name) => Enumerable.Range(0, Elements.Count)
        .Where(i => name == Names[i] || name == "Item" + (i + 1).ToString(CultureInfo.InvariantCulture))
        .DefaultIfEmpty(-1).First();

    public override string Signature => $"{TypeName} of {string.Join(", ", Elements.Select(element => element.Signature))}";
}

/// <summary>A set of text, numbers or bytes, stored as SS, NS or BS; left out of the item when it is empty.</summary>
internal sealed record SetValue(string TypeName, ValueModel Element, SetKind Kind) : ValueModel(TypeName)
{
    public override string Signature => $"{TypeName} of {Element.Signature}";
}

/// <summary>A dictionary, stored as M; its keys are what would stand in the quotes of an S or an N.</summary>
internal sealed record DictionaryValue(string TypeName, ValueModel Key, ValueModel Value, DictionaryKind Kind) : ValueModel(TypeName)
{
    public override string Signature => $"{TypeName} of {Key.Signature}, {Value.Signature}";
}

/// <summary>What a list is made into after it was read.</summary>
internal enum ListKind
{
    List,
    Array,
    ImmutableArray,
    ImmutableList,
}

/// <summary>What a set is made into after it was read.</summary>
internal enum SetKind
{
    HashSet,
    SortedSet,
    ImmutableHashSet,
    ImmutableSortedSet,
    FrozenSet,
}

/// <summary>What a dictionary is made into after it was read.</summary>
internal enum DictionaryKind
{
    Dictionary,
    SortedDictionary,
    ImmutableDictionary,
    ImmutableSortedDictionary,
    FrozenDictionary,
}
