using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>A stored property of an entity or of a nested type.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="DeclaringType">The type that declares the property, for use anywhere.</param>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Value">How it is stored.</param>
/// <param name="Binding">How a read value gets into the object.</param>
/// <param name="Absence">What an item without the attribute means.</param>
/// <param name="Default">The constructor parameter's default value, where <paramref name="Absence"/> says so.</param>
/// <param name="Upcasters">The upcasters that lead older versions of the value to the current one, oldest first.</param>
/// <param name="OmitsDefault">Whether the attribute is left out while the value is its type's default.</param>
/// <param name="IsCatchAll">Whether the property holds all attributes that no other one stores; it has no attribute of its own.</param>
internal sealed record MemberModel(
    string Property,
    string DeclaringType,
    string Attribute,
    ValueModel Value,
    MemberBinding Binding,
    AbsenceMeaning Absence,
    DefaultValue? Default,
    EquatableArray<UpcasterModel> Upcasters,
    bool OmitsDefault = false,
    bool IsCatchAll = false)
{
    /// <summary>The attributes that hold it: one, but for what regions have parts of, and none for what holds all others.</summary>
    public IEnumerable<string> Attributes =>
        !IsStored ? [] : Value is RegionalValue regional ? regional.Parts.Select(part => part.Attribute) : [Attribute];

    /// <summary>Whether the primary key alone holds it, from which it is read back; it has no attribute of its own.</summary>
    public bool IsKeyOnly { get; init; }

    /// <summary>Whether it has an attribute of its own, or one for each region.</summary>
    public bool IsStored => !IsCatchAll && !IsKeyOnly;

    /// <summary>Whether null is stored as NULL, because an absent attribute means another value.</summary>
    public bool WritesNull { get; init; }

    /// <summary>The types of attributes that it is read from besides its own.</summary>
    public AttributeTypes AlsoReads { get; init; }

    /// <summary>What the property is initialized with, where that can be seen; the constructor's default value is <see cref="Default"/>.</summary>
    public InitialValue? InitialValue { get; init; }

    /// <summary>Whether a person wrote the accessor that sets the property, so that it may refuse a value.</summary>
    public bool MayRefuse { get; init; }
}

/// <summary>How a read value gets into the object.</summary>
internal enum MemberBinding
{
    /// <summary>As an argument of the constructor.</summary>
    Constructor,

    /// <summary>In the object initializer.</summary>
    Initializer,

    /// <summary>By assignment, only when the attribute was there, so that the property keeps its own initial value otherwise.</summary>
    Assignment,

    /// <summary>As <see cref="Assignment"/>, through the accessor of an init-only property.</summary>
    InitAccessor,
}

/// <summary>What an item without the attribute means.</summary>
internal enum AbsenceMeaning
{
    /// <summary>The type's default value, null included.</summary>
    Default,

    /// <summary>The constructor parameter's or the property's own default.</summary>
    OwnDefault,

    /// <summary>An empty collection.</summary>
    Empty,

    /// <summary>An error: the attribute is required.</summary>
    Error,
}
