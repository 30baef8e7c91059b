namespace DynamoGen.Generator.Model;

/// <summary>How one C# type is stored as an attribute value.</summary>
/// <param name="TypeName">The C# type for use anywhere, without its nullable annotation.</param>
internal abstract record ValueModel(string TypeName);

/// <summary>A type that is stored as one S, N, B or BOOL.</summary>
internal sealed record ScalarValue(string TypeName, ScalarKind Kind) : ValueModel(TypeName);

/// <summary>An enum, stored as S by its member's name or, with <c>[Flags]</c>, as N.</summary>
internal sealed record EnumValue(string TypeName, string Name, string UnderlyingType, bool IsFlags, EquatableArray<EnumMember> Members) : ValueModel(TypeName);

/// <summary>A value that may be null: left out of the item as an attribute, NULL as an element.</summary>
internal sealed record NullableValue(ValueModel Inner) : ValueModel(Inner.TypeName);

/// <summary>A list or an array, stored as L.</summary>
internal sealed record ListValue(string TypeName, ValueModel Element, ListKind Kind) : ValueModel(TypeName);

/// <summary>A set of text, numbers or bytes, stored as SS, NS or BS; left out of the item when it is empty.</summary>
internal sealed record SetValue(string TypeName, ScalarValue Element) : ValueModel(TypeName);

/// <summary>A dictionary with text keys, stored as M.</summary>
internal sealed record DictionaryValue(string TypeName, ValueModel Value) : ValueModel(TypeName);

/// <summary>A nested record, class or struct, stored as M. A type that contains itself refers to the outer description by name alone.</summary>
internal sealed record ObjectValue(
    string TypeName,
    string Name,
    bool IsValueType,
    bool IsRecursion,
    EquatableArray<MemberModel> Members,
    EquatableArray<string> ConstructorArguments) : ValueModel(TypeName);

/// <summary>One member of an enum; aliases of an earlier member's value are read but not written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsAlias">Whether an earlier member has its value.</param>
/// <param name="Unspeakable">Its value, where it is an error to name the member.</param>
internal sealed record EnumMember(string Name, bool IsAlias, string? Unspeakable);

/// <summary>The attribute type and conversion of a scalar.</summary>
internal enum ScalarKind
{
    String,
    Number,
    Boolean,
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
}
