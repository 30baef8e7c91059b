using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>How one C# type is stored as an attribute value.</summary>
/// <param name="TypeName">The C# type for use anywhere, without its nullable annotation.</param>
internal abstract record ValueModel(string TypeName)
{
    /// <summary>Tells two ways of storing one C# type apart.</summary>
    public virtual string Signature => TypeName;
}

/// <summary>A type that is stored as one S, N, B or BOOL.</summary>
internal sealed record ScalarValue(string TypeName, ScalarKind Kind) : ValueModel(TypeName);

/// <summary>An attribute value of any type, as the SDK describes it.</summary>
internal sealed record RawValue(string TypeName) : ValueModel(TypeName);

/// <summary>A value that may be null: left out of the item as an attribute, NULL as an element.</summary>
internal sealed record NullableValue(ValueModel Inner) : ValueModel(Inner.TypeName)
{
    public override string Signature => Inner.Signature + "?";
}

/// <summary>A type that is stored by way of another one.</summary>
/// <param name="TypeName">The C# type.</param>
/// <param name="Name">Its short name, for methods and messages.</param>
/// <param name="IsValueType">Whether it is a struct or an enum.</param>
/// <param name="Stored">How the other type is stored.</param>
/// <param name="Store">The C# expression that yields the other type's value, with <c>{0}</c> for this type's.</param>
/// <param name="Restore">The C# expression of the way back.</param>
/// <param name="MayFail">Whether the way back runs code that could throw.</param>
internal sealed record ConvertedValue(string TypeName, string Name, bool IsValueType, ValueModel Stored, string Store, string Restore, bool MayFail) : ValueModel(TypeName)
{
    public override string Signature => $"{TypeName} by {Store}";

    /// <summary>The expression that yields what is stored.</summary>
    public string ToStored(string value) => Store.Replace("{0}", value);

    /// <summary>The expression that yields the value of what was stored.</summary>
    public string FromStored(string stored) => Restore.Replace("{0}", stored);
}

/// <summary>A list or an array, stored as L.</summary>
internal sealed record ListValue(string TypeName, ValueModel Element, ListKind Kind) : ValueModel(TypeName)
{
    public override string Signature => $"{TypeName} of {Element.Signature}";
}

/// <summary>A tuple, stored as L with an element for each of its items.</summary>
internal sealed record TupleValue(string TypeName, EquatableArray<ValueModel> Elements) : ValueModel(TypeName)
{
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

/// <summary>A nested record, class or struct, stored as M. A type that contains itself refers to the outer description by name alone.</summary>
/// <param name="TypeName">The C# type.</param>
/// <param name="Name">Its short name.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsRecursion">Whether this only refers to a description further out.</param>
/// <param name="Members">Its stored members.</param>
/// <param name="ConstructorArguments">The properties that the constructor takes, in order.</param>
/// <param name="Discriminator">The attribute that names the type, and its name there, where the type is stored as one of several.</param>
internal sealed record ObjectValue(
    string TypeName,
    string Name,
    bool IsValueType,
    bool IsRecursion,
    EquatableArray<MemberModel> Members,
    EquatableArray<string> ConstructorArguments,
    DiscriminatorModel? Discriminator = null) : ValueModel(TypeName)
{
    public override string Signature => Discriminator is null ? TypeName : $"{TypeName} as {Discriminator.Attribute}={Discriminator.Name}";

    /// <summary>The attributes that the members are read from, those of older versions too.</summary>
    public IEnumerable<string> StoredAttributes =>
        Members.Where(member => !member.IsCatchAll).SelectMany(member => member.Upcasters.Select(upcaster => upcaster.Attribute).Concat([member.Attribute])).Distinct();
}

/// <summary>What tells one derived type from the others.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Name">What it holds for the type.</param>
internal sealed record DiscriminatorModel(string Attribute, string Name);

/// <summary>A base type or interface, stored as one of the types that derive from it; the most derived come first.</summary>
internal sealed record UnionValue(string TypeName, string Name, bool IsRecursion, string Discriminator, EquatableArray<ObjectValue> Cases) : ValueModel(TypeName)
{
    public override string Signature => TypeName + " as one of its derived types";
}

/// <summary>The attribute type and conversion of a scalar.</summary>
internal enum ScalarKind
{
    String,
    Number,
    Boolean,
    Char,
    Guid,
    DateTimeOffset,
    DateTime,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Binary,
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
